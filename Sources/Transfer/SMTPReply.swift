/// What a mail server said (RFC 5321, 4.2), with its enhanced status code where it gave one (RFC 3463).
public struct SMTPReply: Hashable, Sendable {
  /// The three digits: 2xx and 3xx mean success, 4xx «not now», 5xx «never».
  public var code: Int
  /// `X.Y.Z`, where the text begins with it.
  public var enhanced: String?
  /// The server's words, lines joined by a space; control characters are left out, and no more than 500 characters kept.
  public var text: String

  /// A reply.
  public init(code: Int, enhanced: String? = nil, text: String) {
    self.code = code
    self.enhanced = enhanced
    self.text = text
  }

  /// The reply made of the lines that a server sent, or nothing if they are none.
  init?(lines: [String]) {
    guard let last = lines.last, let code = Int(last.prefix(3)), (200..<600).contains(code) else {
      return nil
    }
    var words: [String] = []
    var enhanced: String?
    for line in lines {
      var text = line.dropFirst(4)
      if let status = text.firstMatch(of: #/^[245]\.[0-9]{1,3}\.[0-9]{1,3}(?: |$)/#) {
        enhanced = enhanced ?? String(status.output).replacing(" ", with: "")
        text = text[status.range.upperBound...]
      }
      words.append(
        String(text.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }))
    }
    self.init(code: code, enhanced: enhanced, text: String(words.joined(separator: " ").prefix(500)))
  }

  /// Whether the same attempt may succeed later.
  public var isTemporary: Bool { (400..<500).contains(code) }
  /// Whether it will never succeed as it is.
  public var isPermanent: Bool { (500..<600).contains(code) }
}

extension SMTPReply: CustomStringConvertible {
  /// The reply as the server gave it, on one line.
  public var description: String {
    ["\(code)", enhanced, text].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
  }
}

/// How far a conversation with a mail server got.
public enum SMTPPhase: String, Hashable, Sendable {
  /// Before the server's greeting and its list of extensions.
  case greeting
  /// Between STARTTLS and the encrypted connection.
  case encryption
  /// Logging in.
  case login
  /// MAIL: who sends.
  case sender
  /// RCPT: who receives.
  case recipient
  /// From DATA to the message's last byte.
  case content
  /// After the message's end: the server may have taken it.
  case end
}
