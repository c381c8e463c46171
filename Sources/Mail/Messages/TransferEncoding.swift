/// Base64 (RFC 4648, 4).
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The digits of `bytes`, on one line.
  static func encode(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    append(bytes[...], to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The digits of `bytes` in lines of 76 (RFC 2045, 6.8), each with its end.
  static func lines(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4 + bytes.count / 28 + 4)
    for start in stride(from: 0, to: bytes.count, by: 57) {
      append(bytes[start..<min(start + 57, bytes.count)], to: &output)
      output += [0x0D, 0x0A]
    }
    return output
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let left = min(3, bytes.endIndex - index)
      let a = Int(bytes[index])
      let b = left > 1 ? Int(bytes[index + 1]) : 0
      let c = left > 2 ? Int(bytes[index + 2]) : 0
      output.append(digits[a >> 2])
      output.append(digits[(a & 3) << 4 | b >> 4])
      output.append(left > 1 ? digits[(b & 15) << 2 | c >> 6] : 0x3D)
      output.append(left > 2 ? digits[c & 63] : 0x3D)
      index += 3
    }
  }
}

/// Quoted-printable (RFC 2045, 6.7).
enum QuotedPrintable {
  /// Text with LF line ends as lines of at most 76 bytes, each with its end.
  static func lines(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let bytes = Array(line.utf8)
      var length = 0
      for (index, byte) in bytes.enumerated() {
        let isLast = index == bytes.count - 1
        let isPlain =
          (0x21...0x7E).contains(byte) && byte != 0x3D || (byte == 0x20 || byte == 0x09) && !isLast
        let piece = isPlain ? [byte] : hex(byte)
        if length + piece.count > (isLast ? 76 : 75) {
          output += [0x3D, 0x0D, 0x0A]
          length = 0
        }
        output += piece
        length += piece.count
      }
      output += [0x0D, 0x0A]
    }
    return output
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
