import Content
import Diagnostics
import Geometry
import Settings
import Templates

/// Lines of a label and what belongs to it, at the head of a letter or form: «الرقم: …».
struct DetailsBlock: Hashable, Sendable {
  /// A label and what belongs to it.
  struct Row: Hashable, Sendable {
    var label: Snippet
    var text: Snippet
    /// Whether a row without text shows dots to write on rather than falling away.
    var isDottedWhenEmpty: Bool
  }

  /// Where letterhead paper has its own place for them.
  struct PaperPlace: Hashable, Sendable {
    /// Distance of the first row from the paper's top edge.
    var top: Points
    /// Distance from the paper's edge on the block's side.
    var side: Points
    /// Whether the labels are printed, or on the paper already.
    var hasLabels: Bool
  }

  /// The rows, from the top.
  var rows: [Row] = []
  /// The side of the head it stands on: the end is the left.
  var side: HorizontalAlignment = .end
  /// Its width.
  var width: Points = .mm(48)
  /// The ink of the labels; `nil` is the style's.
  var labelColor: Color?
  /// Their place on letterhead paper; without one they stand above the addressee.
  var paperPlace: PaperPlace?
}

extension ThemeReader {
  func readDetails(_ map: inout SettingMap, log: inout DiagnosticLog) -> DetailsBlock? {
    var details = DetailsBlock()
    details.side =
      map.choice(
        SettingKey("side", "الجانب"),
        [(SettingKey("left", "يسار"), .end), (SettingKey("right", "يمين"), .start)], log: &log)
      ?? details.side
    details.width = map.millimetres(SettingKey("width", "العرض"), in: 20...100, log: &log) ?? details.width
    details.labelColor = map.take(SettingKey("label colour", "لون التسمية"), log: &log)?
      .color(named: colors, log: &log)
    let rows = map.take(SettingKey("rows", "الأسطر"), log: &log)?.list() ?? []
    details.rows = rows.compactMap { $0.section(log: &log, readRow) }
    details.paperPlace = map.section(
      SettingKey("on preprinted paper", "على الورق المطبوع"), log: &log, readPaperPlace)
    return details
  }

  private func readPaperPlace(_ map: inout SettingMap, log: inout DiagnosticLog) -> DetailsBlock.PaperPlace? {
    DetailsBlock.PaperPlace(
      top: map.millimetres(SettingKey("from top", "البعد عن الأعلى"), in: 3...120, log: &log) ?? .mm(18),
      side: map.millimetres(SettingKey("from side", "البعد عن الجانب"), in: 3...120, log: &log) ?? .mm(18),
      hasLabels: map.boolean(SettingKey("labels", "التسميات"), log: &log) ?? true)
  }

  private func readRow(_ map: inout SettingMap, log: inout DiagnosticLog) -> DetailsBlock.Row? {
    let label = map.line(SettingKey("label", "التسمية"), log: &log)
    let text = map.line(SettingKey("text", "النص"), log: &log)
    let isDotted = map.boolean(SettingKey("dotted", "منقط"), log: &log) ?? false
    guard let label, let text else { return nil }
    return DetailsBlock.Row(label: label, text: text, isDottedWhenEmpty: isDotted)
  }
}
