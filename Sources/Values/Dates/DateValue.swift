/// A day of the proleptic Gregorian calendar.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// The year of the Common Era.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// The day `year`-`month`-`day`; nothing is checked.
  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether `a` is the earlier day.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// A calendar that Saudi records write dates in.
public enum CalendarOfRecord: String, Hashable, Sendable, CaseIterable {
  /// The Umm al-Qura Hijri calendar.
  case ummAlQura
  /// The Gregorian calendar.
  case gregorian
}

/// A day as a record states it: it keeps the calendar and the words it was entered in.
public struct DateValue: Hashable, Sendable {
  /// The day.
  public var day: CivilDate
  /// The calendar the record was written in.
  public var calendar: CalendarOfRecord
  /// The text as entered, to be printed back exactly where the day of record matters.
  public var entered: String

  /// A day with its origin.
  public init(day: CivilDate, calendar: CalendarOfRecord, entered: String) {
    self.day = day
    self.calendar = calendar
    self.entered = entered
  }
}
