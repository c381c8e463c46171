import Register
import Testing
import Values

@Suite struct AccessTests {
  @Test func accessesAreKeptByEntry() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter()])[0]
    try office.register.log(
      Access(.view, by: "منيرة", entry: entry.position, reason: "مراجعة", at: office.now))
    try office.register.log(Access(.search, by: "سلمان", at: office.now))
    #expect(try office.register.accesses(of: entry).map(\.by) == ["منيرة"])
    #expect(try office.register.accesses().compactMap(\.access?.action) == [.view, .search])
  }

  /// Whoever wants to hide a look at an entry mustn't be able to do so by making its line unreadable.
  @Test func whatCannotBeReadIsNotLeftOut() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter()])[0]
    for reason in ["مراجعة", "شكوى", "تدقيق"] {
      try office.register.log(
        Access(.view, by: "منيرة", entry: entry.position, reason: reason, at: office.now))
    }
    try office.tamper("UPDATE accesses SET action = 'nothing' WHERE id = 1")
    try office.tamper("UPDATE accesses SET at = 'once' WHERE id = 2")
    let lines = try office.register.accesses(of: entry)
    #expect(lines.map { $0.access == nil } == [true, true, false])
    #expect(lines.map(\.by) == ["منيرة", "منيرة", "منيرة"])
    #expect(lines[0].action == "nothing" && lines[1].at == "once" && lines[1].reason == "شكوى")
  }

  @Test(arguments: [
    ("نورة بنت صالح", "نورة ***"), ("نورة", "***"), ("Mohammed Ali", "Mohammed ***"),
  ])
  func aMaskedNameIsItsFirstWord(name: String, shown: String) throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter(to: name, party: "1000000008")])[0]
    #expect(entry.maskedParticulars[.name] == shown)
    #expect(entry.maskedParticulars[.party] == "***0008")
    #expect(entry.maskedParticulars[.subject] == "قبول طلب ترميم مسكن")
  }

  @Test func theSubjectOfAConfidentialLetterIsMaskedToo() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter([.confidentiality: "confidential"])])[0]
    #expect(entry.needsReason && entry.maskedParticulars[.subject] == "***")
  }

  @Test func aTableHasACellForEveryHeading() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter([.code: "7K2MQ9XA04TB"])])[0]
    _ = try office.act(RegisterAct(.void, by: "منيرة", approver: "سلمان", reason: "خطأ"), on: entry)
    let found = try office.register.search(Register.Query())[0]
    let (whole, masked) = (RegisterTable(exposure: .whole), RegisterTable(exposure: .masked))
    #expect(whole.cells(of: found).count == whole.headings.count)
    #expect(whole.cells(of: found).contains("نورة بنت عبد الرحمن آل سدرة"))
    #expect(!masked.cells(of: found).contains { $0.contains("سدرة") })
    #expect(whole.cells(of: found).suffix(2) == ["ملغى", "إلغاء 2025-11-26 باعتماد سلمان: خطأ"])
    // Why is said in the office's own words, which may tell of the person.
    #expect(masked.cells(of: found).last == "إلغاء 2025-11-26 باعتماد سلمان")
  }

  @Test func aReferralSaysWhereItWent() throws {
    let office = try TemporaryRegister()
    var draft = EntryDraft.letter()
    draft.series = .incoming
    let entry = try office.add([draft])[0]
    _ = try office.act(RegisterAct(.referral, by: "منيرة", reason: "لجنة البحث"), on: entry)
    let found = try office.register.search(Register.Query())[0]
    for exposure in [RegisterTable.Exposure.masked, .whole] {
      #expect(RegisterTable(exposure: exposure).cells(of: found).last == "إحالة 2025-11-26 إلى لجنة البحث")
    }
  }

  /// What the program writes down in words of its own is shown in Arabic, and moments by the clock of Saudi Arabia.
  @Test(
    arguments: [
      (EntryColumn.channel, "hand", "التسليم باليد"), (.channel, "الموقع", "الموقع"),
      (.confidentiality, "confidential", "سري"), (.priority, "ordinary", "عادي"),
      (.relation, "based-on", "بناءً على"), (.enclosuresMatch, "no", "لا"),
      (.approvedAt, "2026-11-26T22:30:00Z", "2026-11-27 01:30"), (.preparer, "hand", "hand"),
    ]) func factsAreShownInArabic(column: EntryColumn, fact: String, shown: String) throws
  {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter([column: fact])])[0]
    let table = RegisterTable(exposure: .whole)
    let place = try #require(table.headings.firstIndex(of: column.arabicTitle))
    #expect(table.cells(of: entry)[place] == shown)
  }

  @Test func noCellOfACSVFileIsAFormula() {
    #expect(
      CSVText.text([["الاسم", "x"], ["=1+1", "a,\"b\"\nc"]])
        == "\u{FEFF}الاسم,x\r\n'=1+1,\"a,\"\"b\"\"\nc\"\r\n")
  }
}
