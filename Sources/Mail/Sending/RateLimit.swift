/// Keeps messages apart, so that a server doesn't take an office for a sender of bulk mail.
public struct RateLimit: Hashable, Sendable {
  /// The time from one message to the next.
  public let interval: Duration

  /// At most `messages` in a minute.
  public init(perMinute messages: Int) {
    interval = .seconds(60) / max(1, messages)
  }

  /// How long to wait, when the last message began at `last` and it is `now`.
  public func delay(last: Duration?, now: Duration) -> Duration {
    guard let last else { return .zero }
    return max(.zero, last + interval - now)
  }
}
