import Cryptography

/// What another mail server says became of a message (RFC 3464).
public struct DeliveryReport: Hashable, Sendable {
  /// What happened.
  public enum Action: String, Hashable, Sendable {
    /// It could not be delivered, and nobody tries any more.
    case failed
    /// It could not be delivered yet; the other server goes on trying.
    case delayed
    /// It was delivered.
    case delivered
    /// It was handed to a system that makes no reports.
    case relayed
    /// It was delivered to a list or alias.
    case expanded
  }

  /// What became of one recipient.
  public struct Recipient: Hashable, Sendable {
    /// What happened.
    public var action: Action
    /// The status code (RFC 3463), `X.Y.Z`.
    public var status: String
    /// The other server's words without addresses, on one line, at most 300 characters, or nothing.
    public var diagnostic: String?

    /// Whether the failure is one that another attempt may not have (status 4.Y.Z).
    public var isSoft: Bool { status.hasPrefix("4") }
  }

  /// The message it speaks of, or nothing if it doesn't say.
  public var identifier: MessageIdentifier?
  /// What became of each recipient; never empty.
  public var recipients: [Recipient]
  /// SHA-256 of what it says: the same for a report that is read twice, wherever it lies then.
  public let digest: String
}

extension DeliveryReport {
  /// The report that a message is, or nothing if it is none.
  ///
  /// The bytes may be anything: no more of them is looked at than `MailLimits` allows.
  public init?(message: [UInt8]) {
    let whole = MIMEPart(message.prefix(MailLimits.messageSize))
    let parts = Self.leaves(of: whole, depth: 0)
    guard let status = parts.first(where: { Self.statusTypes.contains($0.type) }) else { return nil }
    recipients = Self.groups(status.body).compactMap(Self.recipient)
    guard !recipients.isEmpty else { return nil }
    digest = SHA256Digest(of: Array(status.body)).description
    let original = parts.first { Self.originalTypes.contains($0.type) }
    identifier = original.flatMap { part in
      MIMEPart.head(part.body).fields.first { $0.name == "message-id" }.flatMap {
        MessageIdentifier(field: $0.value)
      }
    }
  }

  private static let statusTypes: Set = ["message/delivery-status", "message/global-delivery-status"]
  private static let originalTypes: Set = [
    "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers",
  ]

  /// All parts that aren't multiparts, in order.
  private static func leaves(of part: MIMEPart, depth: Int) -> [MIMEPart] {
    let parts = depth < MailLimits.depth ? part.parts : []
    return parts.isEmpty ? [part] : parts.flatMap { leaves(of: $0, depth: depth + 1) }
  }

  /// The groups of fields of a status part: the message's own, then one for each recipient.
  private static func groups(_ body: ArraySlice<UInt8>) -> [[(name: String, value: String)]] {
    var groups: [[(name: String, value: String)]] = []
    var rest = body
    while !rest.isEmpty, groups.count <= MailLimits.recipients {
      let (fields, end) = MIMEPart.head(rest)
      if !fields.isEmpty { groups.append(fields) }
      rest = rest[end...]
    }
    return groups
  }

  private static func recipient(_ fields: [(name: String, value: String)]) -> Recipient? {
    func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
    guard let word = field("action"), field("final-recipient") != nil || field("original-recipient") != nil,
      let action = Action(rawValue: word.prefix { $0.isLetter }.lowercased())
    else { return nil }
    let status = (field("status") ?? "").firstMatch(of: #/[245]\.[0-9]{1,3}\.[0-9]{1,3}/#).map {
      String($0.output)
    }
    // `smtp; 550 5.1.1 no such user`: the kind of system isn't of interest.
    let words = field("diagnostic-code").map { code in
      code.firstIndex(of: ";").map { String(code[code.index(after: $0)...]) } ?? code
    }
    let diagnostic = words.map {
      Redaction.withoutAddresses(String(MIMEPart.trimmed(HeaderText.singleLine($0)[...]).prefix(300)))
    }
    return Recipient(
      action: action,
      status: status ?? (action == .failed ? "5.0.0" : action == .delayed ? "4.0.0" : "2.0.0"),
      diagnostic: diagnostic?.isEmpty == true ? nil : diagnostic)
  }
}
