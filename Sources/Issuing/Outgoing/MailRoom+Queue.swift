import Cryptography
import Foundation
public import Mail
public import Register
import Themes
import Transfer
public import Values

extension MailRoom {
  /// The way of letters that go by e-mail, as the outbox names it.
  public static let channel = "email"

  /// The outbox as the sender sees it.
  ///
  /// - Parameters:
  ///   - name: who sends, for the log of deliveries.
  ///   - clock: the moment of each step.
  /// - Returns: the outbox.
  public func queue(by name: String, clock: @escaping () -> Moment) -> MailQueue {
    MailQueue(
      isDue: { try register.isDue(channel: Self.channel, at: clock()) },
      claim: {
        try register.claim(channel: Self.channel, at: clock()).map {
          QueuedMail(id: $0.id, name: $0.message, attempt: $0.attempts)
        }
      },
      prepare: { mail in
        guard let item = try register.outboxItem(mail.id) else { return .withheld(.documentMissing) }
        return try prepared(item, at: clock())
      },
      settle: { mail, settlement in
        guard let item = try register.outboxItem(mail.id) else { return }
        try settle(item, settlement, by: name, at: clock())
      })
  }

  private func settle(
    _ item: OutboxItem, _ settlement: MailSettlement, by name: String, at now: Moment
  ) throws {
    switch settlement {
    case .sent(let reply): try register.settle(item, as: .sent, at: now, by: name, reason: reply)
    case .failed(let reason): try register.settle(item, as: .failed, at: now, by: name, reason: reason)
    case .unknown(let reason): try register.settle(item, as: .unknown, at: now, by: name, reason: reason)
    case .retry(let reason, let delay):
      let later = Moment(seconds: now.seconds + Int(delay.components.seconds))
      try register.settle(item, as: .queued, at: now, by: name, reason: reason, retry: later)
    case .withheld(.voided):
      try register.settle(
        item, as: .cancelled, at: now, by: name, reason: PreparedMail.Reason.voided.rawValue)
    case .withheld(let reason):
      try register.settle(item, as: .failed, at: now, by: name, reason: reason.rawValue)
    case .released: try register.release(item, at: now)
    }
  }

  /// What stands as being sent though nobody sends it: it may have gone out, and is asked about.
  ///
  /// Only who holds the `SenderLock` may say so.
  public func settleOrphans(by name: String, at now: Moment) throws -> [OutboxItem] {
    let orphans = try register.outbox(channel: Self.channel, in: [.sending])
    for item in orphans {
      try register.settle(
        item, as: .unknown, at: now, by: name, reason: DeliveryWords.ended)
    }
    return orphans
  }

  /// The message of an item, or why it has none.
  public func prepared(_ item: OutboxItem, at now: Moment) throws -> PreparedMail {
    guard let entry = try register.entry(at: item.entry) else { return .withheld(.documentMissing) }
    if entry.state == .void { return .withheld(.voided) }
    let consent = try register.consent(ofEntry: item.entry, channel: Self.channel)
    if consent == false || settings.needsConsent && consent == nil { return .withheld(.noConsent) }
    guard let text = item.address, !text.isEmpty else { return .withheld(.noAddress) }
    guard let address = EnvelopeAddress(text) else { return .withheld(.badAddress) }
    guard let file = try? InputFile.bytes(archive.path(of: entry.number)) else {
      return .withheld(.documentMissing)
    }
    guard SHA256Digest(of: file).description == entry[.file] else { return .withheld(.documentChanged) }
    let note = CoveringNote(for: letter(entry))
    return .message(
      MailMessage(
        identifier: MessageIdentifier(item.message, sender: sender.address),
        date: MessageDate(seconds: now.seconds), sender: sender, replyTo: replyTo,
        recipient: MailAddress(address, name: entry.particulars?[.name]), subject: note.subject,
        text: note.text,
        attachment: .init(name: archive.name(of: entry.number) + ".pdf", bytes: file)))
  }

  private func letter(_ entry: RegisterEntry) -> CoveringNote.Letter {
    let date = entry.hijri.map { DatePhrase.numeric($0, style: style) } ?? entry.day.iso
    let code = entry[.code].map { code in
      stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(
        separator: "-")
    }
    return CoveringNote.Letter(
      association: association, number: entry.printed, date: date, code: code, verification: verificationPage)
  }
}
