import Foundation

/// An address as SMTP transports it (RFC 5321, 4.1.2): nothing in it can end a command or begin another.
public struct EnvelopeAddress: Hashable, Sendable, CustomStringConvertible {
  /// `local@domain`, the domain in A-labels (RFC 5890): ASCII, unless the local part isn't.
  public let text: String

  /// The address, or nothing if it isn't one `local@domain` of dot-atoms of at most 254 bytes (RFC 5321, 4.5.3.1).
  ///
  /// Both parts may hold letters outside ASCII (RFC 6531, RFC 5891).
  public init?(_ text: String) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, parts[0].utf8.count <= 64 else { return nil }
    let isSound = parts.allSatisfy { part in
      part.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
        !atom.isEmpty && atom.unicodeScalars.allSatisfy(Self.isAtomCharacter)
      }
    }
    guard isSound, let domain = Self.asciiDomain(String(parts[1])) else { return nil }
    self.text = "\(parts[0])@\(domain)"
  }

  /// The domain in A-labels, or nothing if it can't be one.
  ///
  /// Foundation's IDNA (UTS #46) doesn't look at the locale, as libcurl's does.
  private static func asciiDomain(_ domain: String) -> String? {
    var components = URLComponents()
    components.host = domain
    guard let encoded = components.encodedHost, encoded.utf8.count <= 253 else { return nil }
    let characters = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.".utf8)
    let labels = encoded.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.allSatisfy({ (1...63).contains($0.count) }), encoded.utf8.allSatisfy(characters.contains)
    else { return nil }
    return encoded
  }

  /// Whether the local part needs SMTPUTF8.
  public var isInternational: Bool { !(text.split(separator: "@").first ?? "").utf8.allSatisfy { $0 < 0x80 } }

  /// The address itself.
  public var description: String { text }

  /// `atext` of RFC 5322, 3.2.3 and RFC 6532, 3.2, without spaces, controls and marks of direction.
  private static func isAtomCharacter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return asciiAtomCharacters.contains(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .unassigned,
      .privateUse:
      return false
    default: return true
    }
  }

  private static let asciiAtomCharacters = Set(
    "!#$%&'*+-/=?^_`{|}~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}

/// One message for one or more recipients.
public struct SMTPDelivery: Hashable, Sendable {
  /// Where bounces go.
  public var sender: EnvelopeAddress
  /// Who receives; at least one.
  public var recipients: [EnvelopeAddress]
  /// The message with CRLF at the end of each line; lines that begin with a full stop are looked after.
  public var message: [UInt8]

  /// A delivery.
  public init(sender: EnvelopeAddress, recipients: [EnvelopeAddress], message: [UInt8]) {
    self.sender = sender
    self.recipients = recipients
    self.message = message
  }

  /// Whether an address needs SMTPUTF8.
  var isInternational: Bool { sender.isInternational || recipients.contains { $0.isInternational } }
}
