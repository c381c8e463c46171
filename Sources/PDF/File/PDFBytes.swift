import PDFSyntax

/// Bytes of PDF syntax in the making (ISO 32000-1, 7.2 and 7.3).
struct PDFBytes: Hashable {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  func hash(into hasher: inout Hasher) {
    // Bytes of one form that are equally long differ at their end as well as anywhere.
    hasher.combine(bytes.count)
    bytes.suffix(256).withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds syntax that is written out in the program.
  mutating func add(_ syntax: StaticString) {
    syntax.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes as they are.
  mutating func add(_ other: [UInt8]) { bytes += other }

  /// Adds at most `capacity` bytes of syntax that `body` puts together.
  mutating func add(atMost capacity: Int, _ body: (inout SyntaxLine) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
      var line = SyntaxLine(room)
      body(&line)
      bytes.append(contentsOf: line.written)
    }
  }

  /// Adds text as it is: numbers and names composed elsewhere.
  mutating func add(utf8 text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    add(atMost: SyntaxLine.numberLength) { $0.add(number) }
  }

  /// Adds a real number with at most `places` decimals, and none that say nothing.
  mutating func add(_ number: Double, places: Int = 3) {
    add(atMost: SyntaxLine.numberLength) { $0.add(number, places: places) }
  }

  /// Adds an object that was read from another file.
  mutating func add(object: PDFObject) { object.write(to: &bytes) }

  /// Adds a reference to an object.
  mutating func add(_ object: ObjectNumber) {
    add(atMost: SyntaxLine.referenceLength) { $0.add(object) }
  }

  /// Adds the four hexadecimal digits of a UTF-16 unit or a two-byte code.
  mutating func add(hexadecimal unit: UInt16) {
    add(atMost: 4) { $0.add(hexadecimal: unit) }
  }

  /// Adds bytes as a hexadecimal string.
  mutating func add(hexadecimalString data: [UInt8]) {
    bytes.append(0x3C)
    for byte in data {
      bytes.append(SyntaxLine.digit(byte >> 4))
      bytes.append(SyntaxLine.digit(byte & 15))
    }
    bytes.append(0x3E)
  }

  /// Adds a text string: ASCII in parentheses, anything else in UTF-16 with its mark (7.9.2.2).
  mutating func add(text: String) {
    guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
      add("<FEFF")
      for unit in text.utf16 { add(hexadecimal: unit) }
      return bytes.append(0x3E)
    }
    bytes.append(0x28)
    for byte in text.utf8 {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    bytes.append(0x29)
  }
}
