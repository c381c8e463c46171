import Content
import Diagnostics
import Geometry
import Settings
import Templates

/// The foot of every page.
struct PageFoot: Hashable, Sendable {
  /// Distance of its bottom from the paper's bottom edge.
  var bottom: Points = .mm(9)
  /// Distance of its ends from the paper's right and left edges.
  var side: Points = .mm(18)
  /// The rule over it.
  var rule: Stroke?
  /// Its lines, from the top.
  var lines: [Snippet] = []
}

extension ThemeReader {
  func readFoot(_ map: inout SettingMap, log: inout DiagnosticLog) -> PageFoot? {
    var foot = PageFoot()
    foot.bottom =
      map.millimetres(SettingKey("from bottom", "البعد عن الأسفل"), in: 3...40, log: &log) ?? foot.bottom
    foot.side =
      map.millimetres(SettingKey("from sides", "البعد عن الجانبين"), in: 3...60, log: &log) ?? foot.side
    foot.rule = map.section(SettingKey("rule", "الخط الفاصل"), log: &log) { stroke(&$0, log: &$1) }
    foot.lines = map.lines(SettingKey("lines", "الأسطر"), log: &log)
    return foot
  }
}
