public import Diagnostics
import Dispatch
import Layout
public import Records
import Register
import Synchronization
public import Values

/// Makes plans: every record is tried as far as a letter can be tried without a number.
public struct BatchPlanner: Sendable {
  /// Sets and checks the letters.
  public var issuer: Issuer
  /// The number of workers, at least 1.
  public var jobs: Int

  /// A planner with a number of workers.
  public init(issuer: Issuer, jobs: Int) {
    self.issuer = issuer
    self.jobs = max(1, jobs)
  }

  /// The plan, with everything that was found in the records, in their order.
  public struct Result: Sendable {
    /// The plan.
    public var plan: BatchPlan
    /// What was found, by record.
    public var logs: [DiagnosticLog]
  }

  /// Plans letters for `records`.
  ///
  /// - Parameters:
  ///   - records: the records, bad ones among them.
  ///   - template: the template as it was asked for.
  ///   - options: the options that name the records, to find them again.
  ///   - office: the options that say whose letters they are.
  ///   - order: who prepares it, and the channel.
  ///   - now: the moment the letters are tried at.
  /// - Returns: the plan, and what was found.
  /// - Throws: failures of the register.
  public func plan(
    _ records: [ReadRecord], template: String, records options: [String], office: [String],
    as order: IssueOrder, at now: Moment
  ) throws -> Result {
    let trials = Mutex<[Int: Trial]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(jobs, max(1, records.count))) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < records.count else { return }
        let trial = self.trial(of: records[index], at: now)
        trials.withLock { $0[index] = trial }
      }
    }
    let found = trials.withLock { trials in records.indices.map { trials[$0] ?? Trial() } }
    let (members, logs) = try members(records, found, as: order, at: now)
    let samples = SampleChoice(
      records: records.map(\.record), pages: found.map(\.pages),
      eligible: members.indices.filter { members[$0].isEligible }
    ).samples
    let plan = BatchPlan(
      template: template, records: options, office: office, channel: order.channel,
      preparer: order.preparer, inputs: issuer.inputs.byColumn, members: members, samples: samples)
    return Result(plan: plan, logs: logs)
  }

  private struct Trial: Sendable {
    var log = DiagnosticLog()
    var pages = 0
  }

  private func trial(of record: ReadRecord, at now: Moment) -> Trial {
    var trial = Trial()
    trial.log = record.log
    let number = RegisterNumber(
      series: issuer.series, year: issuer.register.numbering.trialYear(now), number: 999_999)
    let stated = issuer.stating(number, in: record.record, at: now, log: &trial.log)
    trial.pages = issuer.composer.compose(stated, log: &trial.log)?.pages.count ?? 0
    trial.log.refuseOutOfBox()
    return trial
  }

  private func members(
    _ records: [ReadRecord], _ trials: [Trial], as order: IssueOrder, at now: Moment
  ) throws -> (members: [BatchPlan.Member], logs: [DiagnosticLog]) {
    var logs = trials.map(\.log)
    let marks = records.map { MemberKey.text(of: $0.record, office: issuer.composer.office) }
    var first: [String: Int] = [:]
    for (index, mark) in marks.enumerated() {
      let place = records[index].record.location
      if MemberKey.isInDoubt(in: records[index].record, office: issuer.composer.office) {
        // Its own message is all that can be said of it.
      } else if let mark, let earlier = first[mark] {
        logs[index].error(.twice, at: place, hints: [.firstIsHere(records[earlier].record.location)])
      } else if let mark {
        first[mark] = index
      } else {
        logs[index].error(.noMember, at: place, hints: [.fillMember])
      }
      check(records[index].record, channel: order.channel, log: &logs[index])
      try issuer.cases?.check(records[index].record, on: now.day, by: order.preparer, log: &logs[index])
    }
    let members = records.indices.map { index in
      BatchPlan.Member(
        ordinal: index + 1, mark: issuer.register.memberMark(marks[index] ?? "record \(index + 1)"),
        values: RecordDigest(of: records[index].record).hexadecimal,
        refusals: ids(logs[index], .error), warnings: ids(logs[index], .warning))
    }
    // Said, but no part of the plan: the plan of letters that are out is still the same plan.
    for index in records.indices where !logs[index].hasErrors {
      try issuer.warnOfEarlierLetter(of: records[index].record, log: &logs[index])
    }
    return (members, logs)
  }

  private func ids(_ log: DiagnosticLog, _ severity: Diagnostic.Severity) -> [String] {
    Set(log.diagnostics.filter { $0.severity == severity }.map(\.message.id)).sorted()
  }

  /// What stops or endangers a letter beside what it says: where it goes, and to whom.
  private func check(_ record: Record, channel: String?, log: inout DiagnosticLog) {
    if let channel {
      issuer.checkConsent(of: record, to: channel, log: &log)
      issuer.checkAddress(of: record, for: channel, log: &log)
    }
    if case .name(let name)? = record.values["الاسم"], name.count > 60 {
      log.warning(.longName, at: record.origins["الاسم"] ?? record.location)
    }
    for (state, place) in FormerMember.states(in: record) { log.error(.gone(state), at: place) }
  }
}

extension Diagnostic.Message {
  fileprivate static let noMember = Self(
    "issuing.batch-no-member", arabic: "لا يُعرف لمن هذا السجل، فقد يصدر له خطابان",
    english: "It can't be told whose record this is, so it might get two letters")
  fileprivate static let twice = Self(
    "issuing.batch-twice", arabic: "لهذا العضو سجل آخر في الدفعة نفسها",
    english: "The same member has another record in this batch")
  fileprivate static let longName = Self(
    "issuing.batch-long-name", arabic: "الاسم أطول من ستين حرفاً؛ راجع معاينته",
    english: "The name is longer than 60 letters; look at its preview")
  fileprivate static func gone(_ word: String) -> Self {
    Self(
      "issuing.batch-gone", arabic: "حالة العضو «\(word)»، فلا يُخاطب في دفعة",
      english: "The member's state is “\(word)”: no letter in a batch")
  }
}

extension Diagnostic.Hint {
  fileprivate static let fillMember = Self(
    arabic: "أكمل رقم العضوية أو الهوية", english: "Fill in the membership or identity number")
  fileprivate static func firstIsHere(_ place: SourceLocation) -> Self {
    Self(arabic: "السجل الأول هنا", english: "The first one is here", location: place)
  }
}
