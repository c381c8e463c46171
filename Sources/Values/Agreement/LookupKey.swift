/// The form under which tables of words are searched.
enum LookupKey {
  /// `word` without marks of vowels and stretching, its spaces single.
  static func key(_ word: String) -> String {
    var result = String.UnicodeScalarView()
    var isGap = false
    for letter in word.unicodeScalars {
      switch letter.value {
      case 0x0640, 0x064B...0x0652, 0x0670, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C,
        0xFEFF:
        continue
      case 0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x202F: isGap = true
      default:
        if isGap && !result.isEmpty { result.append(" ") }
        isGap = false
        result.append(letter)
      }
    }
    return String(result)
  }
}
