import Foundation
import TestSupport
import Testing

/// `khitab batch`: planned, approved, issued; killed at any moment and started again.
@Suite struct BatchTests {
  /// How long the crash test is: `KHITAB_CRASH_LETTERS` and `KHITAB_CRASH_KILLS` make it longer.
  static func scale(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  @Test func aBatchRunsOnlyAsItWasApproved() throws {
    let desk = try IssuingDesk(members: 5)
    var members = (1...5).map { IssuingDesk.member($0) }
    members[1]["مبلغ الدعم"] = "كثير"
    members[3]["رقم العضوية"] = members[2]["رقم العضوية"]
    members[3]["رقم الطلب"] = members[2]["رقم الطلب"]
    try desk.write(members)
    let plan = try desk.run(["batch", "plan", "--samples", desk.path + "/look"] + desk.letters())
    #expect(plan.code == 1 && plan.errors.contains("3 letters, 2 records refused"), "\(plan.errors)")
    #expect(plan.errors.contains("[issuing.batch-twice]"))
    #expect(try !desk.folder.contents(of: "look").isEmpty)
    // A record is named once, whatever it is chosen for, and no letter has more pages than others here.
    let looks = plan.errors.split(separator: "\n").filter { $0.hasPrefix("look at record") }
    #expect(Set(looks.map { $0.prefix { $0 != ":" } }).count == looks.count && !looks.isEmpty, "\(looks)")
    #expect(!plan.errors.contains("most-pages"))
    let id = plan.output.trimmingCharacters(in: .newlines)
    let run = ["batch", "run", id, "--office", desk.path]
    #expect(try desk.run(run).errors.contains("[khitab.batch-not-approved]"))
    let own = try desk.run(["batch", "approve", id, "--office", desk.path], by: "منيرة")
    #expect(own.code == 1 && own.errors.contains("[khitab.approves-own-batch]"))
    #expect(try desk.run(["batch", "approve", id, "--office", desk.path], by: "سلمان").code == 0)

    // A record that changed after the approval gets no letter; the others do.
    members[4]["مبلغ الدعم"] = "99999"
    try desk.write(members)
    let first = try desk.run(run)
    #expect(first.code == 1 && first.errors.contains("[issuing.batch-record-changed]"), "\(first.errors)")
    #expect(first.errors.contains("1 refused, 2 left out when it was planned"), "\(first.errors)")
    #expect(first.errors.contains("3 of 3 done") || first.errors.contains("2 of 2 done"), "\(first.errors)")
    try desk.expectExactly(2)
    #expect(try desk.query("SELECT DISTINCT approver, preparer FROM entries") == ["سلمان|منيرة"])
    let again = try desk.run(run)
    #expect(again.errors.contains("0 issued now, 2 before, 1 refused"), "\(again.errors)")
    try desk.expectExactly(2)

    let report = try desk.run([
      "batch", "report", id, "--office", desk.path, "--output", desk.path + "/report.csv",
    ])
    #expect(
      report.code == 0 && report.errors.contains("5 records: 2 issued, 2 refused, 1 waiting"),
      "\(report.errors)")
    let lines = try String(contentsOf: desk.folder.url.appending(path: "report.csv"), encoding: .utf8)
    #expect(lines.split(separator: "\r\n").count == 6 && !lines.contains("نورة"))
  }

  @Test func onlyThoseWhomTheOfficeNamesApproveABatch() throws {
    let desk = try IssuingDesk(members: 2)
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("السجلات:", with: "السجلات:\n  المراجعون: [عبير]\n  المعتمدون: [سلمان]").write(
      to: file, atomically: true, encoding: .utf8)
    let plan = try desk.run(["batch", "plan"] + desk.letters())
    let batch = plan.output.trimmingCharacters(in: .newlines)
    func approve(_ name: String, _ role: String) throws -> Program.Result {
      try desk.run(["batch", "approve", batch, "--role", role, "--office", desk.path], by: name)
    }
    for (name, role) in [("أحمد", "approver"), ("سلمان", "reviewer"), ("سلمان", "signer")] {
      let refused = try approve(name, role)
      #expect(
        refused.code == 1 && refused.errors.contains("[khitab.approver-not-in-role]"), "\(refused.errors)")
    }
    #expect(try approve("سلمان", "approver").code == 0)
    // The office names reviewers: without the word of one of them nothing is issued.
    let run = ["batch", "run", batch, "--office", desk.path]
    let early = try desk.run(run)
    #expect(early.code == 1 && early.errors.contains("[issuing.role-empty]"), "\(early.errors)")
    try desk.expectExactly(0)
    #expect(try approve("عبير", "reviewer").code == 0)
    #expect(try desk.run(run).code == 0)
    try desk.expectExactly(2)
    #expect(
      try desk.query("SELECT DISTINCT preparer, reviewer, approver FROM entries") == ["منيرة|عبير|سلمان"])
    #expect(try desk.query("SELECT role, done_by FROM approvals") == ["approver|سلمان", "reviewer|عبير"])
  }

  @Test func aBatchThatIsKilledAgainAndAgainGivesEveryMemberOneLetter() throws {
    let count = Self.scale("KHITAB_CRASH_LETTERS", 48)
    let desk = try IssuingDesk(members: count)
    let start = ContinuousClock.now
    let batch = try desk.approvedBatch()
    // Planning lays every letter out, so it takes about as long as the run will: the kills are spread over it.
    let length = UInt64(max(1, (ContinuousClock.now - start) / .microseconds(1)))
    let kills = Self.scale("KHITAB_CRASH_KILLS", 6)
    let window = max(500_000, 3 * length / UInt64(max(1, kills)))
    var generator = SplitMix(state: 1448)
    var killed = 0
    for _ in 0..<kills {
      let process = Program.start(
        Program.path, ["batch", "run", batch, "--office", desk.path], environment: desk.environment)
      process.standardError = FileHandle.nullDevice
      try process.run()
      let end = ContinuousClock.now + .microseconds(Int64(generator.next() % window))
      while process.isRunning, ContinuousClock.now < end { usleep(1_000) }
      if process.isRunning { killed += 1 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(killed > 0)
    let last = try desk.run(["batch", "run", batch, "--office", desk.path])
    #expect(last.code == 0, "\(last.errors)")
    try desk.expectExactly(count)
    // And everybody gets one message.
    let server = try TestServer("aiosmtpd-server", [], takesFolder: true)
    try desk.writesMail(to: server)
    #expect(try desk.mail(["send"]).code == 0)
    let recipients = try server.messages().flatMap(\.envelope.to)
    #expect(recipients.count == count && Set(recipients).count == count)
  }

  @Test func twoProcessesAtOneBatchAndAThirdAtAnotherShareTheNumbers() throws {
    let desk = try IssuingDesk(members: 20)
    let batches = [try desk.approvedBatch(), try desk.approvedBatch("thanks-letter")]
    let processes = [batches[0], batches[0], batches[1]].map { batch in
      Program.start(
        Program.path, ["batch", "run", batch, "--office", desk.path, "--quiet"], environment: desk.environment
      )
    }
    for process in processes {
      process.standardError = FileHandle.nullDevice
      try process.run()
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(
      try desk.query("SELECT count(*), count(DISTINCT batch || member), max(number) FROM entries") == [
        "40|40|40"
      ])
  }

  /// On a disk of a few hundred kilobytes the batch stops; with more room it goes on, and nothing is lost or double.
  @Test func aFullDiskStopsTheBatchAndLosesNothing() throws {
    let desk = try IssuingDesk(members: 30)
    let batch = try desk.approvedBatch()
    let room = desk.path + "/room"
    try FileManager.default.createDirectory(atPath: room, withIntermediateDirectories: true)
    let script = """
      set -e
      mount -t tmpfs -o size=700k none "$1/room"
      cp "$1"/office.yaml "$1"/fields.yaml "$1"/register.db* "$1/room/"
      set +e
      "$2" batch run "$3" --office "$1/room" --lang en; echo "first $?"
      mount -o remount,size=20m "$1/room"
      "$2" batch run "$3" --office "$1/room" --lang en --quiet; echo "second $?"
      cp "$1"/room/register.db* "$1/"; cp -r "$1/room/letters" "$1/"
      """
    let result = try Program.run(
      URL(filePath: "/usr/bin/unshare"),
      ["-rm", "sh", "-c", script, "sh", desk.path, Program.path.path, batch],
      environment: desk.environment)
    #expect(
      result.output.contains("first 3") && result.output.contains("second 0"),
      "\(result.output)\(result.errors)")
    try desk.expectExactly(30)
  }
}

/// Numbers that are the same at every run.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
