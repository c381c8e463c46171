public import Diagnostics
import Dispatch
import PDF
public import Records
import Register
import Synchronization
import Themes
public import Values

/// Issues the letters of an approved plan: whoever stops it at any moment may start it again, and every member has
/// exactly one letter, one number and one place in the queue.
///
/// The work goes chunk by chunk. A chunk is one transaction of the register: it takes the next numbers in order,
/// draws on all workers, and records. A letter that fails after all takes no number; those after it are drawn again.
public struct BatchRun: Sendable {
  /// Issues the letters.
  public var issuer: Issuer
  /// The batch's name.
  public var batch: String
  /// What was approved.
  public var plan: BatchPlan
  /// The number of workers, at least 1.
  public var jobs: Int

  /// A run of a plan.
  public init(issuer: Issuer, batch: String, plan: BatchPlan, jobs: Int) {
    self.issuer = issuer
    self.batch = batch
    self.plan = plan
    self.jobs = max(1, jobs)
  }

  /// What became of a run.
  public struct Outcome: Sendable {
    /// How many letters were issued now: a count, for the register has them, and memory stays flat.
    public var issued = 0
    /// How many had their letters from another run.
    public var before = 0
    /// What stood against the others, by the record's ordinal.
    public var refused: [(ordinal: Int, log: DiagnosticLog)] = []
    /// What stood against the run itself.
    public var log = DiagnosticLog()
  }

  /// How many letters are in one transaction: what it costs is shared among them, and a clerk's letter waits for its end.
  private static let chunk = 128

  /// Issues what isn't issued yet.
  ///
  /// - Parameters:
  ///   - records: the records of the plan, read anew.
  ///   - order: who answers for the letters.
  ///   - now: the clock; a chunk is of one moment.
  ///   - progress: called after each chunk.
  /// - Returns: what became of every member.
  /// - Throws: failures of the machine; the chunks before are kept whole.
  public func run(
    _ records: [ReadRecord], as order: IssueOrder, now: @Sendable () -> Moment,
    progress: (RenderRun.Progress) -> Void = { _ in }
  ) throws -> Outcome {
    var outcome = Outcome()
    let registry = issuer.composer.office.profile?.registry ?? .init()
    order.check(against: registry, log: &outcome.log)
    order.checkApproval(against: registry, log: &outcome.log)
    guard !outcome.log.hasErrors else { return outcome }
    try issuer.archive.settleAll(in: issuer.register, at: now())
    let done = try issuer.register.issuedMembers(ofBatch: batch)
    var waiting: [Letter] = []
    // Who stands twice in the plan has one mark, and one letter.
    for member in plan.members where member.isEligible {
      if done.contains(member.mark) {
        outcome.before += 1
      } else if let letter = try letter(of: member, records, as: order, &outcome) {
        waiting.append(letter)
      }
    }
    let painters = Painters(count: jobs)
    var rest = waiting[...]
    while !rest.isEmpty {
      try Task.checkCancellation()
      let chunk = Array(rest.prefix(Self.chunk))
      rest = rest.dropFirst(Self.chunk)
      try issue(chunk, with: painters, at: now(), &outcome)
      guard !outcome.log.hasErrors else { break }
      progress(.init(done: waiting.count - rest.count, total: waiting.count))
    }
    return outcome
  }

  /// A member whose letter is to be made.
  private struct Letter: Sendable {
    var ordinal: Int
    var record: ReadRecord
    var order: IssueOrder
    /// The request whose case it is an act of.
    var request: RegisterNumber?
  }

  /// The letter of an eligible member, unless the record isn't the one that was approved.
  private func letter(
    of member: BatchPlan.Member, _ records: [ReadRecord], as order: IssueOrder, _ outcome: inout Outcome
  ) throws -> Letter? {
    var log = DiagnosticLog()
    guard records.indices.contains(member.ordinal - 1) else {
      log.error(.recordGone(member.ordinal))
      outcome.refused.append((member.ordinal, log))
      return nil
    }
    let record = records[member.ordinal - 1]
    guard RecordDigest(of: record.record).hexadecimal == member.values else {
      log.error(.recordChanged, at: record.record.location, hints: [.planAgain])
      outcome.refused.append((member.ordinal, log))
      return nil
    }
    var own = order
    own.batch = (batch, member.mark)
    own.channel = plan.channel
    let (placed, request) = try issuer.placed(own, of: record.record)
    return Letter(ordinal: member.ordinal, record: record, order: placed, request: request)
  }

  private func issue(
    _ chunk: [Letter], with painters: Painters, at now: Moment, _ outcome: inout Outcome
  ) throws {
    var staged: [LetterArchive.Staged] = []
    var refused: [(ordinal: Int, log: DiagnosticLog)] = []
    var before = 0
    let issued: Int?
    do {
      issued = try issuer.register.recording(at: now, log: &outcome.log) { recording, log in
        try issuer.archive.settle(recording)
        if let withdrawal = try recording.withdrawal(ofBatch: batch) {
          log.error(.withdrawn(batch, withdrawal))
          return nil
        }
        // Another process may run the same batch: what it issued since is passed over.
        var left = try chunk.filter { letter in
          guard let batch = letter.order.batch else { return true }
          return try !recording.hasEntry(ofMember: batch.member, inBatch: batch.id)
        }
        before = chunk.count - left.count
        var issued = 0
        while !left.isEmpty {
          let trials = try drawn(left, with: painters, in: recording)
          var failure: Int?
          for (index, trial) in trials.enumerated() {
            var own = trial.log
            guard let letter = trial.letter,
              try isEntered(letter, of: left[index], in: recording, &own, log: &log)
            else {
              refused.append((left[index].ordinal, own))
              failure = index
              break
            }
            trial.staged.map { staged.append($0) }
            issued += 1
          }
          // The numbers after a letter that failed were drawn one too high.
          issuer.archive.discard(failure.map { trials[$0...].compactMap(\.staged) } ?? [])
          left = failure.map { Array(left[($0 + 1)...]) } ?? []
        }
        // Once for all of them; what is committed must be on the disk.
        if issued > 0 { LetterArchive.waitForDisk() }
        return issued
      }
    } catch {
      try? issuer.archive.settleAll(in: issuer.register, at: now)
      throw error
    }
    if issued == nil { issuer.archive.discard(staged) }
    for letter in staged where issued != nil { try issuer.archive.keep(letter) }
    outcome.issued += issued ?? 0
    outcome.before += before
    outcome.refused += refused
  }

  /// Enters a drawn letter, if it can be; what stood against it is in `own`, what is only to be known in `log`.
  private func isEntered(
    _ letter: DrawnLetter, of waiting: Letter, in recording: Recording, _ own: inout DiagnosticLog,
    log: inout DiagnosticLog
  ) throws -> Bool {
    var entering = DiagnosticLog()
    let issued = try issuer.entered(
      letter, as: waiting.order, actOf: waiting.request, in: recording, log: &entering)
    if issued == nil { own.append(contentsOf: entering) } else { log.append(contentsOf: entering) }
    return issued != nil
  }

  /// A letter drawn under a number that is its own only if those before it are entered.
  private struct Trial: Sendable {
    var letter: DrawnLetter?
    /// Its file, which is on its way to the disk and no longer in memory.
    var staged: LetterArchive.Staged?
    var log = DiagnosticLog()
  }

  /// Draws letters under the next numbers and writes their files, on all workers.
  private func drawn(
    _ letters: [Letter], with painters: Painters, in recording: Recording
  ) throws -> [Trial] {
    let first = try recording.nextNumber(in: issuer.series)
    let now = recording.now
    let trials = Mutex<[Int: Result<Trial, any Error>]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, letters.count)) { worker in
      painters.use(worker) { painter in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < letters.count else { return }
          let number = RegisterNumber(series: first.series, year: first.year, number: first.number + index)
          let trial = Result {
            var trial = Trial()
            trial.letter = try issuer.drawn(
              letters[index].record.record, number: number, at: now, with: painter, log: &trial.log)
            if let letter = trial.letter {
              trial.staged = try issuer.archive.stage(
                letter.file, sha256: letter.sha256, as: number, waits: false)
              trial.letter?.file = []
            }
            return trial
          }
          trials.withLock { $0[index] = trial }
        }
      }
    }
    let found = trials.withLock { $0 }
    return try letters.indices.map { try found[$0]?.get() ?? Trial() }
  }
}

extension Diagnostic.Message {
  fileprivate static func recordGone(_ ordinal: Int) -> Self {
    Self(
      "issuing.batch-record-gone", arabic: "السجل رقم \(ordinal) في الخطة لم يعد في الملف",
      english: "Record \(ordinal) of the plan isn't in the file any more")
  }
  fileprivate static let recordChanged = Self(
    "issuing.batch-record-changed", arabic: "تغيّر السجل بعد إعداده للاعتماد، فبطل اعتماده ولم يصدر له خطاب",
    english: "The record has changed since it was planned: the approval holds no more, and it gets no letter")
}

extension Diagnostic.Hint {
  fileprivate static let planAgain = Self(
    arabic: "أعدّ ما تغيّر من جديد ليُعتمد",
    english: "Plan or prepare what changed anew, and have it approved")
}
