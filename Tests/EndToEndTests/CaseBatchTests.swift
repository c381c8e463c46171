import Foundation
import TestSupport
import Testing

/// Letters of a batch that are acts of cases: entered in the case by the transaction that enters the letter.
@Suite struct CaseBatchTests {
  private static let story = """
    at 2026-11-23
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر."
    submit 1448/0001 --channel site
    new --members members.csv --only "رقم العضوية=0001" --service "دعم سداد إيجار" --details "تعثر السداد." --amount 900
    submit 1448/0002 --channel phone
    """
  private let late = "2027-01-10T09:00:00Z"

  private func desk() throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 1)
    for name in ["catalogue.yaml", "members.csv"] {
      try FileManager.default.copyItem(
        atPath: Repository.file("samples/\(name)").path, toPath: desk.path + "/" + name)
    }
    try Self.story.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    let told = try desk.run(["case", "run", desk.path + "/story.txt", "--office", desk.path])
    #expect(told.code == 0, "\(told.errors)")
    return desk
  }

  private func find(_ desk: IssuingDesk) throws -> Program.Result {
    try desk.run(
      [
        "batch", "find", "overdue", "--office", desk.path, "--reason", "لاستكمال التقرير الهندسي", "--until",
        "2027-01-20", "--output", desk.path + "/overdue.json",
      ], at: late)
  }

  private func approved(_ desk: IssuingDesk) throws -> String {
    let plan = try desk.run(
      [
        "batch", "plan", "--template", "study-extension", "--office", desk.path, "--records",
        desk.path + "/overdue.json",
      ], at: late)
    #expect(plan.code == 0, "\(plan.errors)")
    let id = plan.output.trimmingCharacters(in: .newlines)
    let approval = try desk.run(["batch", "approve", id, "--office", desk.path], by: "سلمان")
    #expect(approval.code == 0, "\(approval.errors)")
    return id
  }

  private func events(_ number: String, _ desk: IssuingDesk) throws -> [String] {
    let shown = try desk.run(["case", "show", number, "--office", desk.path], at: late)
    return shown.output.split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("20") }
  }

  @Test func aLateReplysLetterStandsInItsCase() throws {
    let desk = try desk()
    #expect(try find(desk).output.split(separator: "\n").count == 2)
    let batch = try approved(desk)
    for issued in ["2 issued now", "0 issued now"] {
      let run = try desk.run(["batch", "run", batch, "--office", desk.path], at: late)
      #expect(run.code == 0, "\(run.errors)")
      let report = try desk.run(["batch", "report", batch, "--office", desk.path])
      #expect(report.code == 0, "\(issued): \(report.errors)")
    }
    for number in ["1448/0001", "1448/0002"] {
      #expect(
        try events(number, desk) == ["2026-11-23\tsubmit\tمنيرة", "2027-01-10\textend\tمنيرة"],
        "once, whoever runs it again")
    }
    // Each act names its letter, and each letter the request it is based on.
    let acts = try desk.query(
      """
      SELECT e.reference, a.related, l.related, l.relation FROM acts a JOIN entries e ON a.entry = e.position
      JOIN entries l ON l.reference = a.related WHERE a.reason = 'extend' ORDER BY a.related
      """)
    #expect(
      acts.map { $0.split(separator: "|").map(String.init) }.allSatisfy {
        $0.count == 4 && $0[0] == $0[2] && $0[3] == "based-on"
      })
    #expect(acts.count == 2)
    // The promised day is known to the case: nobody is written to again before it is over.
    #expect(try find(desk).output.isEmpty)
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// A case that was withdrawn after the plan gets no letter, and its letter takes no number from the others.
  @Test func whatTheCaseDoesNotAllowStopsItsLetterAlone() throws {
    let desk = try desk()
    #expect(try find(desk).code == 0)
    let batch = try approved(desk)
    let withdrawn = try desk.run(
      ["case", "withdraw", "1448/0001", "--reason", "بطلبها", "--office", desk.path], at: late)
    #expect(withdrawn.code == 0, "\(withdrawn.errors)")
    let run = try desk.run(["batch", "run", batch, "--office", desk.path], at: late)
    #expect(run.code == 1)
    #expect(
      run.errors.contains("[issuing.batch-case-refused]") && run.errors.contains("[cases.not-here]"),
      "\(run.errors)")
    #expect(
      try desk.query("SELECT number, request FROM entries WHERE series = 'outgoing'") == ["1|1448/0002"])
    #expect(try events("1448/0001", desk).last == "2027-01-10\twithdraw\tمنيرة")
    #expect(try events("1448/0002", desk).last == "2027-01-10\textend\tمنيرة")
    // Planned now, it is refused before any number.
    let plan = try desk.run(
      [
        "batch", "plan", "--template", "study-extension", "--office", desk.path, "--records",
        desk.path + "/overdue.json",
      ], at: late)
    #expect(plan.code == 1 && plan.errors.contains("[issuing.batch-case-refused]"), "\(plan.errors)")
  }
}
