/// Reads objects (ISO 32000-1, 7.3) and repairs nothing.
struct PDFParser {
  var lexer: PDFLexer
  private let limits: PDFLimits
  private var depth = 0

  /// A parser of what the lexer reads.
  init(_ lexer: PDFLexer, limits: PDFLimits) {
    self.lexer = lexer
    self.limits = limits
  }

  /// The next object, which isn't a stream.
  mutating func object() throws(PDFSyntaxError) -> PDFObject {
    lexer.skipWhiteSpace()
    guard let byte = lexer.byte else { throw lexer.error(.malformedObject) }
    switch byte {
    case 0x2F: return .name(try name())
    case 0x28: return .string(try literalString())
    case 0x5B: return try nested { parser throws(PDFSyntaxError) in .array(try parser.array()) }
    case 0x3C:
      guard lexer.byte(after: 1) == 0x3C else { return .string(try hexadecimalString()) }
      return try nested { parser throws(PDFSyntaxError) in .dictionary(try parser.dictionary()) }
    case 0x30...0x39:
      if let reference = reference() { return .reference(reference) }
      return try number()
    case 0x2B, 0x2D, 0x2E: return try number()
    default:
      if lexer.skip("true") { return .boolean(true) }
      if lexer.skip("false") { return .boolean(false) }
      if lexer.skip("null") { return .null }
      throw lexer.error(.malformedObject)
    }
  }

  private mutating func nested(
    _ body: (inout PDFParser) throws(PDFSyntaxError) -> PDFObject
  ) throws(PDFSyntaxError) -> PDFObject {
    guard depth < limits.nesting else { throw lexer.error(.nestingTooDeep) }
    depth += 1
    let result = try body(&self)
    depth -= 1
    return result
  }

  private mutating func array() throws(PDFSyntaxError) -> [PDFObject] {
    lexer.position += 1
    var elements: [PDFObject] = []
    // How many numbers of digits alone stand last: the two before an `R` are a reference. Looking ahead from each number
    // would read rows of them three times.
    var integers = 0
    while true {
      lexer.skipWhiteSpace()
      guard let byte = lexer.byte else { throw lexer.error(.malformedObject) }
      if byte == 0x5D {
        guard elements.count <= limits.elements else { throw lexer.error(.tooManyElements) }
        lexer.position += 1
        return elements
      }
      if byte == UInt8(ascii: "R"), integers >= 2, let reference = reference(after: elements) {
        elements.removeLast(2)
        elements.append(.reference(reference))
        integers = 0
        continue
      }
      // The last reference is two elements before it is one.
      guard elements.count <= limits.elements else { throw lexer.error(.tooManyElements) }
      guard PDFLexer.isDigit(byte) else {
        elements.append(try object())
        integers = 0
        continue
      }
      let number = try number()
      elements.append(number)
      integers = number.integer == nil ? 0 : integers + 1
    }
  }

  /// The reference that the last two elements are with the `R` that stands here.
  private mutating func reference(after elements: [PDFObject]) -> PDFReference? {
    guard let number = elements[elements.count - 2].integer,
      let generation = elements[elements.count - 1].integer,
      number > 0, generation <= 65_535, lexer.skip("R")
    else { return nil }
    return PDFReference(number, generation: generation)
  }

  /// A dictionary; the lexer stands at its `<<`.
  mutating func dictionary() throws(PDFSyntaxError) -> PDFDictionary {
    let start = lexer.position
    var entries: [PDFDictionary.Entry] = []
    entries.reserveCapacity(8)
    try forEachEntry { parser, key throws(PDFSyntaxError) in
      entries.append(PDFDictionary.Entry(key: key, value: try parser.object()))
    }
    guard let dictionary = PDFDictionary(unsorted: entries, allowsRepeats: limits.allowsRepeatedEntries)
    else {
      throw PDFSyntaxError(.duplicateKey, at: start)
    }
    return dictionary
  }

  /// Calls `body` with each key of a dictionary; it must read the value.
  mutating func forEachEntry(
    _ body: (inout PDFParser, PDFName) throws(PDFSyntaxError) -> Void
  ) throws(PDFSyntaxError) {
    lexer.skipWhiteSpace()
    guard lexer.byte == 0x3C, lexer.byte(after: 1) == 0x3C else { throw lexer.error(.malformedObject) }
    lexer.position += 2
    var count = 0
    while true {
      lexer.skipWhiteSpace()
      if lexer.byte == 0x3E, lexer.byte(after: 1) == 0x3E {
        lexer.position += 2
        return
      }
      guard lexer.byte == 0x2F else { throw lexer.error(.malformedObject) }
      guard count < limits.elements else { throw lexer.error(.tooManyElements) }
      count += 1
      try body(&self, try name())
    }
  }

  private mutating func name() throws(PDFSyntaxError) -> PDFName {
    lexer.position += 1
    let start = lexer.position
    var isPlain = true
    while let byte = lexer.byte, PDFLexer.isRegular(byte) {
      if byte == 0x23 || byte >= 0x80 { isPlain = false }
      lexer.position += 1
    }
    let raw = lexer.bytes[start..<lexer.position]
    guard !isPlain else { return PDFName(ascii: raw) }
    var bytes: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == 0x23 else {
        bytes.append(raw[index])
        index += 1
        continue
      }
      guard index + 2 < raw.endIndex, let high = PDFLexer.hexadecimal(raw[index + 1]),
        let low = PDFLexer.hexadecimal(raw[index + 2]), high << 4 | low != 0
      else { throw PDFSyntaxError(.malformedName, at: index) }
      bytes.append(high << 4 | low)
      index += 3
    }
    return PDFName(bytes: bytes)
  }

  /// A reference, if `number generation R` stands here.
  private mutating func reference() -> PDFReference? {
    let start = lexer.position
    guard let number = try? lexer.unsignedInteger(), let after = lexer.byte, PDFLexer.isWhiteSpace(after)
    else {
      lexer.position = start
      return nil
    }
    lexer.skipWhiteSpace()
    guard let generation = try? lexer.unsignedInteger(), let next = lexer.byte, PDFLexer.isWhiteSpace(next)
    else {
      lexer.position = start
      return nil
    }
    lexer.skipWhiteSpace()
    // In rows of numbers this fails at every one of them.
    guard lexer.byte == UInt8(ascii: "R"), number > 0, generation <= 65_535, lexer.skip("R") else {
      lexer.position = start
      return nil
    }
    return PDFReference(number, generation: generation)
  }

  private mutating func number() throws(PDFSyntaxError) -> PDFObject {
    let start = lexer.position
    var isNegative = false
    if lexer.byte == 0x2B || lexer.byte == 0x2D {
      isNegative = lexer.byte == 0x2D
      lexer.position += 1
    }
    var (digits, value, fraction, scale) = (0, 0, 0, 1)
    while let byte = lexer.byte, PDFLexer.isDigit(byte) {
      (digits, value) = (digits + 1, value &* 10 &+ Int(byte - 0x30))
      lexer.position += 1
      guard digits < 19 else { throw lexer.error(.malformedNumber) }
    }
    let isReal = lexer.byte == 0x2E
    if isReal {
      lexer.position += 1
      while let byte = lexer.byte, PDFLexer.isDigit(byte) {
        digits += 1
        if scale < 1_000_000_000_000_000 {
          (fraction, scale) = (fraction * 10 + Int(byte - 0x30), scale * 10)
        }
        lexer.position += 1
      }
    }
    guard digits > 0, lexer.byte.map({ !PDFLexer.isRegular($0) }) ?? true else {
      throw PDFSyntaxError(.malformedNumber, at: start)
    }
    guard isReal else { return .integer(isNegative ? -value : value) }
    let magnitude = Double(value) + Double(fraction) / Double(scale)
    return .real(isNegative ? -magnitude : magnitude)
  }

  private mutating func hexadecimalString() throws(PDFSyntaxError) -> [UInt8] {
    lexer.position += 1
    var result: [UInt8] = []
    var high: UInt8?
    while let byte = lexer.byte {
      lexer.position += 1
      if byte == 0x3E {
        if let high { result.append(high << 4) }
        return result
      }
      if PDFLexer.isWhiteSpace(byte) { continue }
      guard let digit = PDFLexer.hexadecimal(byte) else { break }
      if let first = high {
        result.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    throw lexer.error(.malformedString)
  }

  private mutating func literalString() throws(PDFSyntaxError) -> [UInt8] {
    lexer.position += 1
    var result: [UInt8] = []
    var open = 1
    while let byte = lexer.byte {
      lexer.position += 1
      switch byte {
      case 0x28: open += 1
      case 0x29:
        open -= 1
        if open == 0 { return result }
      case 0x0D:
        // An end of line in a string is one LF, however it is written (7.3.4.2).
        if lexer.byte == 0x0A { lexer.position += 1 }
        result.append(0x0A)
        continue
      case 0x5C:
        if let escaped = try escape() { result.append(escaped) }
        continue
      default: break
      }
      result.append(byte)
    }
    throw lexer.error(.malformedString)
  }

  /// What a reverse solidus makes of the characters after it (7.3.4.2, table 3); `nil` is nothing.
  private mutating func escape() throws(PDFSyntaxError) -> UInt8? {
    guard let byte = lexer.byte else { throw lexer.error(.malformedString) }
    lexer.position += 1
    switch byte {
    case 0x6E: return 0x0A
    case 0x72: return 0x0D
    case 0x74: return 0x09
    case 0x62: return 0x08
    case 0x66: return 0x0C
    case 0x0A: return nil
    case 0x0D:
      if lexer.byte == 0x0A { lexer.position += 1 }
      return nil
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard let next = lexer.byte, (0x30...0x37).contains(next) else { break }
        value = value * 8 + Int(next - 0x30)
        lexer.position += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }
}
