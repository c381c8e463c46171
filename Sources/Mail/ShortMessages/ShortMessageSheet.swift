/// SMS and WhatsApp messages for a provider's own program to send: one line each, as CSV (RFC 4180) in UTF-8.
///
/// Nothing is sent from here: a sender's name must be registered with the regulator through the provider.
public struct ShortMessageSheet: Sendable {
  /// One message.
  public struct Row: Hashable, Sendable {
    /// The mobile's number, E.164: `+966501234567`.
    public var mobile: String
    /// The words.
    public var text: String
    /// Where the letter is checked, or nothing.
    public var link: String
    /// The letter's reference.
    public var reference: String

    /// A message.
    public init(mobile: String, text: String, link: String = "", reference: String) {
      self.mobile = mobile
      self.text = text
      self.link = link
      self.reference = reference
    }

    /// What is sent: the words, and the link after them.
    public var wholeText: String { link.isEmpty ? text : "\(text)\n\(link)" }

    /// Whether the number has the form of E.164: a plus, and 8 to 15 digits of which the first isn't 0.
    public var hasSoundNumber: Bool {
      let digits = mobile.utf8.dropFirst()
      return mobile.utf8.first == UInt8(ascii: "+") && (8...15).contains(digits.count)
        && digits.first != UInt8(ascii: "0") && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// The messages, in their order.
  public var rows: [Row]

  /// A sheet of messages.
  public init(rows: [Row]) { self.rows = rows }

  /// The sheet, with a head and for each message its number, words, link, reference, alphabet, units and parts.
  public var csv: String {
    let head = ["mobile", "text", "link", "ref", "alphabet", "units", "parts"]
    let lines = rows.map { row in
      let count = ShortMessageText(row.wholeText)
      let cells = [row.mobile, row.text, row.link, row.reference, count.alphabet.rawValue]
      return cells + ["\(count.units)", "\(count.parts)"]
    }
    // The byte order mark tells spreadsheets that the text is UTF-8.
    return "\u{FEFF}" + ([head] + lines).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }
}
