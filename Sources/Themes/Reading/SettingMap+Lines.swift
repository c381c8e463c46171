import Diagnostics
import Settings
import Templates

extension Setting {
  /// Its text as a line of template text.
  func line(log: inout DiagnosticLog) -> Snippet? {
    text(log: &log).flatMap { Snippet.parse($0, at: place, log: &log) }
  }
}

extension SettingMap {
  /// The line of `key`.
  mutating func line(_ key: SettingKey, log: inout DiagnosticLog) -> Snippet? {
    take(key, log: &log)?.line(log: &log)
  }

  /// The lines of `key`, from the top.
  mutating func lines(_ key: SettingKey, log: inout DiagnosticLog) -> [Snippet] {
    (take(key, log: &log)?.list() ?? []).compactMap { $0.line(log: &log) }
  }
}
