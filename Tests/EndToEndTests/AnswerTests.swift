import Foundation
import TestSupport
import Testing

/// What the program answers where there is little or nothing to answer, and in which language.
@Suite struct AnswerTests {
  private func run(_ arguments: [String], in desk: IssuingDesk, _ language: String) throws -> Program.Result {
    try Program.run(
      arguments + ["--office", desk.path, "--lang", language], environment: desk.environment,
      folder: desk.folder.url)
  }

  /// An empty list is said to be one, and not on standard output, where programs read.
  @Test(arguments: [
    (["register", "search", "هيا"], "No entry has what was asked for."),
    (["register", "accesses"], "No access is recorded."),
    (["register", "destroyed"], "Nothing was destroyed."),
    (["template", "versions"], "No template was approved."), (["approve"], "Nothing waits for approval."),
    (["batch", "approve"], "Nothing waits for approval."), (["case", "list"], "There are no cases."),
    (["withdraw"], "Nothing was withdrawn."), (["mail", "consent", "0001"], "Nothing was said about it."),
  ])
  func anEmptyListIsSaidToBeOne(command: [String], sentence: String) throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    #expect(try desk.issue(row: 1).code == 0)
    let empty = try run(command, in: desk, "en")
    #expect(empty.code == 0 && empty.output.isEmpty, "\(empty.errors)")
    #expect(empty.errors.contains(sentence), "\(empty.errors)")
    let arabic = try run(command, in: desk, "ar")
    #expect(arabic.output.isEmpty && !arabic.errors.contains(sentence))
    #expect(arabic.errors.contains { ("\u{0621}"..."\u{064A}").contains($0) })
  }

  @Test func statesAreSaidInTheReadersLanguage() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    let letter = "OUT-1448-000001"
    let copy = [
      "copy", letter, "--template", "acceptance-letter", "--records", desk.path + "/records.json",
    ]
    #expect(try run(copy, in: desk, "ar").output == "مطابق\n")
    let found = try run(["mail", "status", letter], in: desk, "ar").output
    #expect(found.hasPrefix("\(letter)\tالبريد الإلكتروني\tينتظر\t0\t"), "\(found)")
    let shown = ["register", "show", letter, "--reveal", "--reason", "مراجعة"]
    #expect(try run(shown, in: desk, "ar").code == 0)
    let void = ["register", "void", letter, "--reason", "خطأ", "--approver", "سلمان"]
    #expect(try run(void, in: desk, "ar").output.hasPrefix("\(letter)\tإلغاء\t"))
    for (language, action) in [("ar", "عرض"), ("en", "view")] {
      let looks = try run(["register", "accesses"], in: desk, language).output
      #expect(looks.contains("\tمنيرة\t\(action)\t\(letter)\tمراجعة\n"), "\(looks)")
    }
  }

  /// A line of the access log that the program can't have written so is shown and marked.
  @Test func aTamperedAccessIsShownAndMarked() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    #expect(try run(["register", "show", "1448/1", "--reveal"], in: desk, "en").code == 0)
    _ = try desk.query("UPDATE accesses SET action = 'seen', at = 'once'")
    let found = try run(["register", "accesses"], in: desk, "en")
    #expect(found.code == 1 && found.output == "once\tمنيرة\tseen\t1\t\tunreadable\n", "\(found.output)")
    #expect(found.errors.contains("[khitab.access-unreadable]"))
  }

  @Test func aMistypedCodeIsToldFromOneThatWasNeverGiven() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    let code = try #require(try desk.query("SELECT code FROM entries").first)
    #expect(try run(["register", "show", code], in: desk, "en").code == 0)
    let wrong = String(code.dropLast() + (code.hasSuffix("A") ? "B" : "A"))
    let mistyped = try run(["register", "show", wrong], in: desk, "en")
    #expect(mistyped.code == 1 && mistyped.errors.contains("[issuing.code-mistyped]"), "\(mistyped.errors)")
    // A sound one, of no letter here.
    let strange = try run(["register", "show", "9DM6-JX31-C8G8"], in: desk, "en")
    #expect(strange.code == 1 && !strange.errors.contains("[issuing.code-mistyped]"), "\(strange.errors)")
  }

  /// What a carrier said of a letter is about the person, who gets it with all the rest.
  @Test func aPersonGetsWhatCarriersSaid() throws {
    let desk = try IssuingDesk(members: 1)
    #expect(try desk.issue(row: 1).code == 0)
    _ = try desk.query(
      """
      INSERT INTO deliveries (entry, channel, state, attempt, at, done_by, reason, tracking, evidence)
      VALUES (1, 'post', 'returned', 1, '2026-11-26T09:00:00Z', 'ساعي', 'لم يستدل على العنوان', 'RR100', 'slip.pdf')
      """)
    let file = desk.path + "/subject.json"
    let written = try run(["register", "subject", "0001", "--output", file], in: desk, "en")
    #expect(written.code == 0, "\(written.errors)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("\"reason\" : \"لم يستدل على العنوان\""))
    #expect(text.contains("\"tracking\" : \"RR100\"") && text.contains("\"evidence\" : \"slip.pdf\""))
  }

  @Test(arguments: [["--enclosures=-5"], ["--enclosures", "2", "--enclosures-found=-1"]])
  func noLetterHasLessThanNoEnclosures(further: [String]) throws {
    let desk = try IssuingDesk(members: 1)
    let received = try run(
      ["register", "receive", "--from", "أمانة المنطقة", "--subject", "طلب بيانات"] + further, in: desk, "en")
    #expect(received.code == 2 && received.output.isEmpty, "\(received.errors)")
    #expect(received.errors.contains("enclosures are counted from 0"), "\(received.errors)")
  }

  /// The bytes of a text as SQLite's `hex()` writes them: an act's content begins with random ones, which end a text.
  private func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// A document's kind is taken in any spelling; another than the service asks for is warned of.
  @Test(arguments: [
    ("صك ملكيه", "[issuing.case-document-read-as]", "صك ملكية"),
    ("صك الملكية", "[issuing.case-document]", "Did you mean “صك ملكية”?"),
    ("رخصة قيادة", "[issuing.case-document]", "The service's documents: هوية وطنية"),
  ])
  func aDocumentsKindIsTheCataloguesOwn(kind: String, id: String, words: String) throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    try "new --members members.csv --only \"رقم العضوية=0002\" --service \"ترميم مسكن\" --details \"سقف.\""
      .write(
        toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    #expect(try run(["case", "run", desk.path + "/story.txt"], in: desk, "en").code == 0)
    let number = try desk.query("SELECT printed FROM entries").first ?? ""
    let added = try run(["case", "add", number, "--kind", kind], in: desk, "en")
    #expect(added.code == 0 && added.errors.contains(id), "\(added.errors)")
    #expect(added.errors.filter { !"\u{2068}\u{2069}".contains($0) }.contains(words), "\(added.errors)")
    let sealed = try desk.query("SELECT hex(content) FROM case_acts WHERE place = 1").joined()
    #expect(
      sealed.contains(hexadecimal("\"kind\":\"صك ملكية\"")) == (id == "[issuing.case-document-read-as]"),
      "\(sealed)")
  }

  /// An amount is read as a record's is, in digits of any kind, and what could be two amounts is asked about.
  @Test(
    arguments: [
      ("٢٬٥٠٠٫٥٠", 250_050, ""), ("2500", 250_000, ""), ("١٥٠٠ ريال", 150_000, ""),
      ("1.500", nil, "[values.amount-"), ("=-5", nil, "[values.amount-negative]"),
      ("9999999999", nil, "[khitab.amount-out-of-range]"),
    ] as [(String, Int?, String)])
  func anAmountIsReadAsInRecords(text: String, halalas: Int?, id: String) throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    let option = text.hasPrefix("=") ? ["--amount" + text] : ["--amount", text]
    let opened = try run(
      [
        "case", "new", "--members", desk.path + "/members.csv", "--only", "رقم العضوية=0002", "--service",
        "ترميم مسكن", "--details", "سقف.",
      ] + option, in: desk, "en")
    #expect(opened.code == (halalas == nil ? 1 : 0), "\(opened.errors)")
    #expect(opened.errors.contains(id) || id.isEmpty, "\(opened.errors)")
    let content = halalas == nil ? "" : try desk.query("SELECT hex(content) FROM case_acts").joined()
    #expect(halalas.map { content.contains(hexadecimal("\"amount\":\($0)")) } ?? true, "\(content)")
  }

  @Test func noWordsAreWrittenForNoAmount() throws {
    let desk = try IssuingDesk(members: 1)
    let value = try Program.run(["value", "money", "0", "--lang", "en"])
    #expect(value.code == 1 && value.errors.contains("[values.zero-amount-in-words]"), "\(value.errors)")
    #expect(value.output.contains("in digits") && !value.output.contains("in words"), "\(value.output)")
    var member = IssuingDesk.member(1)
    member["مبلغ الدعم"] = "0"
    try desk.write([member])
    let letter = try desk.issue(row: 1)
    #expect(letter.code == 1 && letter.errors.contains("[values.zero-amount-in-words]"), "\(letter.errors)")
  }

  /// What is warned of an office is said by the worker too, on standard error.
  @Test func theWorkerWarnsOfItsOffice() throws {
    let desk = try IssuingDesk(members: 1)
    let template = desk.folder.url.appending(path: "t.khitab")
    try "النوع: خطاب\nالعنوان: تجربة\nالموقع: المدير التنفيذي\n---\nنفيد {{صيغة: بعلمه / بعلمها}}.\n".write(
      to: template, atomically: true, encoding: .utf8)
    let check = try run(["check", template.path], in: desk, "en")
    #expect(check.code == 0 && check.errors.contains("warning"), "\(check.errors)")
    let process = Program.start(
      Program.path, ["worker", "--template", template.path, "--office", desk.path, "--lang", "en"])
    let errors = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    let said = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && said.contains("warning"), "\(said)")
  }
}
