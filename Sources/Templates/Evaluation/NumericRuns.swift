/// Parts the numbers and codes of a mixed text, such as an address, from its words.
enum NumericRuns {
  /// The text of a value: each run with a digit in it laid out left to right, words by their first letter.
  static func atoms(of text: String, _ ink: Ink) -> [Atom] {
    atoms(of: text, ink, words: ink.words)
  }

  /// The text, each run of digits, Latin letters and the signs between them laid out left to right.
  static func atoms(of text: String, _ ink: Ink, words: (String) -> Atom) -> [Atom] {
    var atoms: [Atom] = []
    for run in runs(of: withoutIsolates(text)) {
      let blanks = run.text.utf8.reversed().prefix { $0 == 0x20 }.count
      let end = run.text.utf8.index(run.text.endIndex, offsetBy: -blanks)
      let body = String(run.text[..<end])
      if !body.isEmpty { atoms.append(run.isNumeric ? ink.signs(body) : words(body)) }
      if blanks > 0 { atoms.append(ink.plain(String(run.text[end...]))) }
    }
    return atoms
  }

  /// Isolates of a phrase are its runs' own here, and never characters.
  private static func withoutIsolates(_ text: String) -> String {
    // All begin with this byte in UTF-8.
    guard text.utf8.contains(0xE2) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !(0x2066...0x2069).contains(scalar.value) { view.append(scalar) }
    return String(view)
  }

  /// A stretch of signs that are laid out one way.
  private struct Run {
    var text: Substring
    /// Whether it is digits, Latin letters and signs between them, a digit among them.
    var isNumeric: Bool
  }

  private static func runs(of text: String) -> [Run] {
    var runs: [Run] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var (isCode, hasNumber) = (false, false)
    for index in scalars.indices {
      let scalar = scalars[index]
      let kind = Kind(scalar)
      // A mark goes with what it stands on.
      if kind == .mark { continue }
      let belongs = kind == .number || kind == .letter || (isCode && kind == .sign)
      if belongs != isCode {
        if start < index { runs.append(Run(text: text[start..<index], isNumeric: hasNumber)) }
        (start, isCode, hasNumber) = (index, belongs, false)
      }
      hasNumber = hasNumber || kind == .number
    }
    if start < text.endIndex { runs.append(Run(text: text[start...], isNumeric: hasNumber)) }
    return runs
  }

  /// What a character is to a code.
  private enum Kind {
    case number
    /// A letter of ASCII.
    case letter
    /// What may stand between those.
    case sign
    case mark
    case other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x660...0x669: self = .number
      case 0x41...0x5A, 0x61...0x7A: self = .letter
      case 0x20, 0x2B, 0x2D, 0x2E, 0x2F, 0x3A, 0x40, 0x5F: self = .sign
      case ..<0x80, 0x620...0x64A: self = .other
      default:
        let properties = scalar.properties
        self = properties.numericType != nil ? .number : properties.isGraphemeExtend ? .mark : .other
      }
    }
  }
}
