extension Money {
  /// The riyal sign, U+20C1 (Unicode 17).
  public static let riyalSign: Unicode.Scalar = "\u{20C1}"

  /// The amount in digits, without the currency: «١٬٥٠٠٫٥٠», `1,500.50`; no decimals when they are zero.
  public func digits(style: HouseStyle) -> String {
    let whole = Digits.grouped(minorUnits / 100, style: style.digits)
    let coins = Int(minorUnits.magnitude % 100)
    let sign = minorUnits < 0 && minorUnits > -100 ? "-" : ""
    guard coins > 0 else { return whole }
    return sign + whole + Digits.decimalSeparator(style.digits)
      + Digits.twoDigits(coins, style: style.digits)
  }

  /// The amount, a no-break space and the riyal sign, which in Arabic text puts the sign at the number's left.
  public func digitsWithSign(style: HouseStyle) -> String {
    digits(style: style) + "\u{A0}" + String(Self.riyalSign)
  }
}
