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

  /// A cardinal for a line of number, `m` or `f`, and `nom`, `acc` or `gen`, parted by tabs.
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
    let genders: [String: Gender] = ["m": .masculine, "f": .feminine]
    guard let gender = genders[cells[1]] else { return refusal("the gender is m or f") }
    let cases: [String: GrammaticalCase] = [
      "nom": .nominative, "acc": .accusative, "gen": .genitive, "obl": .genitive,
    ]
    guard let grammaticalCase = cases[cells[2]] else { return refusal("the case is nom, acc or gen") }
    return Cardinal.words(number.whole, counting: gender, in: grammaticalCase, style: style)
      ?? refusal("the number is too large for words")
  }

  /// An amount in words for a line that states it in riyals, without frame and without «سعودي».
  public static func money(_ line: String) -> String {
    switch DecimalText.read(line, decimals: 2) {
    case .failure(let reason): return refusal(reason.diagnostic.message.english)
    case .success(let number):
      let coins = number.fraction + Array(repeating: 0, count: 2 - number.fraction.count)
      let halalas = number.whole * 100 + Int64(coins[0] * 10 + coins[1])
      let reading = AmountInWords.words(Money(minorUnits: halalas), style: style, isFramed: false)
      return reading.value ?? refusal(reading.diagnostics.first?.message.english ?? "no words")
    }
  }

  private static func refusal(_ reason: String) -> String { "invalid\t\(reason)" }
}
