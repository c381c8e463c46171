import Values

/// What of a value is compared when rows of two tables are brought together.
enum JoinKey {
  /// The value's own text, or `nil` for one that names nothing.
  static func text(_ value: Value?) -> String? {
    switch value {
    case .identifier(let identifier): identifier.stored
    case .text(let text), .name(let text), .choice(let text): Spelling.key(text)
    case .integer(let number): String(number)
    case .date(let date): date.day.iso
    default: nil
    }
  }

  /// A key without what typists and spreadsheets leave out: leading zeros, and the signs between groups.
  static func loose(_ text: String) -> String { plainLoose(text) ?? looseThoroughly(text) }

  /// The short way for a key of ASCII; `nil` for any other.
  private static func plainLoose(_ text: String) -> String? {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.utf8.count)
    var (isInPart, hasParts, hasKept) = (false, false, false)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        if !isInPart {
          if hasParts { kept.append(0x20) }
          (isInPart, hasParts, hasKept) = (true, true, false)
        }
        if byte != 0x30 || hasKept {
          kept.append(byte)
          hasKept = true
        }
      case 0x80...: return nil
      default: isInPart = false
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The loose form of any key.
  static func looseThoroughly(_ text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.drop { $0 == "0" } }.joined(separator: " ")
  }
}
