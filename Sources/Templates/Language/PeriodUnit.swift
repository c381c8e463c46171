import Values

/// The units of a period that a filter adds to a date: «بعد: ١٤ يوماً».
enum PeriodUnit: Keyword {
  case day, twoDays, days
  case week, twoWeeks, weeks
  case month, twoMonths, months
  case hijriMonth, twoHijriMonths, hijriMonths
  case workingDay, twoWorkingDays, workingDays

  static let table = KeywordTable<PeriodUnit>()

  var spelling: Spelling {
    switch self {
    case .day: Spelling("يوم", "day", ("يوم واحد", "one day"))
    case .twoDays: Spelling("يومين", "two days", ("يومان", "both days"))
    case .days: Spelling("أيام", "days", ("يوماً", "calendar days"))
    case .week: Spelling("أسبوع", "week", ("أسبوع واحد", "one week"))
    case .twoWeeks: Spelling("أسبوعين", "two weeks", ("أسبوعان", "both weeks"))
    case .weeks: Spelling("أسابيع", "weeks", ("أسبوعاً", "whole weeks"))
    case .month: Spelling("شهر", "month", ("شهر واحد", "one month"))
    case .twoMonths: Spelling("شهرين", "two months", ("شهران", "both months"))
    case .months: Spelling("أشهر", "months", ("شهراً", "whole months"))
    case .hijriMonth: Spelling("شهر هجري", "hijri month")
    case .twoHijriMonths: Spelling("شهرين هجريين", "two hijri months")
    case .hijriMonths: Spelling("أشهر هجرية", "hijri months", ("شهراً هجرياً", "whole hijri months"))
    case .workingDay: Spelling("يوم عمل", "working day")
    case .twoWorkingDays: Spelling("يومي عمل", "two working days")
    case .workingDays: Spelling("أيام عمل", "working days")
    }
  }

  /// The period of `count` of it, or of as many as its own form says; `nil` where both or neither say.
  func period(of count: Int?) -> Period? {
    let implied: Int? =
      switch self {
      case .day, .week, .month, .hijriMonth, .workingDay: count ?? 1
      case .twoDays, .twoWeeks, .twoMonths, .twoHijriMonths, .twoWorkingDays: count == nil ? 2 : nil
      case .days, .weeks, .months, .hijriMonths, .workingDays: count
      }
    guard let number = implied, (1...9999).contains(number) else { return nil }
    switch self {
    case .day, .twoDays, .days: return .days(number)
    case .week, .twoWeeks, .weeks: return .weeks(number)
    case .month, .twoMonths, .months: return .months(number)
    case .hijriMonth, .twoHijriMonths, .hijriMonths: return .hijriMonths(number)
    case .workingDay, .twoWorkingDays, .workingDays: return .workingDays(number)
    }
  }
}

extension FilterCall.Argument {
  /// The whole number that it is, of at most four digits: days are counted one by one.
  var number: Int? { key.utf8.count <= 4 && key.utf8.allSatisfy { (48...57).contains($0) } ? Int(key) : nil }

  /// The period that it states: «١٤ يوماً», «أسبوعين».
  var period: Period? {
    let words = key.split(separator: " ")
    guard let first = words.first else { return nil }
    guard first.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return PeriodUnit.table[key]?.period(of: nil)
    }
    guard let count = Int(first) else { return nil }
    return PeriodUnit.table[words.dropFirst().joined(separator: " ")]?.period(of: count)
  }
}
