import XML

/// The texts that a workbook's cells share (ISO/IEC 29500-1, 18.4).
enum SharedStrings {
  /// The texts by number.
  static func read(_ reader: inout XMLReader, limit: Int) throws(XMLReader.Flaw) -> [String] {
    var strings: [String] = []
    while let event = try reader.next() {
      guard case .start(let element) = event, element.name == "si" else { continue }
      strings.append(try item(&reader, named: "si"))
      guard strings.count <= limit else { throw .tooManyItems }
    }
    return strings
  }

  /// The text of a string item whose start was read: one text, or runs of rich text; phonetic runs are no part of it.
  static func item(_ reader: inout XMLReader, named name: String) throws(XMLReader.Flaw) -> String {
    var text = ""
    var phoneticDepth = 0
    var isText = false
    while let event = try reader.next() {
      switch event {
      case .start(let element):
        if element.name == "rPh" { phoneticDepth += 1 }
        isText = element.name == "t" && phoneticDepth == 0
      case .text(let run): if isText { text += run }
      case .end(let ended):
        if ended == "rPh" { phoneticDepth -= 1 }
        isText = false
        if ended == name { return unescaped(text) }
      }
    }
    return unescaped(text)
  }

  /// Characters that XML has no room for are written `_xHHHH_` (ISO/IEC 29500-1, 22.9.2.19).
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var output = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "_x") {
      output += rest[..<start.lowerBound]
      rest = rest[start.lowerBound...]
      let digits = rest.dropFirst(2).prefix(4)
      if digits.utf8.count == 4, rest.dropFirst(6).first == "_", digits.allSatisfy(\.isHexDigit),
        let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value)
      {
        output.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        output += "_x"
        rest = rest.dropFirst(2)
      }
    }
    return output + rest
  }
}
