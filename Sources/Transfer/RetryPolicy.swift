/// How often, and after how long, something that failed for now is tried again.
public struct RetryPolicy: Hashable, Sendable {
  /// How many attempts there are in all, the first included; at least one.
  public var attempts: Int
  /// How long to wait before the second attempt.
  public var firstDelay: Duration
  /// By how much each wait is longer than the one before.
  public var factor: Int
  /// The longest wait.
  public var longestDelay: Duration

  /// A policy; the waits are 1, 4 and 16 times the first when nothing else is said.
  public init(
    attempts: Int = 4, firstDelay: Duration = .seconds(1), factor: Int = 4,
    longestDelay: Duration = .seconds(60)
  ) {
    self.attempts = max(1, attempts)
    self.firstDelay = firstDelay
    self.factor = max(1, factor)
    self.longestDelay = longestDelay
  }

  /// One attempt only.
  public static let never = RetryPolicy(attempts: 1)

  /// How long to wait after the given number of failed attempts, or nothing if that was the last.
  public func delay(afterFailures failures: Int) -> Duration? {
    guard failures >= 1, failures < attempts else { return nil }
    var delay = firstDelay
    for _ in 1..<failures where delay < longestDelay { delay *= factor }
    return min(delay, longestDelay)
  }
}
