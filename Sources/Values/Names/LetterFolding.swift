/// Folding of Arabic letters that are confused in typing; the stem of every search key.
///
/// Vowel marks and tatweel go; أإآٱ→ا, ى→ي, ة→ه, and Persian ی ک ہ ھ ە as their Arabic counterparts, so that
/// a query typed on either keyboard finds the same names. Latin letters become lower case.
enum LetterFolding {
  /// The folded form of `text`, with European digits.
  static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isArabicMark || scalar.isDirectionMark || scalar.isStrayInvisible { continue }
      if let digit = Digits.value(of: scalar) {
        folded.append(contentsOf: String(digit).unicodeScalars)
        continue
      }
      switch scalar.value {
      case 0x640, 0x200C, 0x200D: continue
      case 0x622, 0x623, 0x625, 0x671: folded.append("ا")
      case 0x649, 0x6CC: folded.append("ي")
      case 0x629, 0x6C1, 0x6BE, 0x6D5, 0x6C3: folded.append("ه")
      case 0x6A9: folded.append("ك")
      default: folded.append(scalar)
      }
    }
    return String(folded).lowercased()
  }
}
