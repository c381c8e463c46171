import Foundation
import TestSupport
import Testing

/// `khitab prepare`, `approve` and `issue NAME`: a letter gets its number as somebody else approved it, or not at all.
@Suite struct ApprovalTests {
  private let morning = "2026-11-26T09:00:00Z"
  private let noon = "2026-11-26T12:30:00Z"
  private let evening = "2026-11-26T18:00:00Z"

  private func prepare(
    _ desk: IssuingDesk, _ further: [String] = ["--row", "1"], letters: [String]? = nil
  ) throws -> Program.Result {
    try desk.run(["prepare"] + (letters ?? desk.letters()) + further, at: morning)
  }

  private func approve(_ desk: IssuingDesk, _ name: String, by: String = "سلمان", role: String = "approver")
    throws -> Program.Result
  {
    try desk.run(["approve", name, "--role", role, "--office", desk.path], by: by, at: noon)
  }

  private func issue(_ desk: IssuingDesk, _ name: String, _ further: [String] = []) throws -> Program.Result {
    try desk.run(["issue", name, "--office", desk.path] + further, at: evening)
  }

  /// A letter's name, prepared and approved.
  private func approved(_ desk: IssuingDesk, letters: [String]? = nil) throws -> String {
    let prepared = try prepare(desk, letters: letters)
    #expect(prepared.code == 0, "\(prepared.errors)")
    let name = prepared.output.trimmingCharacters(in: .newlines)
    let word = try approve(desk, name)
    #expect(word.code == 0, "\(word.errors)")
    return name
  }

  private func amend(_ desk: IssuingDesk, _ settings: String) throws {
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    #expect(office.contains("السجلات:"))
    try office.replacing("السجلات:", with: "السجلات:\n  \(settings)").write(
      to: file, atomically: true, encoding: .utf8)
  }

  @Test func aLetterIsIssuedAsSomebodyElseApprovedItOnce() throws {
    let desk = try IssuingDesk(members: 2)
    let prepared = try prepare(desk, ["--row", "2", "--draft-to", desk.path + "/look.pdf"])
    #expect(prepared.code == 0, "\(prepared.errors)")
    let name = prepared.output.trimmingCharacters(in: .newlines)
    let draft = try Program.run(URL(filePath: "/usr/bin/pdftotext"), [desk.path + "/look.pdf", "-"]).output
    #expect(draft.contains("ترميم") && !draft.contains("1448/272"))
    #expect(try desk.query("SELECT count(*) FROM entries") == ["0"])
    let waiting = try desk.run(["approve", "--office", desk.path])
    #expect(waiting.output == "\(name)\t1\tمنيرة\t2026-11-26 12:00\n")

    let early = try issue(desk, name)
    #expect(early.code == 1 && early.errors.contains("[khitab.batch-not-approved]"), "\(early.errors)")
    let own = try approve(desk, name, by: "منيرة")
    #expect(own.code == 1 && own.errors.contains("[khitab.approves-own-batch]"), "\(own.errors)")
    #expect(try approve(desk, name, by: "منيرة", role: "reviewer").code == 1)
    #expect(try approve(desk, name).code == 0)
    #expect(try desk.run(["approve", "--office", desk.path]).output.isEmpty)

    let first = try issue(desk, name)
    let line = "OUT-1448-000001\t1448/1\t\(desk.path)/letters/1448/SANA-OUT-1448-000001.pdf\n"
    #expect(first.code == 0 && first.output == line, "\(first.errors)")
    // Whoever runs it again is told of the same letter.
    let again = try issue(desk, name)
    #expect(again.code == 0 && again.output == line, "\(again.errors)")
    try desk.expectExactly(1)
    // What is out is neither approved nor prepared again.
    for late in [try approve(desk, name, by: "هيا"), try prepare(desk, ["--row", "2"])] {
      #expect(late.code == 1 && late.output.isEmpty && late.errors.contains("[register.issued-already]"))
    }

    let plan = try #require(try desk.query("SELECT plan_sha256 FROM batches").first)
    #expect(
      try desk.query("SELECT preparer, approver, approved_at, plan_sha256, request, batch FROM entries") == [
        "منيرة|سلمان|\(noon)|\(plan)|1448/1002|\(name)"
      ])
    let shown = try desk.run(["register", "show", "1448/1", "--office", desk.path]).output
    #expect(
      shown.contains("المعتمد: \u{2068}سلمان\u{2069}")
        && shown.contains("وقت الاعتماد: \u{2068}2026-11-26 15:30\u{2069}")
        && shown.contains(plan), "\(shown)")
    // The words are links of the ledger: another moment of approval is found.
    _ = try desk.query("UPDATE entries SET approved_at = '\(morning)'")
    let audit = try desk.run(["register", "audit", "--office", desk.path])
    #expect(audit.code == 1 && audit.errors.contains("OUT-1448-000001"), "\(audit.output)\(audit.errors)")
  }

  /// Whatever changes after the approval makes it void: no number, no file, and it is said what changed, in both languages.
  @Test func whatChangedAfterTheApprovalMakesItVoid() throws {
    let desk = try IssuingDesk(members: 1)
    for (from, to) in [("acceptance-letter", "own"), ("theme", "theme")] {
      try FileManager.default.copyItem(
        atPath: Repository.file("Templates/\(from)").path, toPath: "\(desk.path)/\(to)")
    }
    var letters = desk.letters()
    letters[1] = desk.path + "/own/template.khitab"
    letters += ["--theme", desk.path + "/theme"]
    func append(_ text: String, to file: String) throws {
      let url = desk.folder.url.appending(path: file)
      try (String(contentsOf: url, encoding: .utf8) + text).write(to: url, atomically: true, encoding: .utf8)
    }
    func isVoid(_ id: String, _ english: String, _ arabic: String, after change: () throws -> Void) throws {
      let name = try approved(desk, letters: letters)
      try change()
      let refused = try issue(desk, name)
      #expect(refused.code == 1 && refused.output.isEmpty)
      #expect(refused.errors.contains("[\(id)]") && refused.errors.contains(english), "\(refused.errors)")
      let said = try Program.run(
        ["issue", name, "--office", desk.path, "--lang", "ar"], folder: desk.folder.url)
      #expect(said.code == 1 && said.errors.contains(arabic), "\(said.errors)")
    }
    try isVoid("issuing.batch-record-changed", "the approval holds no more", "فبطل اعتماده") {
      var member = IssuingDesk.member(1)
      member["مبلغ الدعم"] = "99999"
      try desk.write([member])
    }
    try isVoid("khitab.batch-inputs-changed", "template_sha256", "بصمة القالب") {
      try append("\nسطر زاده أحدهم.\n", to: "own/template.khitab")
    }
    try isVoid("khitab.batch-inputs-changed", "office_sha256", "بصمة ملف الجمعية") {
      try append("\n# تعليق\n", to: "office.yaml")
    }
    try isVoid("khitab.batch-inputs-changed", "theme_sha256", "بصمة السمة") {
      try append("\n# تعليق\n", to: "theme/theme.yaml")
    }
    try isVoid("khitab.batch-not-approved", "isn't approved yet", "لم يُعتمد بعد") {
      _ = try desk.query("UPDATE batches SET plan = replace(plan, 'منيرة', 'هدى')")
    }
    // As it is now it is approved anew and issued.
    #expect(try issue(desk, try approved(desk, letters: letters)).code == 0)
    try desk.expectExactly(1)
  }

  @Test func anOfficeThatWantsApprovalIssuesNothingWithoutIt() throws {
    let desk = try IssuingDesk(members: 2)
    try amend(desk, "اعتماد الخطابات: نعم")
    for further in [[], ["--approver", "سلمان"]] {
      let refused = try desk.issue(row: 1, further)
      #expect(
        refused.code == 1 && refused.output.isEmpty
          && refused.errors.contains("[issuing.letter-not-approved]"),
        "\(refused.errors)")
    }
    #expect(try issue(desk, try approved(desk)).code == 0)
    let batch = try desk.approvedBatch("thanks-letter")
    #expect(try desk.run(["batch", "run", batch, "--office", desk.path]).code == 0)
    #expect(
      try desk.query("SELECT approver, approved_at IS NOT NULL, plan_sha256 IS NOT NULL FROM entries")
        == Array(repeating: "سلمان|1|1", count: 3))
    // A paper that stays in the house needs nobody's word.
    try desk.write([
      [
        "الجهة المرسلة": "إدارة علاقات الأعضاء", "الجهة المرسل إليها": "الإدارة المالية",
        "موضوع الخطاب": "صرف الدعم", "نص الخطاب": "نأمل صرف الدعم المعتمد.",
      ]
    ])
    let memo = try desk.run(["issue"] + desk.letters("internal-memo"))
    #expect(memo.code == 0 && memo.output.hasPrefix("INT-"), "\(memo.errors)")
  }

  @Test func everyRoleThatTheOfficeNamesGivesItsWord() throws {
    let desk = try IssuingDesk(members: 1)
    try amend(desk, "المعدون: [منيرة]\n  المراجعون: [عبير]\n  المعتمدون: [سلمان]")
    let stranger = try desk.run(["prepare", "--row", "1"] + desk.letters(), by: "سعد")
    #expect(stranger.code == 1 && stranger.errors.contains("[issuing.not-in-role]"), "\(stranger.errors)")
    #expect(stranger.output.isEmpty)
    #expect(try desk.query("SELECT count(*) FROM batches") == ["0"])
    let prepared = try prepare(desk)
    let name = prepared.output.trimmingCharacters(in: .newlines)
    let other = try approve(desk, name, by: "أحمد")
    #expect(other.code == 1 && other.errors.contains("[khitab.approver-not-in-role]"), "\(other.errors)")
    #expect(try approve(desk, name).code == 0)
    let early = try issue(desk, name)
    #expect(early.code == 1 && early.errors.contains("[issuing.role-empty]"), "\(early.errors)")
    #expect(try approve(desk, name, by: "عبير", role: "reviewer").code == 0)
    #expect(try issue(desk, name).code == 0)
    #expect(
      try desk.query("SELECT reviewer, reviewed_at, approver, approved_at FROM entries") == [
        "عبير|\(noon)|سلمان|\(noon)"
      ])
  }

  @Test func aLetterWithMistakesIsNotPreparedAndARelationIsKept() throws {
    let desk = try IssuingDesk(members: 2)
    var members = (1...2).map { IssuingDesk.member($0) }
    members[0]["مبلغ الدعم"] = "كثير"
    try desk.write(members)
    let refused = try prepare(desk)
    #expect(refused.code == 1 && refused.output.isEmpty && refused.errors.contains("error: "))
    #expect(try desk.query("SELECT count(*) FROM batches") == ["0"])
    #expect(try desk.issue(row: 2, at: morning).code == 0)
    // Chosen by a number of a person, which isn't kept.
    let prepared = try prepare(desk, ["--only", "رقم العضوية=0002", "--further-to", "1448/1"])
    #expect(prepared.code == 0, "\(prepared.errors)")
    #expect(try !desk.query("SELECT plan FROM batches").joined().contains("0002"))
    let name = prepared.output.trimmingCharacters(in: .newlines)
    #expect(try approve(desk, name).code == 0)
    #expect(try issue(desk, name).code == 0)
    #expect(
      try desk.query("SELECT relation, related, request FROM entries WHERE number = 2") == [
        "further-to|OUT-1448-000001|1448/1002"
      ])
    for wrong in [["--template", "thanks-letter"], ["--approver", "سعد"], ["--row", "1"]] {
      #expect(try issue(desk, name, wrong).code == 2)
    }
  }

  /// Somebody says a thing once, and a draft shows no number, not even one that the record states.
  @Test func aWordIsRecordedOnceAndADraftHasNoNumber() throws {
    let desk = try IssuingDesk(members: 1)
    var member = IssuingDesk.member(1)
    (member["رقم الخطاب"], member["تاريخ الخطاب"]) = ("1448/272", "1448/06/02هـ")
    try desk.write([member])
    let prepared = try prepare(desk, ["--draft-to", desk.path + "/look.pdf"])
    let name = prepared.output.trimmingCharacters(in: .newlines)
    let draft = try Program.run(URL(filePath: "/usr/bin/pdftotext"), [desk.path + "/look.pdf", "-"]).output
    #expect(draft.contains("ترميم") && !draft.contains("1448/272") && draft.contains("١٦"), "\(draft)")
    for _ in 1...2 { #expect(try approve(desk, name).code == 0) }
    #expect(try desk.query("SELECT role, done_by FROM approvals") == ["approver|سلمان"])
    #expect(try prepare(desk, ["--channel", "fax"]).code == 2)
  }

  @Test func aBatchThatIsOutIsNotApprovedAnyMore() throws {
    let desk = try IssuingDesk(members: 2)
    let name = try desk.approvedBatch()
    #expect(try desk.run(["batch", "run", name, "--office", desk.path]).code == 0)
    let late = try desk.run(["approve", name, "--office", desk.path], by: "هيا")
    #expect(late.code == 1 && late.errors.contains("[khitab.batch-is-out]"), "\(late.errors)")
    #expect(try desk.query("SELECT done_by FROM approvals") == ["سلمان"])
  }

  /// A name that differs by what nobody sees is the same name.
  @Test func nobodyApprovesTheirOwnUnderANameWithBlanks() throws {
    let desk = try IssuingDesk(members: 1)
    let plan = try desk.run(["batch", "plan"] + desk.letters(), by: "سلمان")
    let name = plan.output.trimmingCharacters(in: .newlines)
    for by in ["سلمان", "سلمان ", " سلمان", "سلما\u{200F}ن", "سلمان\n"] {
      let own = try desk.run(["approve", name, "--office", desk.path], by: by)
      #expect(own.code == 1 && own.errors.contains("[khitab.approves-own-batch]"), "\(own.errors)")
    }
    for by in ["", " ", "\u{200F}"] {
      #expect(try desk.run(["approve", name, "--office", desk.path], by: by).code == 2)
    }
    let blank = ["withdraw", name, "--office", desk.path, "--reason", " "]
    #expect(try desk.run(blank, by: "سلمان").code == 2)
    #expect(try desk.query("SELECT count(*) FROM approvals") == ["0"])
    let twoNames = try desk.issue(row: 1, ["--by", "هيا", "--approver", "هيا "])
    #expect(twoNames.code == 1 && twoNames.errors.contains("[issuing.approves-own]"), "\(twoNames.errors)")
  }

  /// By its preparer, or by whom the office names; before it is issued, for good, and as a link of the ledger.
  @Test func aPreparedLetterIsWithdrawnAndPreparedAnew() throws {
    let desk = try IssuingDesk(members: 2)
    try amend(desk, "المعتمدون: [سلمان]")
    func withdraw(_ name: String, by: String) throws -> Program.Result {
      try desk.run(
        ["withdraw", name, "--reason", "خطأ في المبلغ", "--office", desk.path], by: by, at: evening)
    }
    let first = try approved(desk)
    let stranger = try withdraw(first, by: "سعد")
    #expect(stranger.code == 1 && stranger.errors.contains("[khitab.may-not-withdraw]"), "\(stranger.errors)")
    #expect(try withdraw(first, by: "منيرة").code == 0)
    for late in [try withdraw(first, by: "سلمان"), try issue(desk, first), try approve(desk, first)] {
      #expect(late.code == 1 && late.errors.contains("[register.withdrawn]"), "\(late.errors)")
      #expect(late.errors.contains("منيرة") && late.errors.contains("2026-11-26"))
    }
    let listed = try desk.run(["withdraw", "--office", desk.path])
    #expect(listed.output == "\(first)\tمنيرة\t2026-11-26 21:00\tخطأ في المبلغ\n")
    #expect(try desk.run(["withdraw", first, "--office", desk.path]).code == 2)
    // Anew under another name, which nobody has approved yet.
    let second = try prepare(desk).output.trimmingCharacters(in: .newlines)
    #expect(second != first && second.hasPrefix("acceptance-letter-"))
    #expect(try issue(desk, second).errors.contains("[khitab.batch-not-approved]"))
    #expect(try approve(desk, second).code == 0)
    #expect(try issue(desk, second).code == 0)
    let late = try withdraw(second, by: "سلمان")
    #expect(late.code == 1 && late.errors.contains("[register.issued-already]"), "\(late.errors)")
    // Voided, it may be prepared once more.
    let void = [
      "register", "void", "1448/1", "--reason", "خطأ", "--approver", "سلمان", "--office", desk.path,
    ]
    #expect(try desk.run(void, at: evening).code == 0)
    #expect(try prepare(desk).output.trimmingCharacters(in: .newlines) != second)
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// Two clerks at one letter at the same moment: one number, and both are told of it.
  @Test func clerksWhoIssueOneLetterAtOnceAreToldOfTheSameNumber() async throws {
    let desk = try IssuingDesk(members: 1)
    let name = try approved(desk)
    let line = "OUT-1448-000001\t1448/1\t\(desk.path)/letters/1448/SANA-OUT-1448-000001.pdf\n"
    let outputs = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 1...3 { group.addTask { try issue(desk, name).output } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outputs == Array(repeating: line, count: 3))
    try desk.expectExactly(1)
  }

  /// A batch isn't run by the command for one letter, and a second letter of the same request is warned of.
  @Test func aBatchStandsBesideSingleLetters() throws {
    let desk = try IssuingDesk(members: 2)
    #expect(try issue(desk, try approved(desk)).code == 0)
    let plan = try desk.run(["batch", "plan"] + desk.letters())
    #expect(plan.code == 0 && plan.errors.components(separatedBy: "[issuing.earlier-letter]").count == 2)
    let batch = try desk.approvedBatch()
    let lost = try issue(desk, batch)
    #expect(lost.code == 1 && lost.errors.contains("[khitab.prepared-is-batch]"), "\(lost.errors)")
    let reason = ["--reason", "خطأ", "--office", desk.path]
    #expect(try desk.run(["withdraw", batch] + reason, by: "سلمان").code == 0)
    #expect(try desk.approvedBatch() != batch)
    let run = try desk.run(["batch", "run", batch, "--office", desk.path])
    #expect(run.code == 1 && run.errors.contains("[register.withdrawn]"), "\(run.errors)")
    #expect(try desk.query("SELECT count(*) FROM entries") == ["1"])
    let again = try desk.issue(row: 1)
    #expect(again.code == 0 && again.errors.contains("[issuing.earlier-letter]"), "\(again.errors)")
    #expect(try !desk.issue(row: 2).errors.contains("[issuing.earlier-letter]"))
  }

  /// A batch that is withdrawn half way: what is out stays out, the rest isn't issued, and a new plan says what it repeats.
  @Test func aBatchWithdrawnHalfWayGoesNoFurther() throws {
    let desk = try IssuingDesk(members: 2)
    let batch = try desk.approvedBatch()
    var changed = (1...2).map { IssuingDesk.member($0) }
    changed[1]["مبلغ الدعم"] = "1.00"
    try desk.write(changed)
    #expect(try desk.run(["batch", "run", batch, "--office", desk.path]).code == 1)
    let reason = ["--reason", "خطأ", "--office", desk.path]
    #expect(try desk.run(["withdraw", batch] + reason, by: "سلمان").code == 0)
    try desk.write((1...2).map { IssuingDesk.member($0) })
    let run = try desk.run(["batch", "run", batch, "--office", desk.path])
    #expect(run.code == 1 && run.errors.contains("[register.withdrawn]"), "\(run.errors)")
    try desk.expectExactly(1)
    let again = try desk.run(["batch", "plan"] + desk.letters())
    #expect(again.code == 0 && again.output.trimmingCharacters(in: .newlines) != batch)
    #expect(again.errors.contains("[issuing.batch-partly-issued]"), "\(again.errors)")
  }
}
