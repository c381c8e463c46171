/// A day of the week.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  /// الأحد, the first day of the Saudi week.
  case sunday
  /// الإثنين
  case monday
  /// الثلاثاء
  case tuesday
  /// الأربعاء
  case wednesday
  /// الخميس
  case thursday
  /// الجمعة
  case friday
  /// السبت
  case saturday

  /// Its Arabic name.
  public var arabicName: String { Self.arabicNames[rawValue] }

  private static let arabicNames = ["الأحد", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
}

extension CivilDate {
  /// The day `dayNumber` days after 1970-01-01.
  ///
  /// The year is counted from March, so that the leap day ends it; 146,097 days make 400 years.
  public init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Days since 1970-01-01, which is 0.
  public var dayNumber: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Whether there is such a month and such a day in it.
  public var isValid: Bool {
    (1...12).contains(month) && day >= 1 && day <= Self.length(ofMonth: month, year: year)
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday.allCases[((dayNumber + 4) % 7 + 7) % 7]
  }

  /// The day `days` days later, or earlier for a negative count.
  public func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day `months` months later, or the last of that month where it is shorter.
  public func adding(months: Int) -> CivilDate {
    let count = year * 12 + month - 1 + months
    let target = (year: count >= 0 ? count / 12 : (count - 11) / 12, month: (count % 12 + 12) % 12 + 1)
    let length = Self.length(ofMonth: target.month, year: target.year)
    return CivilDate(year: target.year, month: target.month, day: min(day, length))
  }

  /// The days from this day to `other`; negative when `other` is earlier.
  public func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }

  /// The form of ISO 8601: `2026-11-23`.
  public var iso: String {
    let digits = String(year)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(padding)\(digits)-\(Digits.twoDigits(month))-\(Digits.twoDigits(day))"
  }

  /// The number of days of a month; 0 for a month that doesn't exist.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    default: 0
    }
  }
}
