import Diagnostics

/// Decimal numbers and percentages in words: «اثنان ونصف», «خمسة عشر في المائة».
public enum DecimalInWords {
  /// The most decimals that are written: millionths.
  public static let mostDecimals = 6

  /// A decimal number in words.
  ///
  /// A half, a quarter and three quarters have their own words; other fractions are told as parts:
  /// «ثلاثة وأربعة عشر من مائة». A comma stands where the whole number could be read as one with the parts:
  /// «مائة، وخمسة وعشرون من ألف».
  ///
  /// - Parameters:
  ///   - text: the number in digits.
  ///   - grammaticalCase: the case of the whole.
  ///   - style: the office's spellings.
  /// - Returns: the words, or the reason why there are none.
  public static func words(
    _ text: String, in grammaticalCase: GrammaticalCase = .nominative, style: HouseStyle = .init()
  ) -> Reading<String> {
    switch DecimalText.read(text, decimals: mostDecimals) {
    case .failure(let refusal): Reading(nil, [refusal.diagnostic])
    case .success(let number): Reading(words(number, in: grammaticalCase, style: style))
    }
  }

  /// A percentage in words: «اثنان ونصف في المائة»; a sign ٪ or % after the number doesn't matter.
  public static func percentage(
    _ text: String, in grammaticalCase: GrammaticalCase = .nominative, style: HouseStyle = .init()
  ) -> Reading<String> {
    let number = text.filter { $0 != "%" && $0 != "٪" }
    var reading = words(number, in: grammaticalCase, style: style)
    reading.value?.append(style.hundred == .withAlef ? " في المائة" : " في المئة")
    return reading
  }

  private static func words(_ number: DecimalText, in grammaticalCase: GrammaticalCase, style: HouseStyle)
    -> String
  {
    var writer = NumeralWriter(style: style, in: grammaticalCase)
    if number.whole > 0 {
      writer.writeNumber(number.whole, counting: .masculine, headsNoun: false)
    }
    guard !number.fraction.isEmpty else {
      return Cardinal.words(number.whole, counting: .masculine, in: grammaticalCase, style: style) ?? ""
    }
    let parts = number.fraction.reduce(0) { $0 * 10 + Int64($1) }
    let whole = number.fraction.reduce(Int64(1)) { product, _ in product * 10 }
    // «مائة وخمسة وعشرون من ألف» is 0.125; in 100.025 the hundred must stand apart.
    if lastRound(of: number.whole) > 0, lastRound(of: number.whole) + parts < whole { writer.write("،") }
    writer.join()
    switch number.fraction {
    case [5]: writer.writeIndefinite("نصف")
    case [2, 5]: writer.writeIndefinite("ربع")
    case [7, 5]: writer.write("ثلاثة أرباع")
    default:
      var part = NumeralWriter(style: style, in: grammaticalCase)
      part.writeNumber(parts, counting: .masculine, headsNoun: false)
      writer.write(part.text + " من ")
      writer.write(Cardinal.words(whole, counting: .masculine, in: .genitive, style: style) ?? "")
    }
    return writer.text
  }

  /// The hundreds or thousands that a number ends in, which could be read as one with a number behind them; 0 where it
  /// ends in tens or units.
  private static func lastRound(of n: Int64) -> Int64 {
    guard n > 0, n % 100 == 0 else { return 0 }
    var unit: Int64 = 1000
    while n % unit == 0 { unit *= 1000 }
    return n % unit
  }
}
