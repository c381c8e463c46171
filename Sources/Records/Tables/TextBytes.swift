extension String {
  /// Whether one of its bytes in UTF-8 is `byte`.
  func hasByte(_ byte: UInt8) -> Bool {
    let bytes = utf8.span
    for index in bytes.indices where bytes[index] == byte { return true }
    return false
  }

  /// Whether its first byte in UTF-8 shows that it begins with no white space: a sign of ASCII, a letter of Arabic.
  var beginsVisibly: Bool {
    switch utf8.first ?? 0 {
    case 0x21...0x7E, 0xD8, 0xD9: true
    default: false
    }
  }
}
