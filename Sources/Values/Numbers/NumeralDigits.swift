/// Counts in the office's digits.
enum NumeralDigits {
  /// `n` in digits, the thousands not parted.
  static func printed(_ n: Int64, style: HouseStyle) -> String {
    guard style.digits == .arabicIndic else { return String(n) }
    var result = String.UnicodeScalarView()
    for digit in String(n).unicodeScalars {
      result.append(Unicode.Scalar(digit.value - 0x30 + 0x0660) ?? digit)
    }
    return String(result)
  }
}
