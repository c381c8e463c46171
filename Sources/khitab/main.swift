print("khitab")
