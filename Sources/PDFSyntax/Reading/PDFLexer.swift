/// Reads the characters and tokens of PDF syntax (ISO 32000-1, 7.2) and repairs nothing.
struct PDFLexer {
  /// The bytes of the file, or of a decoded stream.
  let bytes: [UInt8]
  /// The place after the last byte to be read.
  let end: Int
  /// The place of the next byte.
  var position: Int

  /// A lexer that reads `bytes` from `position` up to `end`.
  init(_ bytes: [UInt8], at position: Int = 0, end: Int? = nil) {
    self.bytes = bytes
    self.end = min(end ?? bytes.count, bytes.count)
    self.position = position
  }

  /// The next byte, or `nil` at the end.
  var byte: UInt8? { position >= 0 && position < end ? bytes[position] : nil }

  /// The byte `distance` places on, or `nil` past the end.
  func byte(after distance: Int) -> UInt8? {
    position >= 0 && position < end - distance ? bytes[position + distance] : nil
  }

  /// A flaw at the next byte.
  func error(_ flaw: PDFSyntaxError.Flaw) -> PDFSyntaxError { PDFSyntaxError(flaw, at: position) }

  /// Passes over white space and comments (7.2.2, 7.2.3).
  mutating func skipWhiteSpace() {
    while let byte {
      if Self.isWhiteSpace(byte) {
        position += 1
      } else if byte == 0x25 {
        while let byte = self.byte, byte != 0x0A, byte != 0x0D { position += 1 }
      } else {
        return
      }
    }
  }

  /// Passes over one end-of-line marker, if there is one: CR, LF or both.
  mutating func skipEndOfLine() {
    switch (byte, byte(after: 1)) {
    case (0x0D, 0x0A): position += 2
    case (0x0D, _), (0x0A, _): position += 1
    default: break
    }
  }

  /// Passes over the word, if it stands here and ends here.
  mutating func skip(_ word: StaticString) -> Bool {
    guard starts(with: word) else { return false }
    let count = word.utf8CodeUnitCount
    if let next = byte(after: count), Self.isRegular(next) { return false }
    position += count
    return true
  }

  /// Whether the characters of a word stand here.
  func starts(with word: StaticString) -> Bool {
    var offset = 0
    for scalar in word.description.utf8 {
      guard byte(after: offset) == scalar else { return false }
      offset += 1
    }
    return true
  }

  /// An unsigned integer of decimal digits alone.
  mutating func unsignedInteger() throws(PDFSyntaxError) -> Int {
    let start = position
    var value = 0
    while let byte, Self.isDigit(byte) {
      guard position - start < 15 else { throw error(.malformedNumber) }
      value = value * 10 + Int(byte - 0x30)
      position += 1
    }
    guard position > start else { throw error(.malformedNumber) }
    return value
  }

  /// White space (7.2.2, table 1).
  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0x00
  }

  /// A delimiter (7.2.2, table 2).
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }

  /// A regular character: neither white space nor a delimiter.
  static func isRegular(_ byte: UInt8) -> Bool { !isWhiteSpace(byte) && !isDelimiter(byte) }

  /// A decimal digit.
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
