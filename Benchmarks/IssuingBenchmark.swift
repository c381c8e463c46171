import Diagnostics
import Foundation
import Issuing
import PDF
import Records
import Register
import Values

/// Measures what issuing costs beside drawing, finishing and signing the same letters: numbers, proof, register and
/// queue.
///
/// Both ways make letters of the same kind in the same process: numbered, with their square code and the signature's
/// block, each in a file of its own, and each of a member whom nothing was made for before. The batch is one, as an
/// office runs it; after each of its transactions as many letters are made alone, for a machine's speed changes from
/// second to second. Planning is the work of another moment, and of fonts and caches of its own. Waiting for the disk
/// takes no processor time.
struct IssuingBenchmark {
  /// How many times the cost of the letters alone issuing them may take.
  private static let limit = 1.3
  /// How many letters are made before any are measured.
  private static let first = 64
  private let office: OfficeLetters
  private let signer: LetterSigner
  private let members: [Member]
  private let folder: URL
  private let painter = PagePainter()
  private let now = Moment(seconds: 1_795_600_000)

  /// Makes `count` letters, half of them issued and half only made, and says whether the limit holds.
  static func run(letters count: Int) throws -> Bool {
    let folder = FileManager.default.temporaryDirectory.appending(path: "khitab-bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "alone"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = try OfficeLetters()
    let benchmark = IssuingBenchmark(
      office: office, signer: try LetterSigner(drawing: office.drawing),
      members: Member.sample(first + count),
      folder: folder)
    return try benchmark.run()
  }

  private func run() throws -> Bool {
    let signer = signer
    let register = try Register.open(path: folder.appending(path: "register.db").path)
    let letters = folder.appending(path: "letters").path
    let planner = try OfficeLetters().issuer(register: register, letters: letters)
    var issuer = try office.issuer(register: register, letters: letters)
    issuer.signature = { letter, painter in
      try signer.sign(letter.file, showing: letter.code, with: painter)
    }
    var records = members.indices.map { office.record(of: members[$0], number: $0) }[...]
    // Fonts are opened and common words shaped by whoever comes first; both ways find them so.
    for _ in 0..<Self.first { try make(records.removeFirst(), 0) }
    let count = records.count / 2
    let (lone, batched) = (Array(records.prefix(count)), Array(records.suffix(count)))
    let rounds = try issue(batched, try plan(batched, planner), issuer) { done in
      for index in done { try make(lone[index], index) }
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let alone = median(rounds.map(\.alone))
    // What a run does before its first letters and after its last ones it does for all of them.
    let usual = median(rounds.map { $0.issued / $0.alone })
    let once = rounds[0].issued - usual * rounds[0].alone
    let ratio = usual + once * Double(rounds[0].letters) / (Double(count) * alone)
    print(
      String(
        format: "a letter alone %.2f ms, issued %.2f ms: %.2f × (limit %.1f), medians of %d rounds of %d",
        1000 * alone, 1000 * alone * ratio, ratio, Self.limit, rounds.count, rounds[0].letters))
    return ratio <= Self.limit
  }

  /// What a letter cost in a part of the batch, in seconds, and what as many alone cost after it.
  private struct Round {
    var letters: Int
    var issued: Double
    var alone = 0.0
  }

  /// Draws, finishes and signs one letter, and writes its file.
  private func make(_ record: Record, _ index: Int) throws {
    let file = try office.file(of: record, number: index + 1, with: painter)
    let signed = try signer.sign(file, showing: "GGDB-6R3Y-\(1000 + index)", with: painter)
    let path = folder.appending(path: "alone/\(index).pdf").path
    try NewFile.write(signed, to: path, named: path)
  }

  /// A plan of letters, kept and approved.
  private func plan(_ records: [Record], _ issuer: Issuer) throws -> RegisteredBatch {
    let order = IssueOrder(preparer: "معدّ", channel: "hand")
    let result = try BatchPlanner(issuer: issuer, jobs: 1).plan(
      records.map { ReadRecord(record: $0, log: DiagnosticLog()) }, template: "acceptance-letter",
      records: [], office: [], as: order, at: now)
    let refused = result.logs.filter(\.hasErrors)
    guard refused.isEmpty else { throw LetterPress.Failure(log: refused[0]) }
    var log = DiagnosticLog()
    guard let id = try result.plan.kept(in: issuer.register, named: "batch", at: now, log: &log) else {
      throw LetterPress.Failure(log: log)
    }
    try issuer.register.approve(batch: id, role: "approver", by: "معتمد", at: now)
    guard let batch = try issuer.register.batch(id) else { throw LetterPress.Failure(log: log) }
    return batch
  }

  /// Issues the letters of a plan: all, or it measures nothing.
  ///
  /// After each part of them `makeAlone` makes as many others.
  private func issue(
    _ records: [Record], _ batch: RegisteredBatch, _ issuer: Issuer, _ makeAlone: (Range<Int>) throws -> Void
  ) throws -> [Round] {
    var rounds: [Round] = []
    var failure: (any Error)?
    var (done, start) = (0, CPUClock.seconds)
    guard let approval = PlanApproval(batch) else { throw LetterPress.Failure(log: DiagnosticLog()) }
    let plan = try BatchPlan(text: batch.plan)
    let now = now
    let outcome = try BatchRun(issuer: issuer, batch: batch.id, plan: plan, jobs: 1).run(
      records.map { ReadRecord(record: $0, log: DiagnosticLog()) },
      as: plan.order(approvedBy: approval), now: { now }
    ) { progress in
      let letters = progress.done - done
      var round = Round(letters: letters, issued: (CPUClock.seconds - start) / Double(letters))
      start = CPUClock.seconds
      do { try makeAlone(done..<progress.done) } catch { failure = failure ?? error }
      round.alone = (CPUClock.seconds - start) / Double(letters)
      rounds.append(round)
      // A batch waits for the disk, which would write these files at its cost: they wait at nobody's.
      sync()
      (done, start) = (progress.done, CPUClock.seconds)
    }
    let end = CPUClock.seconds - start
    if let failure { throw failure }
    guard outcome.issued == records.count else {
      throw LetterPress.Failure(log: outcome.refused.first?.log ?? outcome.log)
    }
    rounds[0].issued += end / Double(rounds[0].letters)
    return rounds
  }
}
