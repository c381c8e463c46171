import Diagnostics
import Geometry
import Settings

extension Setting {
  /// Its number of millimetres, in points.
  func millimetres(in range: ClosedRange<Double>, log: inout DiagnosticLog) -> Points? {
    number(in: range, log: &log).map { Points.mm($0) }
  }

  /// A colour as `#RRGGBB`, or one of `names`.
  func color(named names: [String: Color], log: inout DiagnosticLog) -> Color? {
    guard let text = text(log: &log) else { return nil }
    if let color = names[text] ?? Color(hex: text) { return color }
    log.error(.notColour(text), at: place, hints: [.colour(names.keys.sorted())])
    return nil
  }
}

extension SettingMap {
  /// The millimetres of `key`, within `range`, in points.
  mutating func millimetres(
    _ key: SettingKey, in range: ClosedRange<Double>, log: inout DiagnosticLog
  ) -> Points? {
    take(key, log: &log)?.millimetres(in: range, log: &log)
  }
}

extension Diagnostic.Message {
  fileprivate static func notColour(_ text: String) -> Self {
    Self("themes.setting-not-colour", arabic: "«\(text)» ليس لوناً.", english: "“\(text)” isn't a colour.")
  }
}

extension Diagnostic.Hint {
  fileprivate static func colour(_ names: [String]) -> Self {
    let arabic = names.isEmpty ? "" : "، أو اسم لون من ألوان السمة: \(names.joined(separator: "، "))"
    let english = names.isEmpty ? "" : ", or a colour of the theme: \(names.joined(separator: ", "))"
    return Self(
      arabic: "اكتبوا اللون هكذا: \"#0B5D4A\"\(arabic).", english: "Write it as \"#0B5D4A\"\(english).")
  }
}
