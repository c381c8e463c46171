public import Transfer

/// Works through an outbox: one message at a time, each at most once.
///
/// A message is claimed on disk, then sent, then settled on disk. When the process dies in between, the message stands
/// as claimed and is asked about; it is never sent again by guess.
public struct MailSender {
  /// Sends one message, and says what became of it.
  public typealias Deliver = (SMTPDelivery) -> SMTPOutcome

  private let queue: MailQueue
  private let deliver: Deliver
  private let rate: RateLimit?
  private let schedule: RetrySchedule
  private let reconnection: RetryPolicy
  private let now: () -> Duration
  private let wait: (Duration) -> Void

  /// A sender.
  ///
  /// - Parameters:
  ///   - queue: the outbox.
  ///   - rate: how far apart messages are.
  ///   - schedule: when a message that was refused for now is tried again.
  ///   - reconnection: how often a server that doesn't answer is tried before the run ends.
  ///   - now: the time since any fixed moment; used for `rate` only.
  ///   - wait: lets time pass.
  ///   - deliver: sends one message.
  public init(
    queue: MailQueue, rate: RateLimit? = nil, schedule: RetrySchedule = RetrySchedule(),
    reconnection: RetryPolicy = RetryPolicy(), now: @escaping () -> Duration,
    wait: @escaping (Duration) -> Void,
    deliver: @escaping Deliver
  ) {
    self.queue = queue
    self.rate = rate
    self.schedule = schedule
    self.reconnection = reconnection
    self.now = now
    self.wait = wait
    self.deliver = deliver
  }

  /// What a run did.
  public struct Summary: Hashable, Sendable {
    /// Messages that the server took.
    public var sent = 0
    /// Messages that fail for good.
    public var failed = 0
    /// Messages that are tried again later.
    public var retried = 0
    /// Messages that may have been taken.
    public var unknown = 0
    /// Messages that were not sent, for a reason in their record.
    public var withheld = 0
    /// Why the run ended before the outbox was empty, if it did.
    public var stop: SMTPOutcome.Failure?

    /// The same in words, without addresses.
    public var stopReason: String? { stop.map { Redaction.withoutAddresses("\($0)") } }
  }

  /// Sends until nothing is due, the server is out of reach, or `mayContinue` says no.
  ///
  /// No message is held while time passes: whoever is killed in a wait leaves nothing to ask about.
  ///
  /// - Throws: what the outbox throws; a message that was sent and couldn't be settled stands as claimed.
  public func run(
    mayContinue: () -> Bool = { true }, report: (QueuedMail, MailSettlement) -> Void = { _, _ in }
  ) throws -> Summary {
    var summary = Summary()
    var last: Duration?
    var failures = 0
    while mayContinue(), try queue.isDue() {
      if let delay = rate?.delay(last: last, now: now()), delay > .zero {
        wait(delay)
        guard mayContinue() else { return summary }
      }
      guard let mail = try queue.claim() else { return summary }
      var outcome: SMTPOutcome?
      let settlement: MailSettlement
      switch try queue.prepare(mail) {
      case .withheld(let reason): settlement = .withheld(reason)
      case .message(let message):
        last = now()
        let own = deliver(message.delivery)
        outcome = own
        settlement = self.settlement(of: mail, own)
      }
      try queue.settle(mail, settlement)
      summary.count(settlement)
      report(mail, settlement)
      guard let outcome else { continue }
      guard let stop = Self.stop(after: outcome) else {
        failures = 0
        continue
      }
      failures += 1
      guard Self.isAway(outcome), let delay = reconnection.delay(afterFailures: failures) else {
        summary.stop = stop
        return summary
      }
      wait(delay)
    }
    return summary
  }

  /// Whether the server itself is out of reach for now.
  private static func isAway(_ outcome: SMTPOutcome) -> Bool {
    guard case .deferred(let failure) = outcome else { return false }
    return [.greeting, .encryption, .login].contains(failure.phase)
  }

  /// Why no other message can be sent either, if so.
  private static func stop(after outcome: SMTPOutcome) -> SMTPOutcome.Failure? {
    switch outcome {
    case .unavailable(let failure): failure
    case .deferred(let failure) where isAway(outcome): failure
    case .accepted, .refused, .deferred, .unknown: nil
    }
  }

  private func settlement(of mail: QueuedMail, _ outcome: SMTPOutcome) -> MailSettlement {
    switch outcome {
    case .accepted(let reply): return .sent(Redaction.withoutAddresses("\(reply)"))
    case .refused(let failure): return .failed(Self.words(failure))
    case .unknown(let failure): return .unknown(Self.words(failure))
    case .unavailable(let failure): return .released(Self.words(failure))
    case .deferred(let failure):
      if Self.isAway(outcome) { return .released(Self.words(failure)) }
      guard let delay = schedule.delay(afterAttempt: mail.attempt) else {
        return .failed(Self.words(failure))
      }
      return .retry(Self.words(failure), after: delay)
    }
  }

  private static func words(_ failure: SMTPOutcome.Failure) -> String {
    Redaction.withoutAddresses("\(failure)")
  }
}

extension MailSender.Summary {
  fileprivate mutating func count(_ settlement: MailSettlement) {
    switch settlement {
    case .sent: sent += 1
    case .failed: failed += 1
    case .retry: retried += 1
    case .unknown: unknown += 1
    case .withheld: withheld += 1
    case .released: break
    }
  }
}
