extension XMLReader {
  /// The text with its references resolved and its line ends made one (XML 1.0, 2.11 and 4.1).
  static func resolved(_ slice: ArraySlice<UInt8>) throws(Flaw) -> String {
    guard slice.contains(where: { $0 == UInt8(ascii: "&") || $0 == 0x0D }) else {
      return String(decoding: slice, as: UTF8.self)
    }
    var output: [UInt8] = []
    var index = slice.startIndex
    while index < slice.endIndex {
      let byte = slice[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"):
        guard let end = slice[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
          throw .malformed(offset: index)
        }
        output.append(contentsOf: try character(String(decoding: slice[index..<end], as: UTF8.self)).utf8)
        index = end + 1
      case 0x0D:
        output.append(0x0A)
        if index < slice.endIndex, slice[index] == 0x0A { index += 1 }
      default: output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func character(_ reference: String) throws(Flaw) -> String {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { throw .unknownEntity(reference) }
    let isHexadecimal = reference.hasPrefix("#x")
    let digits = reference.dropFirst(isHexadecimal ? 2 : 1)
    // A sign, which a number may have, is none of a reference's digits.
    let value = digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: isHexadecimal ? 16 : 10) : nil
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { throw .unknownEntity(reference) }
    return String(scalar)
  }
}
