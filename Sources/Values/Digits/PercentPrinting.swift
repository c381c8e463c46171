import Diagnostics

extension Digits {
  /// A percentage in digits, the sign after the number: «١٢٫٥٪» or `12.5%`; a sign in `text` doesn't matter.
  ///
  /// - Parameters:
  ///   - text: the number in digits.
  ///   - style: the digits to write.
  /// - Returns: the percentage, or the reason why there is none.
  public static func percent(_ text: String, style: HouseStyle.Digits) -> Reading<String> {
    let number = text.filter { $0 != "%" && $0 != "٪" }
    switch DecimalText.read(number, decimals: DecimalInWords.mostDecimals) {
    case .failure(let refusal): return Reading(nil, [refusal.diagnostic])
    case .success(let decimal):
      let fraction = decimal.fraction.map { printed($0, style: style) }.joined()
      let point = fraction.isEmpty ? "" : decimalSeparator(style)
      return Reading(grouped(decimal.whole, style: style) + point + fraction + percentSign(style))
    }
  }
}
