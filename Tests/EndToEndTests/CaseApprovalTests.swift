import Foundation
import TestSupport
import Testing

/// `khitab case … --prepare` and `--approved`: an act whose letters go out as somebody else approved them.
@Suite struct CaseApprovalTests {
  private static let story = """
    at 2026-11-23
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر."
    submit 1448/0001 --channel site
    """
  private let monday = ["--now", "2026-11-23T09:00:00Z"]
  private let tuesday = ["--now", "2026-11-24T09:00:00Z"]

  /// An office that wants letters approved, with a case that is handed in.
  private func desk() throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("السجلات:", with: "السجلات:\n  اعتماد الخطابات: نعم").write(
      to: file, atomically: true, encoding: .utf8)
    try Self.story.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    let told = try desk.run(["case", "run", desk.path + "/story.txt", "--office", desk.path])
    #expect(told.code == 0, "\(told.errors)")
    return desk
  }

  private func act(_ words: [String], _ desk: IssuingDesk, by: String? = nil) throws -> Program.Result {
    try desk.run(["case"] + words + ["--office", desk.path], by: by)
  }

  private func approved(_ words: [String], _ desk: IssuingDesk) throws -> String {
    let prepared = try act(words + ["--prepare"] + monday, desk)
    #expect(prepared.code == 0, "\(prepared.errors)")
    let name = prepared.output.trimmingCharacters(in: .newlines)
    let own = try desk.run(["approve", name, "--office", desk.path] + monday, by: "منيرة")
    #expect(own.code == 1 && own.errors.contains("[khitab.approves-own-batch]"), "\(own.errors)")
    let word = try desk.run(["approve", name, "--office", desk.path] + monday, by: "سلمان")
    #expect(word.code == 0, "\(word.errors)")
    return name
  }

  @Test func anActIsDoneAsItWasApproved() throws {
    let desk = try desk()
    let early = try act(["send-receipt", "1448/0001", "--approver", "سلمان"] + monday, desk)
    #expect(early.code == 1 && early.errors.contains("[issuing.letter-not-approved]"), "\(early.errors)")
    // What prints no letter needs nobody's word.
    let id = ["add", "1448/0001", "--kind", "هوية وطنية", "--expires", "2028-02-01"]
    #expect(try act(id + monday, desk).code == 0)
    let name = try approved(["send-receipt", "1448/0001"], desk)
    let draft = try desk.folder.contents(of: "papers").keys.filter {
      $0.hasSuffix("-receipt-notice-draft.pdf")
    }
    #expect(draft.count == 1)
    let look = try Program.run(
      URL(filePath: "/usr/bin/pdftotext"), [desk.path + "/papers/" + (draft.first ?? ""), "-"]
    ).output
    #expect(look.contains("1448/0001") && !look.contains("1448/1\n"), "\(look)")
    let plan = try desk.query("SELECT plan FROM batches").joined()
    #expect(!plan.contains("نورة") && !plan.contains("0002"), "\(plan)")
    let lost = try desk.run(["issue", name, "--office", desk.path])
    #expect(lost.code == 1 && lost.errors.contains("[khitab.prepared-is-act]"), "\(lost.errors)")
    let report = try desk.run(["batch", "report", name, "--office", desk.path])
    #expect(report.code == 1 && report.errors.contains("[khitab.prepared-is-act]"), "\(report.errors)")
    #expect(try desk.query("SELECT count(*) FROM entries WHERE series = 'outgoing'") == ["0"])
    // The next day, by a colleague.
    let done = try act(["send-receipt", "1448/0001", "--approved", name] + tuesday, desk, by: "سعد")
    #expect(done.code == 0, "\(done.errors)")
    let digest = try desk.query("SELECT plan_sha256 FROM batches")
    #expect(
      try desk.query(
        "SELECT preparer, approver, approved_at, plan_sha256, day FROM entries WHERE series = 'outgoing'")
        == ["منيرة|سلمان|2026-11-23T09:00:00Z|\(digest[0])|2026-11-24"])
    // Once.
    let again = try act(["send-receipt", "1448/0001", "--approved", name] + tuesday, desk)
    #expect(again.code == 1, "\(again.output)")
    #expect(try desk.query("SELECT count(*) FROM entries WHERE series = 'outgoing'") == ["1"])
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// Another act, another place in the case, another form of anything the papers come of: the approval is void.
  @Test func whatChangedAfterTheApprovalMakesItVoid() throws {
    let desk = try desk()
    let extend = ["extend", "1448/0001", "--reason", "انتظار التقرير", "--until", "2026-12-20"]
    let unapproved = try act(["send-receipt", "1448/0001", "--prepare"] + monday, desk)
      .output.trimmingCharacters(in: .newlines)
    let name = try approved(extend, desk)
    func isRefused(_ words: [String], as name: String, _ id: String, _ said: String = "error") throws {
      let refused = try act(words + ["--approved", name] + tuesday, desk)
      #expect(
        refused.code == 1 && refused.errors.contains("[\(id)]") && refused.errors.contains(said),
        "\(said): \(refused.errors)")
    }
    try isRefused(["send-receipt", "1448/0001"], as: unapproved, "issuing.act-not-approved")
    try isRefused(extend, as: "extend-00000000", "issuing.no-prepared-act")
    let withdrawal = ["withdraw", unapproved, "--reason", "خطأ", "--office", desk.path] + monday
    #expect(try desk.run(withdrawal).code == 0)
    try isRefused(["send-receipt", "1448/0001"], as: unapproved, "register.withdrawn")
    try isRefused(["send-receipt", "1448/0001"], as: name, "issuing.act-changed", "the act")
    let later = extend.dropLast() + ["2026-12-27"]
    try isRefused(Array(later), as: name, "issuing.act-changed", "the act, values_sha256")
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try (office + "\n# تعليق\n").write(to: file, atomically: true, encoding: .utf8)
    try isRefused(extend, as: name, "issuing.act-changed", "office_sha256")
    try office.write(to: file, atomically: true, encoding: .utf8)
    let document = ["add", "1448/0001", "--kind", "هوية وطنية", "--expires", "2028-02-01"]
    #expect(try act(document + monday, desk).code == 0)
    try isRefused(extend, as: name, "issuing.act-changed", "its place in it")
    #expect(try desk.query("SELECT count(*) FROM entries WHERE series = 'outgoing'") == ["0"])
  }
}
