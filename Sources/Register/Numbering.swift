public import Values

/// In which calendar an office counts its years, and how it prints the numbers of each series.
public struct Numbering: Hashable, Sendable {
  /// The calendar whose year the series begin again with.
  public var calendar: CalendarOfRecord
  /// The printed form of each series; a series without one is printed as `1448/125`.
  public var patterns: [Series: NumberPattern]
  /// The Umm al-Qura calendar as the office keeps it: Hijri years begin by it, and entries state their days by it.
  public var ummAlQura: UmmAlQura

  /// A numbering by calendar and patterns.
  public init(
    calendar: CalendarOfRecord = .ummAlQura, patterns: [Series: NumberPattern] = [:],
    ummAlQura: UmmAlQura = .official
  ) {
    self.calendar = calendar
    self.patterns = patterns
    self.ummAlQura = ummAlQura
  }

  /// The year that numbers given on `day` belong to; `nil` beyond the Hijri calendar's table.
  func year(of day: CivilDate) -> Int? {
    switch calendar {
    case .ummAlQura: ummAlQura.hijri(day)?.year
    case .gregorian: day.year
    }
  }

  /// `number` as the office prints it.
  public func printed(_ number: RegisterNumber) -> String {
    (patterns[number.series] ?? .standard).printed(year: number.year, number: number.number)
  }
}
