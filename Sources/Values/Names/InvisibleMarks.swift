extension Unicode.Scalar {
  /// Whether the character only steers the direction of text: U+061C, U+200E–200F, U+202A–202E, U+2066–2069.
  var isDirectionMark: Bool {
    switch value {
    case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether the character shows nothing and means nothing in a record: BOM, zero-width space, soft hyphen.
  var isStrayInvisible: Bool {
    switch value {
    case 0xAD, 0x200B, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// Whether the character joins or parts the letters beside it, and shows nothing itself.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether the character is a blank inside a line, of any width.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Whether the character ends a line.
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// Whether the character is one of the dashes typed between groups of digits.
  var isDash: Bool {
    switch value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFE63: true
    default: false
    }
  }

  /// Whether the character is an Arabic vowel mark or other sign above or below a letter.
  var isArabicMark: Bool {
    switch value {
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED: true
    default: false
    }
  }

  /// Whether the character is a letter of the Arabic block.
  var isArabicLetter: Bool {
    switch value {
    case 0x620...0x63F, 0x641...0x64A, 0x66E...0x66F, 0x671...0x6D3, 0x6D5, 0x6FA...0x6FC: true
    default: false
    }
  }
}
