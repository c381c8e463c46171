/// A length of time as letters state it: «ثلاثة أيام», «أسبوعين», «شهر».
public enum Period: Hashable, Sendable {
  /// Calendar days.
  case days(Int)
  /// Weeks of seven days.
  case weeks(Int)
  /// Gregorian months, which end on the same day of the month or on its last.
  case months(Int)
  /// Hijri months, likewise; only where a rule says so.
  case hijriMonths(Int)
  /// Days on which the office works.
  case workingDays(Int)

  /// The last day of the period that begins after `day`, which is not counted.
  ///
  /// `nil` outside the Hijri table, or in a week without working days.
  public func end(
    after day: CivilDate, week: WorkingWeek = WorkingWeek(), calendar: UmmAlQura = .official
  ) -> CivilDate? {
    switch self {
    case .days(let count): return day.adding(days: count)
    case .weeks(let count): return day.adding(days: 7 * count)
    case .months(let count): return day.adding(months: count)
    case .hijriMonths(let count): return calendar.hijri(day)?.adding(months: count, in: calendar)
    case .workingDays(let count): return week.adding(workingDays: count, to: day)
    }
  }
}

extension HijriDate {
  /// The Gregorian day that is `months` Hijri months later, on the same day or the last of a shorter month.
  fileprivate func adding(months: Int, in calendar: UmmAlQura) -> CivilDate? {
    let count = year * 12 + month - 1 + months
    guard count >= 0, let length = calendar.length(ofMonth: count % 12 + 1, year: count / 12) else {
      return nil
    }
    return calendar.civil(HijriDate(year: count / 12, month: count % 12 + 1, day: min(day, length)))
  }
}
