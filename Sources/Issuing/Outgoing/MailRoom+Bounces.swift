public import Mail
public import Register
public import Values

extension MailRoom {
  /// What a box of bounces told the register.
  public struct BounceSummary: Sendable {
    /// The letters that could not be delivered, with the other server's status.
    public var failed: [(entry: RegisterEntry, status: String, isSoft: Bool)] = []
    /// How many reports were entered now.
    public var logged = 0
    /// How many had been entered before.
    public var known = 0
    /// How many speak of messages that aren't the office's.
    public var strangers = 0
    /// How many messages are no reports: a person should read them.
    public var others = 0
  }

  /// Enters the reports of a box in the log of deliveries, each once however often it is read.
  public func read(_ contents: ReportBox.Contents, by name: String, at now: Moment) throws -> BounceSummary {
    var summary = BounceSummary()
    summary.others = contents.others
    for found in contents.reports {
      guard let identifier = found.report.identifier, isOwn(identifier),
        // A letter has one recipient.
        let recipient = found.report.recipients.first
      else {
        summary.strangers += 1
        continue
      }
      let (state, outbox) = Self.meaning(of: recipient)
      let words = [recipient.status, recipient.diagnostic].compactMap(\.self).joined(separator: " ")
      let delivery = Delivery(
        channel: Self.channel, state: state, at: now, by: name, reason: words,
        evidence: "sha256:" + found.report.digest)
      switch try register.log(report: delivery, onMessage: String(identifier.name), becoming: outbox) {
      case .known: summary.known += 1
      case .stranger: summary.strangers += 1
      case .logged(let entry):
        summary.logged += 1
        if recipient.action == .failed {
          summary.failed.append((entry, recipient.status, recipient.isSoft))
        }
      }
    }
    return summary
  }

  /// Anybody can send a report; one of another domain's message isn't ours.
  private func isOwn(_ identifier: MessageIdentifier) -> Bool {
    identifier == MessageIdentifier(String(identifier.name), sender: sender.address)
  }

  /// What a report means in the log of deliveries and in the outbox.
  private static func meaning(
    of recipient: DeliveryReport.Recipient
  ) -> (state: String, outbox: OutboxItem.State?) {
    switch recipient.action {
    case .failed: (recipient.isSoft ? "bounced-soft" : "bounced-hard", .failed)
    case .delayed: ("delayed", nil)
    case .delivered: ("delivered", .sent)
    case .relayed, .expanded: ("relayed", .sent)
    }
  }
}
