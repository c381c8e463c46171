/// One message that waits in an outbox, taken by this process and by no other.
public struct QueuedMail: Hashable, Sendable {
  /// Its row.
  public var id: Int
  /// Its name for all time, from which its identifier is made.
  public var name: String
  /// Which attempt this is, from 1.
  public var attempt: Int

  /// A message by its row.
  public init(id: Int, name: String, attempt: Int) {
    self.id = id
    self.name = name
    self.attempt = attempt
  }
}

/// What is to be sent for a queued message, or why nothing is.
public enum PreparedMail: Hashable, Sendable {
  /// This is to be sent.
  case message(MailMessage)
  /// Nothing is sent.
  case withheld(Reason)

  /// Why nothing is sent; a person puts it right and queues it again.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The recipient hasn't agreed to be written to by e-mail.
    case noConsent = "no-consent"
    /// There is no address.
    case noAddress = "no-address"
    /// What stands for an address isn't one.
    case badAddress = "bad-address"
    /// The document isn't where it should be.
    case documentMissing = "document-missing"
    /// The document isn't the one that was issued.
    case documentChanged = "document-changed"
    /// The letter was voided.
    case voided

    /// The reason in Arabic.
    public var arabic: String {
      switch self {
      case .noConsent: "لم يوافق المستلم على المراسلة بالبريد الإلكتروني"
      case .noAddress: "لا يوجد عنوان بريد إلكتروني للمستلم"
      case .badAddress: "عنوان البريد الإلكتروني غير صحيح"
      case .documentMissing: "ملف الخطاب غير موجود في مكانه"
      case .documentChanged: "ملف الخطاب ليس هو الملف الذي صدر"
      case .voided: "الخطاب ملغى"
      }
    }
  }
}

/// What became of a queued message after an attempt: the outbox keeps it.
public enum MailSettlement: Hashable, Sendable {
  /// The server took it; its reply.
  case sent(String)
  /// It fails for good.
  case failed(String)
  /// It failed for now, and is tried again after the given time.
  case retry(String, after: Duration)
  /// It may have been taken; a person is asked, and it isn't sent again by itself.
  case unknown(String)
  /// Nothing was sent.
  case withheld(PreparedMail.Reason)
  /// Nothing was sent, for a reason that isn't the message's: it waits as before, and the attempt doesn't count.
  case released(String)
}

/// The outbox as the sender sees it: whoever keeps the register says how each of these is done.
public struct MailQueue {
  /// Whether a message is due, without taking it: only then is it worth waiting until it may go out.
  public var isDue: () throws -> Bool
  /// Takes the next message that is due, so that no other process can, and says so on disk before it returns.
  public var claim: () throws -> QueuedMail?
  /// Makes the message.
  public var prepare: (QueuedMail) throws -> PreparedMail
  /// Keeps what became of it, on disk before it returns.
  public var settle: (QueuedMail, MailSettlement) throws -> Void

  /// An outbox of these parts.
  public init(
    isDue: @escaping () throws -> Bool, claim: @escaping () throws -> QueuedMail?,
    prepare: @escaping (QueuedMail) throws -> PreparedMail,
    settle: @escaping (QueuedMail, MailSettlement) throws -> Void
  ) {
    self.isDue = isDue
    self.claim = claim
    self.prepare = prepare
    self.settle = settle
  }
}
