/// The short way to read a date as most are written: digits of ASCII parted by `/` or `-`.
enum PlainDate {
  /// The date; `nil` for any other form, and for what could be wrong or mean two days.
  static func read(_ text: String, order: DayMonthOrder?, calendar: UmmAlQura) -> DateValue? {
    guard let (first, second, third) = numbers(of: text) else { return nil }
    let (year, month, day): (Int, Int, Int)
    switch (first.count, third.count, order) {
    case (4, ...2, _): (year, month, day) = (first.value, second.value, third.value)
    case (...2, 4, .dayFirst): (year, month, day) = (third.value, second.value, first.value)
    case (...2, 4, .monthFirst): (year, month, day) = (third.value, first.value, second.value)
    default: return nil
    }
    guard let named = CalendarOfRecord(ofYear: year),
      named == .gregorian || calendar.years.contains(year),
      let civil = calendar.day(year: year, month: month, day: day, in: named)
    else { return nil }
    return DateValue(day: civil, calendar: named, entered: text)
  }

  /// A number and how many digits it is written with.
  private typealias Number = (value: Int, count: Int)

  /// The three numbers of a date, the one in the middle of one or two digits.
  private static func numbers(of text: String) -> (Number, Number, Number)? {
    let bytes = text.utf8.span
    // 1-1-1448 to 1448/06/13.
    guard (8...10).contains(bytes.count) else { return nil }
    var index = 0
    guard let first = number(in: bytes, at: &index), let second = number(in: bytes, at: &index),
      second.count <= 2, let third = number(in: bytes, at: &index), index == bytes.count + 1
    else { return nil }
    return (first, second, third)
  }

  /// The number at a place, which is moved past the separator after it.
  private static func number(in bytes: Span<UInt8>, at index: inout Int) -> Number? {
    var number: Number = (0, 0)
    while index < bytes.count, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      number = (10 * number.value + Int(bytes[index] - 0x30), number.count + 1)
      index += 1
    }
    guard number.count > 0, index == bytes.count || (index < bytes.count && isSeparator(bytes[index])) else {
      return nil
    }
    index += 1
    return number
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
  }
}

extension CalendarOfRecord {
  /// The calendar that a year of four digits must be of: 1300 to 1500 Hijri, 1900 to 2100 Gregorian.
  init?(ofYear year: Int) {
    switch year {
    case 1300...1500: self = .ummAlQura
    case 1900...2100: self = .gregorian
    default: return nil
    }
  }
}

extension UmmAlQura {
  /// The day of a date of one of the two calendars; `nil` where there is no such day.
  func day(year: Int, month: Int, day: Int, in calendar: CalendarOfRecord) -> CivilDate? {
    switch calendar {
    case .ummAlQura: return civil(HijriDate(year: year, month: month, day: day))
    case .gregorian:
      let date = CivilDate(year: year, month: month, day: day)
      return date.isValid ? date : nil
    }
  }
}
