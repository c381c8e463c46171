/// The days within which a request is answered: not before two weeks are over.
///
/// The association's policy promises a reply within no less than two weeks, so that the first number is a
/// minimum; a maximum is the office's own setting. Neither number is printed, but the days they lead to.
public struct ReplyWindow: Hashable, Sendable {
  /// From when the days are counted.
  public enum Clock: String, Hashable, Sendable, CaseIterable {
    /// From the day the request was received.
    case receipt
    /// From the day it was registered as complete.
    case completeness
  }

  /// Calendar days that must be over before the reply; the day the clock starts is not counted.
  public var minReplyDays = 14
  /// Calendar days by which the reply is due, if the office has set a limit.
  public var maxReplyDays: Int?
  /// From when the days are counted.
  public var clockStartsAt: Clock = .receipt

  /// The rule with its two settings and its clock.
  public init(minReplyDays: Int = 14, maxReplyDays: Int? = nil, clockStartsAt: Clock = .receipt) {
    self.minReplyDays = minReplyDays
    self.maxReplyDays = maxReplyDays
    self.clockStartsAt = clockStartsAt
  }

  /// The earliest day of the reply (أقرب تاريخ للرد).
  ///
  /// It does not move for weekends or holidays. `nil` while a request that counts from its completeness is not
  /// complete.
  public func earliestReply(receipt: CivilDate, completeness: CivilDate? = nil) -> CivilDate? {
    start(receipt: receipt, completeness: completeness)?.adding(days: minReplyDays)
  }

  /// The last day of the reply, moved to a working day; `nil` without a limit or while the clock stands.
  ///
  /// A limit shorter than the minimum gives way to it.
  public func latestReply(
    receipt: CivilDate, completeness: CivilDate? = nil, week: WorkingWeek = WorkingWeek()
  ) -> CivilDate? {
    guard let maxReplyDays, let start = start(receipt: receipt, completeness: completeness) else {
      return nil
    }
    return week.workingDay(onOrAfter: start.adding(days: max(maxReplyDays, minReplyDays)))
  }

  private func start(receipt: CivilDate, completeness: CivilDate?) -> CivilDate? {
    switch clockStartsAt {
    case .receipt: receipt
    case .completeness: completeness
    }
  }
}
