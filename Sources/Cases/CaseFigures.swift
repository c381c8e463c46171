public import Values

/// What a period's cases say of the service: counts and days, of no person.
public struct CaseFigures: Hashable, Sendable {
  /// Cases handed in.
  public var received = 0
  /// Cases whose member was told of a decision.
  public var answered = 0
  /// Cases served or closed.
  public var finished = 0
  /// Cases still open on the day of the report.
  public var open = 0
  /// Replies before their day, each let go by an approver.
  public var early = 0
  /// Replies after the last day, where the office has set one.
  public var late = 0
  /// The days from receipt to the decision's letter, one number for each answered case, in rising order.
  public var turnaround: [Int] = []
  /// The same of the cases handed in by each channel.
  public var byChannel: [CaseChannel: Channel] = [:]
  /// Open cases past the last day of their reply, the oldest first: number, days since receipt, state.
  public var overdue: [Overdue] = []

  /// What one channel's cases say.
  public struct Channel: Hashable, Sendable {
    /// Cases handed in.
    public var received = 0
    /// Cases served or closed.
    public var finished = 0
    /// The days from receipt to the decision's letter of its answered cases.
    public var turnaround: [Int] = []

    /// The mean of the turnaround in tenths of a day, rounded half up; `nil` without an answered case.
    public var meanTurnaroundTenths: Int? { CaseFigures.meanTenths(of: turnaround) }
  }

  /// A case that waits longer than it should.
  public struct Overdue: Hashable, Sendable {
    /// The request's number.
    public var number: String
    /// Days since it was handed in.
    public var days: Int
    /// Where it stands.
    public var state: CaseState
  }

  /// The figures of the cases handed in from `first` to `last`, as they stand on `today`.
  public init(
    of files: [CaseFile], from first: CivilDate, through last: CivilDate, under rules: CaseRules,
    week: WorkingWeek, today: CivilDate
  ) {
    for file in files {
      guard let received = file.received, first <= received, received <= last else { continue }
      self.received += 1
      let isFinished = file.state == .served || file.state == .closed
      let days = file.decisionLetter.map { received.days(to: $0.day) }
      if let channel = file.channelIn {
        byChannel[channel, default: Channel()].received += 1
        byChannel[channel]?.finished += isFinished ? 1 : 0
        byChannel[channel]?.turnaround += days.map { [$0] } ?? []
      }
      finished += isFinished ? 1 : 0
      open += isFinished || file.state.isFinal ? 0 : 1
      let latest = rules.latestReply(to: file, week: week)
      if let told = file.decisionLetter?.day {
        answered += 1
        turnaround += days.map { [$0] } ?? []
        early += file.earlyReply == nil ? 0 : 1
        late += latest.map { told > $0 } == true ? 1 : 0
      } else if !file.state.isFinal, let latest, today > latest {
        overdue.append(Overdue(number: file.number, days: received.days(to: today), state: file.state))
      }
    }
    turnaround.sort()
    overdue.sort { ($0.days, $1.number) > ($1.days, $0.number) }
  }

  /// The mean of the turnaround in tenths of a day, rounded half up; `nil` without an answered case.
  public var meanTurnaroundTenths: Int? { Self.meanTenths(of: turnaround) }

  private static func meanTenths(of days: [Int]) -> Int? {
    days.isEmpty ? nil : (days.reduce(0, +) * 20 + days.count) / (days.count * 2)
  }

  /// The day count that half of the answered cases don't exceed; `nil` without an answered case.
  public var medianTurnaround: Int? { turnaround.isEmpty ? nil : turnaround[(turnaround.count - 1) / 2] }
}
