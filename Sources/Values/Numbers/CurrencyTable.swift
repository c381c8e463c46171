public import Diagnostics

/// The currencies that amounts can be written in, found by their ISO 4217 code.
public struct CurrencyTable: Hashable, Sendable {
  private var currencies: [String: Currency] = [:]

  /// A table without currencies.
  public init() {}

  /// The riyal and the currencies of neighbours and of trade.
  public static let standard: Self = {
    var log = DiagnosticLog()
    return read(StandardCurrencies.table, file: "StandardCurrencies", log: &log)
  }()

  /// The codes of all currencies, in order.
  public var codes: [String] { currencies.keys.sorted() }

  /// The currency with the given code.
  public func currency(_ code: String) -> Currency? { currencies[code] }

  /// This table with another's currencies added; where both have one, the other's stands.
  public func merging(_ other: Self) -> Self {
    var result = self
    result.currencies.merge(other.currencies) { _, new in new }
    return result
  }

  /// Reads an office's own currencies, one a line:
  /// `code | unit | units | gender | coin | coins | gender | decimals | exceptions of the unit`.
  ///
  /// The coin's cells are `-` where there is none. The word `وطنية` in the last cell marks the currency
  /// that is understood without its country.
  public static func read(_ text: String, file: String, log: inout DiagnosticLog) -> Self {
    var table = Self()
    for row in TableRow.rows(of: text) {
      guard let currency = currency(row.cells) else {
        let location = SourceLocation.text(file: file, line: row.line, column: 1, phrase: row.text)
        log.error(.malformedCurrency, at: location, hints: [.currencyLine])
        continue
      }
      table.currencies[currency.code] = currency
    }
    return table
  }

  private static func currency(_ cells: [String]) -> Currency? {
    guard (8...9).contains(cells.count), cells[0].count == 3, let unit = NounForms(cells[1...3]),
      let decimals = Int(cells[7]), (0...4).contains(decimals)
    else { return nil }
    let remarks = TableRow.parts(of: cells.dropFirst(8).first ?? "", separator: "،")
    let others = remarks.filter { $0 != "وطنية" }.joined(separator: "،")
    guard let exceptions = NounForms.Exceptions(others), let none = NounForms.Exceptions("") else {
      return nil
    }
    let coin = NounForms(cells[4...6])
    guard coin != nil || decimals == 0, !unit.lacksDual(exceptions), coin?.lacksDual(none) != true else {
      return nil
    }
    return Currency(
      code: cells[0], unit: unit.noun(with: exceptions), coin: coin?.noun(with: none), decimals: decimals,
      isNational: remarks.contains("وطنية"))
  }
}

extension Diagnostic.Message {
  fileprivate static var malformedCurrency: Self {
    Self(
      "values.malformed-currency",
      arabic: "سطر العملة غير مكتمل أو غير صحيح.",
      english: "The line of a currency isn't complete or isn't right.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var currencyLine: Self {
    let example = "SDG | جنيه سوداني | جنيهات سودانية | مذكر | قرش | قروش | مذكر | 2"
    return Self(arabic: "اكتبوا مثلاً: \(example)", english: "Write for instance: \(example)")
  }
}
