import PDFSyntax

/// Bytes of PDF syntax in the making (ISO 32000-1, 7.2 and 7.3).
struct PDFBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Adds syntax that is written out in the program.
  mutating func add(_ syntax: StaticString) {
    syntax.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes as they are.
  mutating func add(_ other: [UInt8]) { bytes += other }

  /// Adds a byte as it is.
  mutating func add(byte: UInt8) { bytes.append(byte) }

  /// Adds ASCII text as it is: numbers and names composed elsewhere.
  mutating func add(ascii text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(0x2D) }
    addDigits(number.magnitude)
  }

  /// Adds a real number with at most `places` decimals, and none that say nothing.
  mutating func add(_ number: Double, places: Int = 3) {
    let power: UInt = places == 3 ? 1000 : Self.power(places)
    let scaled = (number.magnitude * Double(power)).rounded()
    // Coordinates stay far below; what doesn't is an error of ours that a page must not hide.
    precondition(scaled < 1e15, "a coordinate beyond any page")
    var digits = UInt(scaled)
    if digits == 0 { return bytes.append(0x30) }
    if number < 0 { bytes.append(0x2D) }
    let whole = places == 3 ? digits / 1000 : digits / power
    digits -= whole * power
    if whole > 0 || digits == 0 { addDigits(whole) }
    guard digits > 0 else { return }
    bytes.append(0x2E)
    while digits > 0 {
      // A division by a number that is known when compiled is none.
      digits *= 10
      let digit = power == 1000 ? digits / 1000 : digits / power
      bytes.append(0x30 + UInt8(truncatingIfNeeded: digit))
      digits -= digit * power
    }
  }

  private static func power(_ places: Int) -> UInt { (0..<places).reduce(1) { power, _ in power * 10 } }

  /// Adds an object that was read from another file.
  mutating func add(object: PDFObject) { object.write(to: &bytes) }

  /// Adds a reference to an object.
  mutating func add(_ object: ObjectNumber) {
    add(object.value)
    add(" 0 R")
  }

  /// Adds a two-byte code as a hexadecimal string.
  mutating func add(code: UInt16) {
    bytes.append(0x3C)
    add(hexadecimal: code)
    bytes.append(0x3E)
  }

  /// Adds the four hexadecimal digits of a UTF-16 unit or a two-byte code.
  mutating func add(hexadecimal unit: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      bytes.append(Self.digit(UInt8(truncatingIfNeeded: unit >> shift) & 15))
    }
  }

  /// Adds bytes as a hexadecimal string.
  mutating func add(hexadecimalString data: [UInt8]) {
    bytes.append(0x3C)
    for byte in data {
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
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

  private mutating func addDigits(_ number: UInt) {
    if number >= 10 { addDigits(number / 10) }
    bytes.append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
