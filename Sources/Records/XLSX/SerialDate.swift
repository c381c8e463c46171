import Values

/// A spreadsheet's date: days since its workbook's epoch, with the time as a fraction (ISO/IEC 29500-1, 18.17.4.1).
struct SerialDate {
  /// The day that a workbook counts from.
  enum Epoch {
    /// Day 1 is 1900-01-01, and a 29 February 1900 that never was is counted as day 60.
    case of1900
    /// Day 0 is 1904-01-01.
    case of1904
  }

  /// The day.
  let day: CivilDate
  /// Whether there is a time of day too.
  let hasTime: Bool

  /// The date of `serial`, or `nil` when it is no day from 1900 to 9999.
  init?(_ serial: Double, epoch: Epoch) {
    guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
    let days = Int(serial.rounded(.down))
    hasTime = serial != serial.rounded(.down)
    switch epoch {
    case .of1904:
      day = Self.civil(daysSince1970: days - 24_107)
    case .of1900:
      // Day 60 never was; before it every number is one day off from the later count.
      guard days != 60, days >= 1 else { return nil }
      day = Self.civil(daysSince1970: days - (days < 60 ? 25_568 : 25_569))
    }
  }

  /// The Gregorian day a number of days after 1970-01-01, by eras of 400 years that begin in March.
  private static func civil(daysSince1970 days: Int) -> CivilDate {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return CivilDate(year: year, month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
