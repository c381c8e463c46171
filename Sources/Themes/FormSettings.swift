import Content
import Diagnostics
import Settings
import Templates

/// What stands around a form.
struct FormSettings: Hashable, Sendable {
  /// Form number and date at the head.
  var details = DetailsBlock()
  /// The lines under the title.
  var subtitles: [Snippet] = []
  /// The line across the head of further pages.
  var runningHead: Snippet?
  /// The foot of every page.
  var foot = PageFoot()
}

extension ThemeReader {
  func readFormSettings(_ map: inout SettingMap, log: inout DiagnosticLog) -> FormSettings? {
    FormSettings(
      details: map.section(SettingKey("details", "البيانات"), log: &log, readDetails) ?? DetailsBlock(),
      subtitles: map.lines(SettingKey("under the title", "تحت العنوان"), log: &log),
      runningHead: map.line(SettingKey("running head", "رأس بقية الصفحات"), log: &log),
      foot: map.section(SettingKey("foot", "التذييل"), log: &log, readFoot) ?? PageFoot())
  }
}
