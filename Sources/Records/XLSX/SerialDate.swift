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
      day = CivilDate(dayNumber: days - 24_107)
    case .of1900:
      // Day 60 never was; before it every number is one day off from the later count.
      guard days != 60, days >= 1 else { return nil }
      day = CivilDate(dayNumber: days - (days < 60 ? 25_568 : 25_569))
    }
  }
}
