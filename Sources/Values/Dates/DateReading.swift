import Diagnostics

/// Which of the two small numbers of a date is the day, where whoever wrote a list says so.
public enum DayMonthOrder: String, Hashable, Sendable, CaseIterable {
  /// 13/6/1448: the day is farther from the year.
  case dayFirst
  /// 6/13/1448: the month is farther from the year.
  case monthFirst
}

extension DateValue {
  /// Reads a date of either calendar as people type it, and asks where it could mean two days.
  ///
  /// A year of 1300–1500 is Hijri, of 1900–2100 Gregorian. `5/6/1448` is an error that offers both readings,
  /// unless `order` says which of the numbers is the day.
  public static func read(
    _ text: String, order: DayMonthOrder? = nil, calendar: UmmAlQura = .official
  ) -> Reading<DateValue> {
    if let date = PlainDate.read(text, order: order, calendar: calendar) { return Reading(date) }
    return readThoroughly(text, order: order, calendar: calendar)
  }

  /// Reads a date in whatever form.
  static func readThoroughly(
    _ text: String, order: DayMonthOrder?, calendar: UmmAlQura
  ) -> Reading<DateValue> {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text.unicodeScalars.filter { !$0.isDirectionMark && !$0.isStrayInvisible })
    let entered = String(view).trimmingBlanks()
    guard !entered.isEmpty else { return Reading(nil, [Diagnostic(.error, .dateEmpty)]) }
    guard !entered.unicodeScalars.contains(where: Digits.isForeign) else {
      return Reading(nil, [Diagnostic(.error, .dateDigits)])
    }
    let reader = DateReader(order: order, calendar: calendar)
    return reader.readPair(entered) ?? reader.read(entered)
  }
}

extension Diagnostic.Message {
  fileprivate static var dateEmpty: Self {
    Self(
      "values.date-empty", arabic: "لا يوجد تاريخ في هذه القيمة.", english: "There is no date in the value.")
  }

  fileprivate static var dateDigits: Self {
    Self(
      "values.date-digits", arabic: "في التاريخ أرقام من كتابة أخرى غير الأرقام العربية والهندية والفارسية.",
      english: "The date has digits of another script than European, Arabic-Indic and Persian.")
  }
}
