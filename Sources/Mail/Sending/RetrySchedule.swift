/// When a message that another server refused for now is tried again, over days.
public struct RetrySchedule: Hashable, Sendable {
  /// How long after each failed attempt the next one comes; after as many as there are, it fails for good.
  public var delays: [Duration]

  /// A schedule; five minutes to a day, three days in all (RFC 5321, 4.5.4.1 asks for patience of four to five days
  /// between servers; here a server that is ours does that).
  public init(
    delays: [Duration] = [
      .seconds(300), .seconds(900), .seconds(3_600), .seconds(4 * 3_600), .seconds(12 * 3_600),
      .seconds(24 * 3_600),
      .seconds(24 * 3_600),
    ]
  ) {
    self.delays = delays
  }

  /// How long after the given attempt, from 1, the next one comes; nothing if there is none.
  public func delay(afterAttempt attempt: Int) -> Duration? {
    delays.indices.contains(attempt - 1) ? delays[attempt - 1] : nil
  }
}
