/// What became of one recipient's message.
public enum SMTPOutcome: Hashable, Sendable {
  /// The server has taken the message on.
  case accepted(SMTPReply)
  /// The server refuses the recipient or the message, now and later.
  case refused(Failure)
  /// Certainly not taken on, and worth trying later.
  case deferred(Failure)
  /// The message was sent whole, and no answer came: it may have been taken on. To send it again may send it twice.
  case unknown(Failure)
  /// Certainly not taken on, and nothing to do with the recipient: no message can be sent until a setting is changed.
  case unavailable(Failure)

  /// Why, and how far it got.
  public struct Failure: Hashable, Sendable {
    /// What went wrong.
    public enum Reason: Hashable, Sendable {
      /// The server said so.
      case reply(SMTPReply)
      /// There was no such answer.
      case transfer(TransferError)
      /// The recipient's address isn't ASCII and the server doesn't offer SMTPUTF8 (RFC 6531).
      case internationalAddressUnsupported
    }

    /// What went wrong.
    public var reason: Reason
    /// How far the conversation had got.
    public var phase: SMTPPhase

    /// A failure.
    public init(_ reason: Reason, at phase: SMTPPhase) {
      self.reason = reason
      self.phase = phase
    }
  }
}

extension SMTPOutcome.Failure: CustomStringConvertible {
  /// The failure in English, for a log; no address is in it unless the server put it there.
  public var description: String {
    switch reason {
    case .reply(let reply): "\(reply) (at \(phase.rawValue))"
    case .transfer(let error): "\(error) (at \(phase.rawValue))"
    case .internationalAddressUnsupported: "the server doesn't take addresses outside ASCII (SMTPUTF8)"
    }
  }
}
