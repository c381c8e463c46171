public import Diagnostics

/// The days on which an office works: Sunday to Thursday, but for its holidays.
public struct WorkingWeek: Hashable, Sendable {
  /// The days of the week that are worked.
  public var weekdays: Set<Weekday>
  /// The days off besides.
  public var holidays: Set<CivilDate>

  /// The Saudi week with the given holidays.
  public init(
    weekdays: Set<Weekday> = [.sunday, .monday, .tuesday, .wednesday, .thursday],
    holidays: Set<CivilDate> = []
  ) {
    self.weekdays = weekdays
    self.holidays = holidays
  }

  /// The Saudi week with the holidays of a text: a date of either calendar to a line, or two with «إلى» or
  /// `..` between them for all days from one to the other; `#` begins a remark.
  public init(
    holidays text: String, file: String, calendar: UmmAlQura = .official, log: inout DiagnosticLog
  ) {
    self.init()
    for (number, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = String(raw.prefix { $0 != "#" }).trimmingBlanks()
      if line.isEmpty { continue }
      let place = SourceLocation.text(file: file, line: number + 1, column: 1, phrase: line)
      let ends = Self.ends(of: line).map { DateValue.read($0, order: .dayFirst, calendar: calendar) }
      for var diagnostic in ends.flatMap(\.diagnostics) {
        diagnostic.location = place
        log.append(diagnostic)
      }
      guard let first = ends.first?.value?.day, let last = ends.last?.value?.day else { continue }
      guard (0...60).contains(first.days(to: last)) else {
        log.error(.holidayOrder, at: place)
        continue
      }
      for offset in 0...first.days(to: last) { holidays.insert(first.adding(days: offset)) }
    }
  }

  private static func ends(of line: String) -> [String] {
    let words = line.split(separator: " ")
    guard let middle = words.firstIndex(where: { $0 == "إلى" || $0 == "الى" || $0 == ".." }) else {
      return [line]
    }
    return [words[..<middle], words[(middle + 1)...]].map { $0.joined(separator: " ") }
  }

  /// Whether the office works on `day`.
  public func works(on day: CivilDate) -> Bool { weekdays.contains(day.weekday) && !holidays.contains(day) }

  /// `day` itself if it is worked, and else the next day that is; `nil` when a year has none.
  public func workingDay(onOrAfter day: CivilDate) -> CivilDate? {
    (0...366).lazy.map { day.adding(days: $0) }.first(where: works)
  }

  /// The day on which the `count`th working day after `day` falls; `day` itself is not counted.
  public func adding(workingDays count: Int, to day: CivilDate) -> CivilDate? {
    var result = day
    for _ in 0..<max(0, count) {
      guard let next = workingDay(onOrAfter: result.adding(days: 1)) else { return nil }
      result = next
    }
    return result
  }
}

extension Diagnostic.Message {
  fileprivate static var holidayOrder: Self {
    Self(
      "values.holiday-order", arabic: "نهاية الإجازة قبل بدايتها أو بعدها بأكثر من ستين يوماً.",
      english: "The holiday ends before it begins, or more than sixty days after.")
  }
}
