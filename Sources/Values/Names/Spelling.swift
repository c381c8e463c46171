import Diagnostics

/// How alike two headings, choices or settings are, past the ways people vary their spelling.
public enum Spelling {
  /// A key that is the same for the usual variants of one phrase.
  ///
  /// Marks, tatweel and invisible characters are left out; the forms of alef and hamza, ى and ي,
  /// ة and ه, Persian and Arabic letters, digits, case, and the characters that part words are made one.
  public static func key(_ text: String) -> String {
    var key = ""
    var isParted = false
    for scalar in text.unicodeScalars {
      guard let folded = fold(scalar) else { continue }
      if folded == " " {
        isParted = !key.isEmpty
      } else {
        if isParted { key.append(" ") }
        isParted = false
        key.unicodeScalars.append(folded)
      }
    }
    return key.lowercased()
  }

  /// The candidate that `text` was probably meant to be, if one is near enough.
  public static func suggestion(for text: String, among candidates: [String]) -> String? {
    let key = Array(key(text).unicodeScalars)
    guard key.count >= 2 else { return nil }
    let reach = min(3, max(1, key.count / 4))
    var best: (distance: Int, candidate: String)?
    for candidate in candidates {
      let other = Array(Self.key(candidate).unicodeScalars)
      let distance =
        isContained(key, other)
        ? reach : EditDistance.between(key, other, atMost: min(reach, best?.distance ?? reach))
      guard let distance, distance < best?.distance ?? .max else { continue }
      best = (distance, candidate)
    }
    return best?.candidate
  }

  private static func isContained(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard short.count >= 3, short.count < long.count else { return false }
    let (words, wanted) = (long.split(separator: " "), short.split(separator: " "))
    return words.indices.contains { start in words[start...].starts(with: wanted) { $0 == $1 } }
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x0622, 0x0623, 0x0625, 0x0671: "\u{0627}"
    case 0x0624: "\u{0648}"
    case 0x0626, 0x0649, 0x06CC: "\u{064A}"
    case 0x0629, 0x06C1, 0x06BE, 0x06D5: "\u{0647}"
    case 0x06A9: "\u{0643}"
    case 0x0660...0x0669: Unicode.Scalar(scalar.value - 0x0660 + 0x30)
    case 0x06F0...0x06F9: Unicode.Scalar(scalar.value - 0x06F0 + 0x30)
    case 0x0621, 0x0640: nil
    default: foldByProperty(scalar)
    }
  }

  private static func foldByProperty(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: nil
    case .letterNumber, .decimalNumber, .otherNumber, .uppercaseLetter, .lowercaseLetter, .titlecaseLetter,
      .otherLetter, .modifierLetter, .spacingMark, .currencySymbol, .mathSymbol:
      scalar
    default: " "
    }
  }
}
