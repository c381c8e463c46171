public import Values

/// What is to be entered, before it has a number.
public struct EntryDraft: Hashable, Sendable {
  /// The series its number comes from.
  public var series: Series
  /// What names nobody.
  public var facts: [EntryColumn: String]
  /// What tells of a person.
  public var particulars: [PersonalColumn: String]

  /// A draft of the given columns.
  public init(
    series: Series, facts: [EntryColumn: String] = [:], particulars: [PersonalColumn: String] = [:]
  ) {
    self.series = series
    self.facts = facts
    self.particulars = particulars
  }
}

/// One line of a register; nothing in it ever changes, and what happens to it later are acts beside it.
public struct RegisterEntry: Hashable, Sendable {
  /// Its place in the ledger, over all series and acts, from 1.
  public let position: Int
  /// Its number.
  public let number: RegisterNumber
  /// The number as the office prints it.
  public let printed: String
  /// The day it was entered.
  public let day: CivilDate
  /// The same day in the Umm al-Qura calendar as the office kept it then; `nil` beyond its table.
  public let hijri: HijriDate?
  /// The moment it was entered.
  public let recordedAt: Moment
  /// What names nobody.
  public let facts: [EntryColumn: String]
  /// What tells of a person; `nil` once it is destroyed.
  public let particulars: [PersonalColumn: String]?
  /// What happened to it later, oldest first.
  public var acts: [RegisterAct] = []

  /// What has become of an entry.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// صادر, وارد or مقيد: it stands as it was entered.
    case issued
    /// ملغى
    case void
    /// بدل فاقد
    case replaced

  }

  /// What has become of it.
  public var state: State {
    if acts.contains(where: { $0.kind == .void }) { return .void }
    return acts.contains { $0.kind == .replacement } ? .replaced : .issued
  }

  /// The state's Arabic name: what stands as it was entered is called by its series.
  public var stateName: String {
    switch (state, number.series) {
    case (.void, _): "ملغى"
    case (.replaced, _): "بدل فاقد"
    case (.issued, .outgoing): "صادر"
    case (.issued, .incoming): "وارد"
    case (.issued, .requests), (.issued, .internal): "مقيد"
    }
  }

  /// The fact in a column, where there is one.
  public subscript(_ column: EntryColumn) -> String? { facts[column] }
}
