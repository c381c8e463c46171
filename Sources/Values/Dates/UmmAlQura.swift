/// The Umm al-Qura calendar: which Gregorian day each Hijri month begins with.
///
/// It knows its years from a table of official months and answers for no others: a computed calendar would
/// be a day off for many birth dates. An office may correct or continue it by an override file.
public struct UmmAlQura: Hashable, Sendable {
  /// The calendar of the embedded official table, 1343 to 1500 AH.
  public static let official = UmmAlQura()

  /// The first year.
  let firstYear: Int
  /// The day number of the first day of each month, and of the day after the last.
  let monthStarts: [Int]

  private init() {
    firstYear = UmmAlQuraTable.firstYear
    var starts = [UmmAlQuraTable.firstDay]
    for word in UmmAlQuraTable.years {
      for month in 0..<12 { starts.append(starts[starts.count - 1] + 28 + Int(word >> (2 * month) & 3)) }
    }
    monthStarts = starts
  }

  init(firstYear: Int, monthStarts: [Int]) {
    self.firstYear = firstYear
    self.monthStarts = monthStarts
  }

  /// The years it knows whole.
  public var years: ClosedRange<Int> { firstYear...(firstYear + (monthStarts.count - 1) / 12 - 1) }

  /// The Gregorian days it knows.
  public var days: ClosedRange<CivilDate> {
    CivilDate(dayNumber: monthStarts[0])...CivilDate(dayNumber: monthStarts[monthStarts.count - 1] - 1)
  }

  /// The number of days of a month; `nil` outside the table.
  public func length(ofMonth month: Int, year: Int) -> Int? {
    index(ofMonth: month, year: year).map { monthStarts[$0 + 1] - monthStarts[$0] }
  }

  /// The Gregorian day of a Hijri one; `nil` outside the table or for a day the month hasn't.
  public func civil(_ date: HijriDate) -> CivilDate? {
    guard let index = index(ofMonth: date.month, year: date.year), date.day >= 1,
      monthStarts[index] + date.day <= monthStarts[index + 1]
    else { return nil }
    return CivilDate(dayNumber: monthStarts[index] + date.day - 1)
  }

  /// The Hijri day of a Gregorian one; `nil` outside the table.
  public func hijri(_ day: CivilDate) -> HijriDate? {
    let number = day.dayNumber
    guard number >= monthStarts[0], number < monthStarts[monthStarts.count - 1] else { return nil }
    // 29.53 days make a month, so that the guess is off by one month at most; the loops settle it.
    var index = min((number - monthStarts[0]) * 100 / 2953, monthStarts.count - 2)
    while monthStarts[index] > number { index -= 1 }
    while monthStarts[index + 1] <= number { index += 1 }
    return HijriDate(
      year: firstYear + index / 12, month: index % 12 + 1, day: number - monthStarts[index] + 1)
  }

  /// The place of a month in `monthStarts`; `nil` outside the table.
  func index(ofMonth month: Int, year: Int) -> Int? {
    let index = (year - firstYear) * 12 + month - 1
    return (1...12).contains(month) && index >= 0 && index < monthStarts.count - 1 ? index : nil
  }
}

/// A day of the Umm al-Qura calendar.
public struct HijriDate: Hashable, Sendable, Comparable {
  /// The year of the Hijra.
  public var year: Int
  /// The month, 1 (Muharram) to 12 (Dhu al-Hijja).
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// The day `day`/`month`/`year`; nothing is checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date in digits, the largest part first: `1448-06-13`.
  public var numeric: String { "\(year)-\(Digits.twoDigits(month))-\(Digits.twoDigits(day))" }

  /// The Hijri day of a Gregorian one; `nil` outside the calendar's table.
  public init?(_ day: CivilDate, in calendar: UmmAlQura = .official) {
    guard let date = calendar.hijri(day) else { return nil }
    self = date
  }

  /// The Gregorian day by the official table; `nil` outside it or where the month hasn't the day.
  public var civil: CivilDate? { UmmAlQura.official.civil(self) }

  /// Year, month and day as in ISO 8601: `1448-06-13`.
  public var dashed: String { CivilDate(year: year, month: month, day: day).iso }

  /// Whether `a` is the earlier day.
  public static func < (a: HijriDate, b: HijriDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
