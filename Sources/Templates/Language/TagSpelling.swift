/// How the words inside a tag are compared: what may stand in them without meaning anything.
enum TagSpelling {
  /// Characters that are never seen: bidi controls, joiners, the byte-order mark, the soft hyphen.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0x061C, 0xFEFF, 0x00AD: true
    default: false
    }
  }

  /// Tatweel and the marks of vowelling; the hamza and madda marks are letters' parts and stay.
  static func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0640, 0x064B...0x0652, 0x0656...0x065F, 0x0670, 0x06D6...0x06DC, 0x06DF...0x06E4, 0x06E7, 0x06E8,
      0x06EA...0x06ED:
      true
    default: false
    }
  }

  /// Spaces of every kind, the no-break ones included, and line ends.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// What is seen as nothing: spaces and invisible characters.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { isSpace(scalar) || isInvisible(scalar) }

  /// The words as their author meant them to be read: no invisible characters, single spaces.
  static func spelled(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    var spaceIsDue = false
    for scalar in scalars {
      if isSpace(scalar) {
        spaceIsDue = !view.isEmpty
      } else if !isInvisible(scalar) {
        if spaceIsDue { view.append(" ") }
        spaceIsDue = false
        view.append(scalar)
      }
    }
    return String(view)
  }

  /// The form in which names and keywords are compared: also without tatweel and vowels, ASCII digits.
  static func key(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in spelled(scalars).unicodeScalars where !isOrnament(scalar) {
      view.append(asciiDigit(scalar) ?? scalar)
    }
    return String(view).lowercased()
  }

  /// The form in which names and keywords are compared.
  static func key(_ text: String) -> String { isKey(text) ? text : key(text.unicodeScalars) }

  /// Whether a text is its own key: plain letters, ASCII digits and single spaces, as most names are.
  private static func isKey(_ text: String) -> Bool {
    var followsSpace = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20:
        if followsSpace { return false }
        followsSpace = true
      case 0x21...0x40, 0x5B...0x7E, 0x0621...0x063A, 0x0641...0x064A: followsSpace = false
      default: return false
      }
    }
    return !followsSpace
  }

  /// A key with the letters that are often written for one another made one: only for hints.
  static func folded(_ key: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in key.unicodeScalars {
      switch scalar {
      case "أ", "إ", "آ", "ٱ": view.append("ا")
      case "ى", "ئ": view.append("ي")
      case "ة": view.append("ه")
      case "ؤ": view.append("و")
      case "\u{0653}", "\u{0654}", "\u{0655}", "ء": break
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// The ASCII digit of an Arabic-Indic or Persian one.
  private static func asciiDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
    case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
    default: nil
    }
  }
}
