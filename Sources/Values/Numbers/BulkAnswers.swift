import Diagnostics

/// One answer for one line of input, for `khitab value KIND --bulk`.
///
/// The spelling is fixed, whatever the office's style, so that answers can be compared: مائة, مليار,
/// tanwin before the alef, «ثمان» without a mark. A line that can't be read is answered with `invalid`,
/// a tab and the reason in English.
public enum BulkAnswers {
  private static let style: HouseStyle = {
    var style = HouseStyle()
    style.tanwin = .beforeAlef
    style.marksLostYa = false
    style.namesCurrencyCountry = false
    return style
  }()

  /// An amount of zero.
  private static let noAmount: String = {
    var writer = NumeralWriter(style: style, in: .nominative)
    if let riyal = CurrencyTable.standard.currency("SAR") { writer.writeCount(0, of: riyal.shortUnit) }
    return writer.text
  }()

  /// A cardinal for a line of number, `m` or `f`, and `nom`, `acc` or `gen`, parted by tabs.
  ///
  /// `obl`, as tables call what the accusative and the genitive share, is answered in the genitive.
  public static func cardinal(_ line: String) -> String {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      LookupKey.key(String($0))
    }
    guard cells.count == 3 else { return refusal("a line needs number, gender and case, parted by tabs") }
    let number: DecimalText
    switch DecimalText.read(cells[0], decimals: 0) {
    case .success(let read): number = read
    case .failure(let reason): return refusal(reason.diagnostic.message.english)
    }
    guard let gender = gender(cells[1]) else { return refusal("the gender is m or f") }
    guard let grammaticalCase = grammaticalCase(cells[2]) else {
      return refusal("the case is nom, acc or gen")
    }
    return Cardinal.words(number.whole, counting: gender, in: grammaticalCase, style: style)
      ?? refusal("the number is too large for words")
  }

  /// An amount in words for a line that states it in riyals, without frame and without «سعودي».
  public static func money(_ line: String) -> String {
    let amount = Money.read(line)
    guard let money = amount.value else { return refusal(amount.diagnostics) }
    // Letters don't write it; whoever compares answers wants the whole range.
    guard money.minorUnits != 0 else { return noAmount }
    let words = AmountInWords.words(money, style: style, isFramed: false)
    return words.value ?? refusal(words.diagnostics)
  }

  private static func gender(_ cell: String) -> Gender? {
    switch cell {
    case "m": .masculine
    case "f": .feminine
    default: nil
    }
  }

  private static func grammaticalCase(_ cell: String) -> GrammaticalCase? {
    switch cell {
    case "nom": .nominative
    case "acc": .accusative
    case "gen", "obl": .genitive
    default: nil
    }
  }

  private static func refusal(_ diagnostics: [Diagnostic]) -> String {
    refusal(diagnostics.first?.message.english ?? "the value can't be written in words")
  }

  private static func refusal(_ reason: String) -> String { "invalid\t\(reason)" }
}
