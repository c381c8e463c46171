/// The digits of one writing, which are alike in everything but their value.
public enum DigitKind: Hashable, Sendable {
  /// 0 to 9.
  case ascii
  /// U+0660 to U+0669.
  case arabicIndic
  /// U+06F0 to U+06F9.
  case easternArabicIndic

  /// The kind of the digit that `text`, in UTF-8, has at `offset`; `nil` for anything else.
  init?(in text: [UInt8], at offset: Int) {
    let byte = text[offset]
    if byte &- 0x30 < 10 {
      self = .ascii
    } else if byte == 0xD9, text[offset + 1] &- 0xA0 < 10 {
      self = .arabicIndic
    } else if byte == 0xDB, text[offset + 1] &- 0xB0 < 10 {
      self = .easternArabicIndic
    } else {
      return nil
    }
  }

  /// Whether a digit ends with `byte` in UTF-8, of which the last bits are its value, where `previous` stands before it.
  @inlinable
  public static func ends(with byte: UInt8, after previous: UInt8) -> Bool {
    byte < 0x80
      ? byte &- 0x30 < 10 : previous == 0xD9 && byte &- 0xA0 < 10 || previous == 0xDB && byte &- 0xB0 < 10
  }

  /// The kind of a UTF-16 unit, if it is a digit.
  init?(of unit: UInt16) {
    switch unit {
    case 0x30...0x39: self = .ascii
    case 0x660...0x669: self = .arabicIndic
    case 0x6F0...0x6F9: self = .easternArabicIndic
    default: return nil
    }
  }

  /// How many bytes its digits take in UTF-8.
  public var length: Int { self == .ascii ? 1 : 2 }

  /// The value of a digit of its kind in UTF-8: the last bits of its last byte.
  func value(in text: [UInt8], at offset: Int) -> Int {
    Int(text[self == .ascii ? offset : offset + 1] & 0xF)
  }

  /// The unit of its zero.
  var zero: UInt16 {
    switch self {
    case .ascii: 0x30
    case .arabicIndic: 0x660
    case .easternArabicIndic: 0x6F0
    }
  }

  /// Its digits from zero to nine.
  var digits: ClosedRange<UInt16> { zero...zero + 9 }
}
