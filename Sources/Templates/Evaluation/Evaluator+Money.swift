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
    if tag.has(.digits) || tag.has(.number) || tag.has(.text) { return [digits] }
    if tag.has(.sign) {
      // The sign isn't in the number's isolate, or it would stand at the number's right.
      guard amount.currency == "SAR" else { return nil }
      return [digits, ink.unbroken("\u{00A0}" + String(Money.riyalSign))]
    }
    let units = money.minorUnits / 100
    if tag.has(.currency) {
      return currency.map {
        [digits, ink.unbroken("\u{00A0}" + $0.unit.form(after: units, style: scope.style))]
      }
    }
    var atoms: [Atom] = []
    appendCounted(money, ink, to: &atoms)
    return atoms
  }

  /// Writes an amount in digits, and the form of its unit that they ask for.
  mutating func appendCounted(_ money: Money, _ ink: Ink, to atoms: inout [Atom]) {
    let unit = unit(of: money.currency)
    let word = unit?.form(after: money.minorUnits / 100, style: scope.style) ?? money.currency
    atoms.append(ink.signs(money.digits(style: scope.style)))
    atoms.append(ink.unbroken("\u{00A0}" + word))
  }

  /// The noun that counts a currency where its country is understood.
  private mutating func unit(of currency: String) -> CountedNoun? {
    if let lastUnit, lastUnit.currency == currency { return lastUnit.noun }
    let noun = currency == "SAR" ? scope.nouns.noun("ريال") : scope.currencies.currency(currency)?.shortUnit
    lastUnit = (currency, noun)
    return noun
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
      if call.options.contains(.words) || tag.has(.inWords) {
        return written(DecimalInWords.percentage(text, in: grammaticalCase, style: scope.style), tag, ink)
      }
      let reading = Digits.percent(text, style: scope.style.digits)
      return reading.value.map { [ink.signs($0)] } ?? written(reading, tag, ink)
    }
    guard tag.has(.inWords) else { return nil }
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
