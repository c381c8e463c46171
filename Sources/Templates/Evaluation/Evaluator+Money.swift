import Diagnostics
import Values

extension Evaluator {
  /// Writes an amount in digits or words, in the currency that the tag's filters ask for.
  mutating func write(_ money: Money, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    var amount = money
    var currency = scope.currencies.currency(money.currency)
    if let asked = tag.call(.currency)?.arguments.first {
      currency = scope.currencies.currency(asked.spelled.uppercased())
      guard let restated = currency.flatMap({ money.restated(in: $0) }) else { return nil }
      amount = restated
    }
    if let call = tag.call(.inWords) {
      return written(
        AmountInWords.words(
          amount, style: scope.style, isFramed: !call.options.contains(.unframed),
          in: tag.grammaticalCase ?? .nominative, currencies: scope.currencies), tag, ink)
    }
    let digits = ink.signs(money.digits(style: scope.style))
    if [.digits, .number, .text].contains(where: { tag.call($0) != nil }) { return [digits] }
    if tag.call(.sign) != nil {
      // The sign isn't in the number's isolate, or it would stand at the number's right.
      guard amount.currency == "SAR" else { return nil }
      return [digits, ink.unbroken("\u{00A0}" + String(Money.riyalSign))]
    }
    let units = money.minorUnits / 100
    if tag.call(.currency) != nil {
      return currency.map {
        [digits, ink.unbroken("\u{00A0}" + $0.unit.form(after: units, style: scope.style))]
      }
    }
    let noun = amount.currency == "SAR" ? scope.nouns.noun("ريال") : currency?.shortUnit
    let word = noun?.form(after: units, style: scope.style) ?? amount.currency
    return [digits, ink.unbroken("\u{00A0}" + word)]
  }

  /// Words that could be made of a value, or the reasons why not.
  mutating func written(_ reading: Reading<String>, _ tag: FieldTag, _ ink: Ink) -> [Atom] {
    for problem in reading.diagnostics {
      log.append(
        Diagnostic(
          problem.severity, problem.message, at: ink.origin ?? tag.name.place, hints: problem.hints))
    }
    return reading.value.map { [ink.plain($0)] } ?? []
  }

  /// Writes a decimal number, which a record states as text, in words or as a percentage; `nil` if the tag asks
  /// for neither.
  mutating func write(decimal text: String, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    let grammaticalCase = tag.grammaticalCase ?? .nominative
    if let call = tag.call(.percent) {
      if call.options.contains(.words) || tag.call(.inWords) != nil {
        return written(DecimalInWords.percentage(text, in: grammaticalCase, style: scope.style), tag, ink)
      }
      let reading = Digits.percent(text, style: scope.style.digits)
      return reading.value.map { [ink.signs($0)] } ?? written(reading, tag, ink)
    }
    guard tag.call(.inWords) != nil else { return nil }
    return written(DecimalInWords.words(text, in: grammaticalCase, style: scope.style), tag, ink)
  }
}

extension Money {
  /// The same amount of another currency's units; `nil` where that has no coin small enough.
  fileprivate func restated(in currency: Currency) -> Money? {
    let (coins, isTooLarge) = minorUnits.multipliedReportingOverflow(by: currency.coinsPerUnit)
    guard !isTooLarge, coins.isMultiple(of: 100) else { return nil }
    return Money(minorUnits: coins / 100, currency: currency.code)
  }
}
