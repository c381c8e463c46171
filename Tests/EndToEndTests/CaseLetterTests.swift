import Foundation
import TestSupport
import Testing

/// Letters that are acts of cases, single ones and those of batches: entered in the case by the transaction that enters
/// the letter.
@Suite struct CaseLetterTests {
  private static let story = """
    at 2026-11-23
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر."
    submit 1448/0001 --channel site
    new --members members.csv --only "رقم العضوية=0001" --service "دعم سداد إيجار" --details "تعثر السداد." --amount 900
    submit 1448/0002 --channel phone
    """
  private let late = "2027-01-10T09:00:00Z"

  /// The offices in which the stories were told, once for all tests: their papers take time.
  private static let opened = Result { try told(story) }
  private static let decided = Result { try told(storyOfDecision) }

  private static func told(_ story: String) throws -> IssuingDesk {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    try story.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    let told = try desk.run(["case", "run", desk.path + "/story.txt", "--office", desk.path])
    #expect(told.code == 0, "\(told.errors)")
    return desk
  }

  /// The papers' names tell the request, though its number begins with an Arabic letter.
  @Test(arguments: [
    ("ع/{السنة}/{الرقم:4}", "ع-1448-0001"), ("ط/{السنة}/{الرقم:4}", "ط-1448-0001"),
    ("({السنة}/{الرقم})", "1448-1-"),
  ])
  func papersAreNamedAfterTheRequest(pattern: String, name: String) throws {
    let desk = try IssuingDesk(members: 1)
    try desk.addCases()
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("\"{السنة}/{الرقم:4}\"", with: "\"\(pattern)\"").write(
      to: file, atomically: true, encoding: .utf8)
    let story = Self.story.split(separator: "\n").prefix(2).joined(separator: "\n")
    try story.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    #expect(try desk.run(["case", "run", desk.path + "/story.txt", "--office", desk.path]).code == 0)
    let number = try desk.query("SELECT printed FROM entries").first ?? ""
    let told = try desk.run(
      ["case", "submit", number, "--channel", "site", "--office", desk.path], at: "2026-11-24T09:00:00Z")
    #expect(told.code == 0, "\(told.errors)")
    let papers = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/papers")
    #expect(papers == [name + "-01-service-request.pdf"])
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
    let desk = try IssuingDesk(copying: Self.opened.get())
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
    let desk = try IssuingDesk(copying: Self.opened.get())
    #expect(try find(desk).code == 0)
    let batch = try approved(desk)
    let withdrawn = try desk.run(
      ["case", "withdraw", "1448/0001", "--reason", "بطلبها", "--office", desk.path], at: late)
    #expect(withdrawn.code == 0, "\(withdrawn.errors)")
    let run = try desk.run(["batch", "run", batch, "--office", desk.path], at: late)
    #expect(run.code == 1)
    #expect(
      run.errors.contains("[issuing.case-refuses]") && run.errors.contains("[cases.not-here]"),
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
    #expect(plan.code == 1 && plan.errors.contains("[issuing.case-refuses]"), "\(plan.errors)")
  }

  @Test("a day that can't be read isn't said to be missing from its case")
  func anUnreadableDayIsNotUnstated() throws {
    let desk = try IssuingDesk(copying: Self.opened.get())
    #expect(try find(desk).code == 0)
    let path = desk.path + "/overdue.json"
    let found = try String(contentsOfFile: path, encoding: .utf8)
    let mistaken = found.replacing("2027-01-20", with: "2027-13-20")
    try #require(mistaken != found)
    try mistaken.write(toFile: path, atomically: true, encoding: .utf8)
    let plan = try desk.run(
      ["batch", "plan", "--template", "study-extension", "--office", desk.path, "--records", path], at: late)
    let errors = plan.errors.split(separator: "\n").filter { $0.hasPrefix("error") }
    #expect(errors.count == 2 && errors.allSatisfy { $0.hasSuffix("[values.date-month]") }, "\(plan.errors)")
  }

  // MARK: Decisions

  private static let storyOfDecision = """
    at 2026-11-23
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر." --amount 5000
    submit 1448/0001 --channel site
    add 1448/0001 --kind "هوية وطنية" --expires 2028-02-01
    add 1448/0001 --kind "صك ملكية" --document-number 310211
    add 1448/0001 --kind "تقرير هندسي" --document-number 78/1448 --issued 2026-11-20
    send-receipt 1448/0001
    confirm-complete 1448/0001
    declare 1448/0001 --signer "نورة بنت عبدالرحمن آل سدرة"
    present 1448/0001 --meeting 12 --on 2026-12-02 --recommendation "القبول"
    at 2026-12-02
    decide 1448/0001 accept --decision 1448/12/1 --meeting 12 --amount 2750.50
    """

  /// The ways in which a letter gets its number.
  enum Road: String, CaseIterable, Sendable {
    case single, prepared, batch
  }

  /// Sends the letter of the only record, by one of the roads; approved where the road asks for it.
  private func send(_ road: Road, _ desk: IssuingDesk) throws -> Program.Result {
    let day = "2026-12-08T09:00:00Z"
    let made: Program.Result
    switch road {
    case .single: return try desk.run(["issue"] + desk.letters(), at: day)
    case .prepared: made = try desk.run(["prepare"] + desk.letters(), at: day)
    case .batch: made = try desk.run(["batch", "plan"] + desk.letters(), at: day)
    }
    guard made.code == 0 else { return made }
    let name = made.output.trimmingCharacters(in: .newlines)
    let word = try desk.run(["approve", name, "--office", desk.path], by: "سلمان", at: day)
    #expect(word.code == 0, "\(word.errors)")
    let run = road == .batch ? ["batch", "run", name] : ["issue", name]
    return try desk.run(run + ["--office", desk.path], at: day)
  }

  /// However a decision's letter is issued, it states the money that was granted, stands in its case's timeline once, and is
  /// refused where the case doesn't allow it.
  @Test(arguments: Road.allCases) func aDecisionsLetterSaysWhatWasDecidedAndStandsInItsCase(road: Road) throws
  {
    let desk = try IssuingDesk(copying: Self.decided.get())
    func write(_ changes: [String: String?]) throws {
      var record = IssuingDesk.member(2)
      let decided: [String: Any] = [
        "رقم الطلب": "1448/0001", "رقم الاجتماع": 12, "تاريخ الاجتماع": "2026-12-02", "مبلغ الدعم": "2750.50",
      ]
      record.merge(decided) { $1 }
      for (field, value) in changes { record[field] = value }
      try desk.write([record])
    }
    let before = try events("1448/0001", desk)
    let letters = try desk.query("SELECT count(*) FROM entries WHERE series = 'outgoing'")
    let mistakes: [(String, String?, String)] = [
      ("مبلغ الدعم", "27500.50", "“27500.50”, and the decision in case 1448/0001 as “2750.50”"),
      ("مبلغ الدعم", nil, "“—”, and the decision in case 1448/0001 as “2750.50”"),
      ("تاريخ الاجتماع", "2026-12-03", "as “2026-12-02”"),
    ]
    // One check serves all roads; that each of them asks it is seen by one mistake.
    for (field, value, said) in road == .single ? mistakes[...] : mistakes.prefix(1) {
      try write([field: value])
      let refused = try send(road, desk)
      #expect(refused.code == 1, "\(field) \(refused.output)")
      #expect(
        refused.errors.contains("[issuing.case-decided-otherwise]") && refused.errors.contains(said),
        "\(refused.errors)")
    }
    #expect(try events("1448/0001", desk) == before)
    #expect(try desk.query("SELECT count(*) FROM entries WHERE series = 'outgoing'") == letters)
    try write([:])
    let sent = try send(road, desk)
    #expect(sent.code == 0, "\(sent.errors)")
    #expect(try events("1448/0001", desk) == before + ["2026-12-08\tsend-decision\tمنيرة"])
    let acts = try desk.query(
      """
      SELECT a.related = l.reference, l.relation, l.related = e.reference FROM acts a
      JOIN entries e ON a.entry = e.position JOIN entries l ON l.template = 'MS-10' WHERE a.reason = 'send-decision'
      """)
    #expect(acts == ["1|based-on|1"])
    // Once: the case allows no second letter of its decision.
    if road == .single {
      let second = try send(road, desk)
      #expect(second.code == 1 && second.errors.contains("[issuing.case-refuses]"), "\(second.errors)")
    }
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }
}
