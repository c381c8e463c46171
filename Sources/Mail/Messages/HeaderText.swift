/// A piece of a header field that no line may break.
enum HeaderWord: Hashable {
  /// ASCII as it stands, or an address under SMTPUTF8.
  case plain(String)
  /// An encoded word (RFC 2047): blanks between two of them don't count.
  case encoded(String)

  var text: String {
    switch self {
    case .plain(let text), .encoded(let text): text
    }
  }
}

/// Text of any kind as words of a header field: nothing in it can end the field or begin another.
enum HeaderText {
  /// The longest line that is kept, without its end (RFC 5322, 2.1.1), and the longest encoded word (RFC 2047, 2).
  static let lineLength = 78
  private static let encodedLength = 75
  /// The longest word that stands as it is: no reader or relay breaks a line of twice that length.
  private static let plainLength = 150

  /// `text` on one line: each run of control characters and line ends is one space.
  static func singleLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    var isPending = false
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: isPending = true
      default:
        if isPending, !line.isEmpty { line.append(" ") }
        isPending = false
        line.append(scalar)
      }
    }
    return String(line)
  }

  /// Free text, such as a subject (RFC 5322, 2.2.1).
  static func unstructured(_ text: String) -> [HeaderWord] {
    let line = singleLine(text)
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { word in
      !word.isEmpty && word.utf8.count <= plainLength && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    guard isPlain || line.isEmpty, !line.contains("=?") else { return encoded(line) }
    return words.filter { !$0.isEmpty }.map { .plain(String($0)) }
  }

  /// A name before an address: atoms, a quoted text or encoded words (RFC 5322, 3.2.5; RFC 2047, 5).
  static func phrase(_ text: String) -> [HeaderWord] {
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), text.utf8.count <= 60, !text.contains("=?")
    else {
      return encoded(text)
    }
    if text.utf8.allSatisfy({ atomCharacters.contains($0) || $0 == 0x20 }), !text.hasPrefix(" "),
      !text.hasSuffix(" "), !text.contains("  ")
    {
      return text.split(separator: " ").map { .plain(String($0)) }
    }
    let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return [.plain("\"\(quoted)\"")]
  }

  private static let atomCharacters = Set(
    "!#$%&'*+-/=?^_`{|}~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

  /// `text` as encoded words in UTF-8 and Base64, each a whole number of user-perceived characters where they are short
  /// enough, and always of scalars.
  private static func encoded(_ text: String) -> [HeaderWord] {
    // `=?UTF-8?B?` and `?=` leave room for 60 digits, 45 bytes.
    let room = (encodedLength - 12) / 4 * 3
    var words: [HeaderWord] = []
    var bytes: [UInt8] = []
    func flush() {
      if !bytes.isEmpty { words.append(.encoded("=?UTF-8?B?\(Base64.encode(bytes))?=")) }
      bytes = []
    }
    // Words go on a line of their own as long as they fit: a reader that wrongly shows a blank between two encoded
    // words then doubles one, but tears no word.
    for word in pieces(text) {
      if bytes.count + word.utf8.count > room, word.utf8.count <= room { flush() }
      for character in word {
        let isShort = character.utf8.count <= room
        let parts =
          isShort ? [Array(character.utf8)] : character.unicodeScalars.map { Array(String($0).utf8) }
        for part in parts {
          if bytes.count + part.count > room { flush() }
          bytes += part
        }
      }
    }
    flush()
    return words
  }

  /// Words, each with the blanks after it.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices where text[index] == " " {
      let next = text.index(after: index)
      if next == text.endIndex || text[next] != " " {
        pieces.append(text[start..<next])
        start = next
      }
    }
    return pieces + [text[start...]]
  }

  /// A whole header field with its line ends: folded where a line would be longer than 78 bytes.
  static func field(_ name: String, _ words: [HeaderWord]) -> String {
    var text = name + ":"
    var length = text.utf8.count
    for word in words {
      let size = word.text.utf8.count + 1
      if length + size > lineLength, length > name.utf8.count + 1 {
        text += "\r\n"
        length = 0
      }
      text += " " + word.text
      length += size
    }
    return text + "\r\n"
  }
}
