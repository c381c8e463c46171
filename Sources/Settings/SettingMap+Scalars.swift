public import Diagnostics

extension SettingMap {
  /// The text of `key`.
  public mutating func text(_ key: SettingKey, log: inout DiagnosticLog) -> String? {
    take(key, log: &log)?.text(log: &log)
  }

  /// The number of `key`, within `range`.
  public mutating func number(
    _ key: SettingKey, in range: ClosedRange<Double>, log: inout DiagnosticLog
  ) -> Double? {
    take(key, log: &log)?.number(in: range, log: &log)
  }

  /// The whole number of `key`, within `range`.
  public mutating func wholeNumber(
    _ key: SettingKey, in range: ClosedRange<Int>, log: inout DiagnosticLog
  ) -> Int? {
    take(key, log: &log)?.wholeNumber(in: range, log: &log)
  }

  /// Yes or no, as `key` says.
  public mutating func boolean(_ key: SettingKey, log: inout DiagnosticLog) -> Bool? {
    take(key, log: &log)?.boolean(log: &log)
  }

  /// The meaning of the word that `key` has.
  public mutating func choice<Meaning>(
    _ key: SettingKey, _ choices: [(key: SettingKey, meaning: Meaning)], log: inout DiagnosticLog
  ) -> Meaning? {
    take(key, log: &log)?.choice(choices, log: &log)
  }

  /// The text of `key` without white space at its ends, if it says something.
  public mutating func words(_ key: SettingKey, log: inout DiagnosticLog) -> String? {
    take(key, log: &log)?.words(log: &log)
  }

  /// The texts of `key`, one or a list of them.
  public mutating func texts(_ key: SettingKey, log: inout DiagnosticLog) -> [String]? {
    guard let items = take(key, log: &log)?.list() else { return nil }
    return items.compactMap { $0.words(log: &log) }
  }

  /// The level below `key`, read through `read`.
  public mutating func section<Result>(
    _ key: SettingKey, log: inout DiagnosticLog,
    _ read: (inout SettingMap, inout DiagnosticLog) -> Result?
  ) -> Result? {
    take(key, log: &log)?.section(log: &log, read)
  }
}
