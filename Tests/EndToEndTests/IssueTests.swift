import Foundation
import TestSupport
import Testing

/// `khitab issue`: one letter with everything that makes it official, or nothing.
@Suite struct IssueTests {
  @Test func aLetterHasItsNumberDatesCodeAndEntry() throws {
    let desk = try IssuingDesk(members: 2)
    let result = try desk.issue(row: 1, at: "2026-11-26T09:00:00Z")
    #expect(result.code == 0, "\(result.errors)")
    let file = desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"
    #expect(result.output == "OUT-1448-000001\t1448/1\t\(file)\n")
    try desk.expectExactly(1)
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
    #expect(text.contains("1448/1"))
    let code = try #require(try desk.query("SELECT code FROM entries").first)
    let printed = stride(from: 0, to: 12, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(
      separator: "-")
    #expect(text.contains(printed))
    let facts = try desk.query(
      "SELECT day, hijri, template, preparer, channel, request FROM entries")
    #expect(facts == ["2026-11-26|1448-06-16|MS-10|منيرة|email|1448/1001"])
    #expect(
      try desk.run(["register", "show", printed, "--office", desk.path]).output.contains("OUT-1448-000001"))
  }

  struct Mistake: Sendable {
    var field: String
    var value: String?
  }

  static let mistakes = [
    Mistake(field: "مبلغ الدعم", value: "كثير"), Mistake(field: "رقم الطلب", value: nil),
    Mistake(field: "الجنس", value: nil), Mistake(field: "الخدمة المطلوبة", value: "ترميم \u{1200}"),
    Mistake(field: "الخدمة المطلوبة", value: String(repeating: "ترميم", count: 60)),
  ]

  /// A missing field, an unknown gender, a glyph that no font has, a word wider than the page: no number, no file, no queue.
  @Test(arguments: mistakes) func aMistakeTakesNoNumber(mistake: Mistake) throws {
    let desk = try IssuingDesk(members: 2)
    var members = (1...2).map { IssuingDesk.member($0) }
    members[0][mistake.field] = mistake.value
    try desk.write(members)
    let refused = try desk.issue(row: 1)
    #expect(refused.code == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("error: "), "\(refused.errors)")
    #expect(try desk.issue(row: 2).code == 0)
    try desk.expectExactly(1)
  }

  @Test(arguments: [("نشطة", false), ("متوفاة", true)])
  func aLetterToOneWhoHasDiedIsWarnedOf(state: String, isWarned: Bool) throws {
    let desk = try IssuingDesk(members: 1)
    var member = IssuingDesk.member(1)
    member["حالة العضوية"] = state
    try desk.write([member])
    let prepared = try desk.run(["prepare"] + desk.letters())
    let issued = try desk.issue(row: 1)
    for result in [prepared, issued] {
      #expect(result.code == 0, "\(result.errors)")
      #expect(result.errors.contains("[issuing.former-member]") == isWarned, "\(result.errors)")
    }
  }

  @Test func anOfficeThatNamesItsPeopleIssuesOnlyByTheirWord() throws {
    let desk = try IssuingDesk(members: 1)
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("السجلات:", with: "السجلات:\n  المعدون: [منيرة]\n  المعتمدون: [سلمان, منيرة]").write(
      to: file, atomically: true, encoding: .utf8)
    for (further, id) in [
      ([], "[issuing.role-empty]"), (["--approver", "أحمد"], "[issuing.not-in-role]"),
      (["--approver", "منيرة"], "[issuing.approves-own]"),
      (["--approver", "سلمان", "--by", "سعد"], "[issuing.not-in-role]"),
    ] {
      let refused = try desk.issue(row: 1, further)
      #expect(refused.code == 1 && refused.errors.contains(id), "\(refused.errors)")
    }
    #expect(try desk.issue(row: 1, ["--approver", "سلمان"]).code == 0)
    #expect(try desk.query("SELECT preparer, approver FROM entries") == ["منيرة|سلمان"])
  }

  @Test func aFurtherLetterNamesTheOneItAddsTo() throws {
    let desk = try IssuingDesk(members: 2)
    #expect(try desk.issue(row: 1).code == 0)
    #expect(try desk.issue(row: 2, ["--further-to", "1448/9"]).errors.contains("[register.no-entry]"))
    #expect(try desk.issue(row: 2, ["--further-to", "1448/1"]).code == 0)
    #expect(
      try desk.query("SELECT relation, related FROM entries WHERE number = 2") == [
        "further-to|OUT-1448-000001"
      ])
  }

  @Test func aLetterComesOutAgainAsItWasIssuedOrItIsSaidWhatChanged() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    let compare = ["copy", "1448/1"] + desk.letters()
    let same = try desk.run(compare)
    #expect(same.code == 0 && same.output == "same\n" && same.errors.isEmpty, "\(same.errors)")

    var member = IssuingDesk.member(1)
    member["مبلغ الدعم"] = "7000"
    try desk.write([member])
    let values = try desk.run(compare)
    #expect(values.output == "different\n" && values.errors.contains("values_sha256"), "\(values.errors)")
    #expect(!values.errors.contains("theme_sha256") && !values.errors.contains("template_sha256"))

    try desk.write([IssuingDesk.member(1)])
    let office = desk.folder.url.appending(path: "office.yaml")
    let text = try String(contentsOf: office, encoding: .utf8)
    try text.replacing("طريق السدرة", with: "طريق النخيل").write(
      to: office, atomically: true, encoding: .utf8)
    let changed = try desk.run(compare)
    #expect(changed.output == "different\n" && changed.errors.contains("office_sha256"), "\(changed.errors)")
  }

  @Test(arguments: ["0", "-1", "\(Int.min)"])
  func recordsAreCountedFromOne(_ row: String) throws {
    let desk = try IssuingDesk(members: 1)
    let issued = try desk.run(["issue", "--row=\(row)"] + desk.letters())
    #expect(issued.code == 2 && issued.errors.contains("counting starts at 1"), "\(issued.errors)")
  }

  /// «مسودة» behind a letter that is numbered and goes out, and that no copy comes out like.
  @Test(arguments: [
    ["issue", "--row", "1"], ["prepare", "--row", "1"], ["batch", "plan"], ["copy", "1448/1"],
  ])
  func whatGetsANumberIsNoDraft(command: [String]) throws {
    let desk = try IssuingDesk(members: 1)
    let refused = try desk.run(command + desk.letters() + ["--draft"])
    #expect(refused.code == 1 && refused.errors.contains("[khitab.draft-numbered]"), "\(refused.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.path + "/letters"))
  }

  /// A letter takes no number for a way on which nothing reaches its person.
  @Test(
    arguments: [
      ("email", nil, "issuing.channel-no-address"), ("sms", nil, "issuing.channel-no-address"),
      ("post", nil, "issuing.channel-no-address"),
      ("post", "حي السنابل، الرياض", "issuing.channel-address-incomplete"),
      ("post", "2126 شارع الخزامى، حي السنابل، الرياض 13213-6214", nil), ("hand", nil, nil),
    ] as [(String, String?, String?)])
  func aWayThatLeadsNowhereIsRefused(channel: String, address: String?, refusal: String?) throws {
    let desk = try IssuingDesk(members: 1)
    var member = IssuingDesk.member(1)
    member["البريد الإلكتروني"] = nil
    member["العنوان الوطني"] = address
    try desk.write([member])
    for command in [["prepare", "--row", "1"], ["batch", "plan"], ["issue", "--row", "1"]] {
      let result = try desk.run(command + ["--channel", channel] + desk.letters())
      #expect(result.code == (refusal == nil ? 0 : 1), "\(result.errors)")
      if let refusal { #expect(result.errors.contains("[\(refusal)]"), "\(result.errors)") }
    }
    let count = try desk.query("SELECT count(*) FROM entries")
    #expect(count == [refusal == nil ? "1" : "0"])
  }

  /// The list of copies and «وقّع الأصل» are the office's own: the original goes to its addressee without them.
  @Test func theFileCopyIsMadeOfAnIssuedLetter() throws {
    let desk = try IssuingDesk(members: 2)
    for command in [["issue", "--row", "1"], ["prepare", "--row", "1"], ["batch", "plan"]] {
      let refused = try desk.run(command + desk.letters() + ["--file-copy"])
      #expect(
        refused.code == 1 && refused.errors.contains("[khitab.file-copy-numbered]"), "\(refused.errors)")
    }
    let people = ["--reviewer", "د. ناصر بن سعد الشيحي"]
    #expect(try desk.issue(row: 1, people, at: "2026-11-26T09:00:00Z").code == 0)
    let file = desk.path + "/copy.pdf"
    let command = ["copy", "1448/1", "--kind", "file"] + desk.letters()
    #expect(try desk.run(command).code == 2)
    let copy = try desk.run(command + ["--output", file], at: "2026-12-20T09:00:00Z")
    #expect(copy.code == 0 && copy.output == "OUT-1448-000001\t\(file)\n", "\(copy.errors)")
    func words(_ file: String) throws -> String {
      try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
        .filter { !($0.unicodeScalars.first?.properties.isBidiControl ?? false) }
    }
    let (own, sent) = (try words(file), try words(desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"))
    let code = try #require(try desk.query("SELECT code FROM entries").first).prefix(4)
    for part in ["1448/1", String(code)] { #expect(own.contains(part) && sent.contains(part), "\(own)") }
    for part in ["صورة إلى", "وقّع الأصل", "ن.ش"] {
      #expect(own.contains(part) && !sent.contains(part), "\(own)")
    }
    #expect(try desk.query("SELECT action, entry FROM accesses") == ["print|1"])
    // Where nobody checked it, who drafted it stands alone.
    let alone = try desk.run(
      ["issue", "--row", "2"] + desk.letters(), by: "عبير الروضي", at: "2026-11-26T09:00:00Z")
    #expect(alone.code == 0, "\(alone.errors)")
    let second = ["copy", "1448/2", "--row", "2", "--kind", "file", "--output", file] + desk.letters()
    #expect(try desk.run(second).code == 0)
    #expect(try words(file).contains("ع.ر"))
  }

  @Test func aComparisonSaysInWordsWhatIsNotAsBefore() throws {
    let desk = try IssuingDesk(members: 2)
    #expect(try desk.issue(row: 1, at: "2026-11-26T09:00:00Z").code == 0)
    let other = try desk.run(["copy", "1448/1", "--row", "2"] + desk.letters())
    #expect(
      other.errors.contains("Changed since the letter was issued: the record's values"), "\(other.errors)")
    #expect(other.errors.contains("Check --row"), "\(other.errors)")
    let bare = try desk.run(["copy", "1448/1", "--letterhead", "none"] + desk.letters())
    #expect(
      bare.output == "different\n" && bare.errors.contains("Give --theme, --letterhead"), "\(bare.errors)")
  }

  @Test func aReplacementSaysThatItIsOneAndKeepsNumberAndDate() throws {
    let desk = try IssuingDesk(members: 2)
    #expect(try desk.issue(row: 1, at: "2026-11-26T09:00:00Z").code == 0)
    let copy = ["copy", "1448/1", "--kind", "replacement"] + desk.letters()
    let first = try desk.run(copy, at: "2026-12-20T09:00:00Z")
    let file = desk.path + "/letters/1448/SANA-OUT-1448-000001-R1.pdf"
    #expect(first.code == 0 && first.output == "OUT-1448-000001\t1\t\(file)\n", "\(first.errors)")
    #expect(try desk.run(copy, at: "2026-12-20T09:01:00Z").output.contains("-R2.pdf"))
    let wrong = try desk.run(copy + ["--row", "2"], at: "2026-12-20T09:02:00Z")
    #expect(wrong.code == 1 && wrong.errors.contains("[issuing.cannot-copy]"))
    let beyond = try desk.run(copy + ["--row", "9"], at: "2026-12-20T09:03:00Z")
    #expect(beyond.code == 1 && beyond.errors.contains("[khitab.no-record]"), "\(beyond.errors)")
    let acts = try desk.query("SELECT kind, copy, file_sha256 IS NOT NULL FROM acts ORDER BY position")
    #expect(acts == ["replacement|1|1", "replacement|2|1"])
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
    #expect(text.contains("1448/1"))
  }

  /// The number is taken with the entry: who is killed between has taken none.
  @Test func lettersIssuedAtOnceByManyProcessesHaveTheirOwnNumbers() throws {
    let desk = try IssuingDesk(members: 6)
    let processes = (1...6).map { row in
      Program.start(
        Program.path, ["issue", "--row", String(row), "--quiet"] + desk.letters(),
        environment: desk.environment)
    }
    let said = processes.map { _ in Pipe() }
    for (process, errors) in zip(processes, said) {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = errors
      try process.run()
    }
    for (process, errors) in zip(processes, said) {
      let errors = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(errors)")
    }
    #expect(try desk.query("SELECT count(DISTINCT number), max(number) FROM entries") == ["6|6"])
  }

  @Test func aTemplateThatIsMissingOrWrongTakesNoNumber() throws {
    let desk = try IssuingDesk(members: 1)
    let wrong = desk.folder.url.appending(path: "wrong.khitab")
    let sound = try String(
      contentsOf: Repository.file("Templates/acceptance-letter/template.khitab"), encoding: .utf8)
    try (sound + "\n{{حقل لا وجود له}} {{إذا").write(to: wrong, atomically: true, encoding: .utf8)
    for template in ["no-such-letter", wrong.path] {
      let refused = try desk.run(
        ["issue", "--template", template, "--office", desk.path, "--records", desk.path + "/records.json"])
      #expect(
        refused.code == 1 && refused.output.isEmpty && refused.errors.contains("error: "), "\(refused.errors)"
      )
    }
    #expect(try desk.issue(row: 1).output.hasPrefix("OUT-1448-000001"))
    try desk.expectExactly(1)
  }

  /// A register that was restored from an old backup doesn't give a number again whose letter is there.
  @Test func aNumberWhoseLetterIsThereIsNotGivenAgain() throws {
    let desk = try IssuingDesk(members: 3)
    #expect(try desk.issue(row: 1).code == 0)
    let copy = desk.path + "/copy.db"
    #expect(try desk.run(["backup", copy, "--office", desk.path]).code == 0)
    #expect(try desk.issue(row: 2).code == 0)
    let letter = desk.folder.url.appending(path: "letters/1448/SANA-OUT-1448-000002.pdf")
    let bytes = try Data(contentsOf: letter)
    let restored = try desk.run(["restore", copy, "--office", desk.path])
    #expect(restored.errors.contains("[register.restore-loses]"), "\(restored.errors)")
    let batch = try desk.approvedBatch()
    for command in [
      ["issue", "--row", "3"] + desk.letters(), ["batch", "run", batch, "--office", desk.path],
    ] {
      let refused = try desk.run(command)
      #expect(refused.code == 3 && refused.errors.contains("restore a newer backup"), "\(refused.errors)")
      #expect(try desk.query("SELECT count(*) FROM entries") == ["1"])
      #expect(try Data(contentsOf: letter) == bytes)
    }
    try FileManager.default.moveItem(at: letter, to: desk.folder.url.appending(path: "kept.pdf"))
    #expect(try desk.run(["batch", "run", batch, "--office", desk.path]).code == 0)
    #expect(try desk.query("SELECT count(*), max(number) FROM entries") == ["4|4"])
  }

  @Test func aLetterThatWentOutIsVoidedWithAWarning() throws {
    let desk = try IssuingDesk(members: 2)
    for row in 1...2 { #expect(try desk.issue(row: row, ["--channel", "hand"]).code == 0) }
    let void = ["--reason", "خطأ", "--approver", "سلمان", "--office", desk.path]
    let early = try desk.run(["register", "void", "1448/1"] + void)
    #expect(early.code == 0 && !early.errors.contains("[khitab.void-after-sending]"), "\(early.errors)")
    #expect(try desk.states("hand") == ["cancelled", "queued"])
    let sent = try Program.run(
      URL(filePath: "/usr/bin/sqlite3"),
      [desk.path + "/register.db", "UPDATE outbox SET state = 'sent' WHERE entry = 2"])
    #expect(sent.code == 0)
    let late = try desk.run(["register", "void", "1448/2"] + void)
    #expect(late.code == 0 && late.errors.contains("[khitab.void-after-sending]"), "\(late.errors)")
    #expect(try desk.query("SELECT kind FROM acts") == ["void", "void"])
  }
}
