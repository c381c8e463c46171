/// Folding of Arabic letters that are confused in typing; the stem of every search key.
///
/// Vowel marks and tatweel go; أإآٱ→ا, ى→ي, ة→ه, and Persian ی ک ہ ھ ە as their Arabic counterparts, so that
/// a query typed on either keyboard finds the same names. Latin letters become lower case.
enum LetterFolding {
  /// The folded form of `text`, with European digits.
  static func fold(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var hasOtherLetters = false
    for scalar in text.unicodeScalars {
      if scalar.isArabicMark || scalar.isDirectionMark || scalar.isStrayInvisible { continue }
      if let digit = Digits.value(of: scalar) {
        folded.append(0x30 + UInt8(digit))
        continue
      }
      var letter = scalar
      switch scalar.value {
      case 0x41...0x5A:
        folded.append(UInt8(scalar.value) + 0x20)
        continue
      case 0x640, 0x200C, 0x200D: continue
      case 0x622, 0x623, 0x625, 0x671: letter = "ا"
      case 0x649, 0x6CC: letter = "ي"
      case 0x629, 0x6C1, 0x6BE, 0x6D5, 0x6C3: letter = "ه"
      case 0x6A9: letter = "ك"
      case 0x80...0x5FF, 0x700...: hasOtherLetters = true
      default: break
      }
      folded += UTF8.encode(letter) ?? .init()
    }
    let text = String(decoding: folded, as: UTF8.self)
    return hasOtherLetters ? text.lowercased() : text
  }
}
