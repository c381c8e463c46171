/// A part of a message that came from outside, as far as a report of delivery needs it.
///
/// Whatever the bytes are, reading ends, in time in proportion to them: lines may end in LF or CR LF, fields may be
/// broken, boundaries missing.
struct MIMEPart {
  /// The head's fields, names in lower case, unfolded.
  let fields: [(name: String, value: String)]
  /// What follows the head.
  let body: ArraySlice<UInt8>

  /// The part that `bytes` hold.
  init(_ bytes: ArraySlice<UInt8>) {
    let (fields, end) = Self.head(bytes)
    self.fields = fields
    body = bytes[end...]
  }

  /// The first field of that name, in lower case.
  func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// The media type in lower case, without parameters; a part without one is plain text.
  var type: String {
    (field("content-type") ?? "text/plain").prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
  }

  /// The fields that `bytes` begin with, up to an empty line or the end, and where what follows begins.
  static func head(_ bytes: ArraySlice<UInt8>) -> (fields: [(name: String, value: String)], end: Int) {
    var fields: [(name: String, value: String)] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (line, next) = Self.line(bytes, at: index)
      index = next
      if line.isEmpty { break }
      let text = String(decoding: line.prefix(MailLimits.fieldSize), as: UTF8.self)
      if line.first == 0x20 || line.first == 0x09 {
        guard let last = fields.indices.last, fields[last].value.utf8.count < MailLimits.fieldSize else {
          continue
        }
        fields[last].value += " " + trimmed(text[...])
      } else if let colon = text.firstIndex(of: ":"), fields.count < MailLimits.fields {
        fields.append((trimmed(text[..<colon]).lowercased(), trimmed(text[text.index(after: colon)...])))
      }
    }
    return (fields, index)
  }

  /// The parts of a multipart, or none if it isn't one.
  var parts: [MIMEPart] {
    guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty,
      boundary.utf8.count <= 200
    else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var found: [MIMEPart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex {
      let (line, next) = Self.line(body, at: index)
      if line.starts(with: mark) {
        let rest = line.dropFirst(mark.count)
        let isEnd = rest.starts(with: [0x2D, 0x2D])
        if isEnd || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          if let start { found.append(MIMEPart(body[start..<index])) }
          start = next
          if isEnd || found.count == MailLimits.parts { return found }
        }
      }
      index = next
    }
    // A report whose end is missing still says what it says.
    if let start { found.append(MIMEPart(body[start...])) }
    return found
  }

  /// A parameter of the content type, in quotes or not.
  private func parameter(_ name: String) -> String? {
    let pieces = (field("content-type") ?? "").split(separator: ";").dropFirst()
    for piece in pieces {
      guard let equals = piece.firstIndex(of: "="), Self.trimmed(piece[..<equals]).lowercased() == name else {
        continue
      }
      let value = Self.trimmed(piece[piece.index(after: equals)...])
      guard value.hasPrefix("\"") else { return value.prefix { !$0.isWhitespace && $0 != "(" }.description }
      return value.dropFirst().prefix { $0 != "\"" }.description
    }
    return nil
  }

  /// The line at `start` without its end, and where the next begins.
  private static func line(_ bytes: ArraySlice<UInt8>, at start: Int) -> (line: ArraySlice<UInt8>, next: Int)
  {
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { return (bytes[start...], bytes.endIndex) }
    let hasReturn = end > start && bytes[end - 1] == 0x0D
    return (bytes[start..<(hasReturn ? end - 1 : end)], end + 1)
  }

  static func trimmed(_ text: Substring) -> String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
