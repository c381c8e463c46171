extension PDFObject {
  /// The object as it stands in a file; equal objects give equal bytes.
  ///
  /// A stream's `Length` is that of its bytes.
  public var serialized: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// Adds the object as it stands in a file.
  public func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append("null")
    case .boolean(let value): output.append(value ? "true" : "false")
    case .integer(let value): output.append(decimal: value)
    case .real(let value): output.append(contentsOf: Self.decimal(value).utf8)
    case .name(let name): name.write(to: &output)
    case .string(let bytes): Self.write(string: bytes, to: &output)
    case .reference(let reference):
      output.append(decimal: reference.number)
      output.append(0x20)
      output.append(decimal: reference.generation)
      output.append(" R")
    case .array(let elements):
      output.append(0x5B)
      for element in elements { element.write(apartFrom: &output) }
      output.append(0x5D)
    case .dictionary(let dictionary): dictionary.write(to: &output)
    case .stream(let stream):
      var dictionary = stream.dictionary
      dictionary["Length"] = .integer(stream.bytes.count)
      dictionary.write(to: &output)
      output.append("\nstream\n")
      output.append(contentsOf: stream.bytes)
      output.append("\nendstream")
    }
  }

  /// Adds the object, and a space first where the characters would run into one token.
  fileprivate func write(apartFrom output: inout [UInt8]) {
    let startsRegular =
      switch self {
      case .null, .boolean, .integer, .real, .reference: true
      default: false
      }
    if startsRegular, let last = output.last, PDFLexer.isRegular(last) { output.append(0x20) }
    write(to: &output)
  }

  /// A real number without exponent, as short as it says the same; nothing below a hundred-thousandth counts,
  /// as in ISO 32000-1, annex C.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let scaled = Int((value * 100_000).rounded(.toNearestOrAwayFromZero))
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: 100_000)
    var digits = String(fraction + 100_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return (scaled < 0 ? "-" : "") + String(whole) + (digits.isEmpty ? ".0" : "." + digits)
  }

  private static func write(string bytes: [UInt8], to output: inout [UInt8]) {
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      output.append(0x3C)
      output.append(hexadecimal: bytes)
      output.append(0x3E)
      return
    }
    output.append(0x28)
    for byte in bytes {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { output.append(0x5C) }
      output.append(byte)
    }
    output.append(0x29)
  }
}

extension PDFDictionary {
  /// Adds the dictionary as it stands in a file, its keys in order.
  public func write(to output: inout [UInt8]) {
    output.append("<<")
    for entry in self {
      entry.key.write(to: &output)
      entry.value.write(apartFrom: &output)
    }
    output.append(">>")
  }
}

extension PDFName {
  /// Adds the name as it stands in a file: with its solidus, and `#` codes where they are needed (7.3.5).
  public func write(to output: inout [UInt8]) {
    output.append(0x2F)
    for scalar in latin1.unicodeScalars {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      if (0x21...0x7E).contains(byte), byte != 0x23, PDFLexer.isRegular(byte) {
        output.append(byte)
      } else {
        output.append(0x23)
        output.append(hexadecimal: CollectionOfOne(byte))
      }
    }
  }
}

extension [UInt8] {
  /// Adds the characters of an ASCII literal.
  mutating func append(_ text: StaticString) {
    append(contentsOf: text.description.utf8)
  }

  /// Adds an integer in decimal digits.
  mutating func append(decimal value: Int) {
    append(contentsOf: String(value).utf8)
  }

  /// Adds an integer in decimal digits with leading zeros.
  mutating func append(decimal value: Int, digits: Int) {
    let text = String(value)
    append(contentsOf: repeatElement(0x30, count: Swift.max(0, digits - text.utf8.count)))
    append(contentsOf: text.utf8)
  }

  /// Adds bytes as upper-case hexadecimal digits, two each.
  mutating func append(hexadecimal bytes: some Collection<UInt8>) {
    for byte in bytes {
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10) }
    }
  }
}
