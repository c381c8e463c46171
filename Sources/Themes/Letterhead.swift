import Content
import Diagnostics
import Geometry
import Settings
import Templates

/// The head of the first page: Basmala, logo, names, and rules below; and the drawn stationery that pages lie on.
struct Letterhead: Hashable, Sendable {
  /// Distance of its top from the paper's top edge.
  var top: Points
  /// Distance of its ends from the paper's right and left edges.
  var side: Points
  /// A picture of the whole first page.
  var stationery: ImageAsset?
  /// A picture of every further page.
  var furtherStationery: ImageAsset?
  /// The Basmala's line.
  var basmala: Snippet?
  /// The logo.
  var logo: Logo?
  /// The names beside it, from the top.
  var lines: [StyledLine]
  /// The rules below, from the top.
  var rules: [Stroke]
  /// The space between two rules.
  var ruleGap: Points

  /// A picture that stands for the association.
  struct Logo: Hashable, Sendable {
    var asset: ImageAsset
    var height: Points
    /// What it shows, in words.
    var words: String
  }

  /// A line in a style of its own.
  struct StyledLine: Hashable, Sendable {
    var style: StyleName
    var text: Snippet
  }
}

extension ThemeReader {
  func readLetterhead(_ map: inout SettingMap, log: inout DiagnosticLog) -> Letterhead? {
    Letterhead(
      top: map.millimetres(SettingKey("from top", "البعد عن الأعلى"), in: 3...60, log: &log) ?? .mm(10),
      side: map.millimetres(SettingKey("from sides", "البعد عن الجانبين"), in: 3...60, log: &log) ?? .mm(18),
      stationery: readStationery(SettingKey("stationery", "ورق مصمم"), &map, log: &log),
      furtherStationery: readStationery(
        SettingKey("further stationery", "ورق بقية الصفحات"), &map, log: &log),
      basmala: map.line(SettingKey("basmala", "البسملة"), log: &log),
      logo: map.section(SettingKey("logo", "الشعار"), log: &log, readLogo),
      lines: readNames(&map, log: &log),
      rules: strokes(map.take(SettingKey("rules", "الخطوط الفاصلة"), log: &log), log: &log),
      ruleGap: map.number(SettingKey("between rules", "بين الخطين"), in: 0...20, log: &log) ?? 1.5)
  }

  /// A picture of the theme's whole paper.
  private func readStationery(
    _ key: SettingKey, _ map: inout SettingMap, log: inout DiagnosticLog
  ) -> ImageAsset? {
    guard let setting = map.take(key, log: &log), let file = setting.text(log: &log),
      let asset = image(file, &log)
    else { return nil }
    let (wanted, given) = (paper.size, Size(width: asset.naturalWidth, height: asset.naturalHeight))
    // Half a millimetre over a whole page is a rounding of the program that drew it.
    if abs(given.height * wanted.width / given.width - wanted.height) > .mm(0.5) {
      log.warning(.stationeryIsStretched(file), at: setting.place)
    }
    return asset
  }

  private func readLogo(_ map: inout SettingMap, log: inout DiagnosticLog) -> Letterhead.Logo? {
    let height = map.millimetres(SettingKey("height", "الارتفاع"), in: 5...60, log: &log) ?? .mm(22)
    let words = map.description(or: "الشعار", log: &log)
    guard let file = map.take(SettingKey("file", "الملف"), log: &log) else { return nil }
    guard let asset = file.text(log: &log).flatMap({ image($0, &log) }) else { return nil }
    return Letterhead.Logo(asset: asset, height: height, words: words)
  }

  private func readNames(_ map: inout SettingMap, log: inout DiagnosticLog) -> [Letterhead.StyledLine] {
    let items = map.take(SettingKey("names", "الأسماء"), log: &log)?.list() ?? []
    return items.compactMap { item in
      item.section(log: &log) { level, log in
        let style = level.text(SettingKey("style", "النمط"), log: &log) ?? StyleName.body.name
        let text = level.line(SettingKey("text", "النص"), log: &log)
        return text.map { Letterhead.StyledLine(style: StyleName(style), text: $0) }
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func stationeryIsStretched(_ file: String) -> Self {
    Self(
      "themes.stationery-stretched",
      arabic: "ليست «\(file)» على نسبة ورق السمة، فستُمطّ لتملأه.",
      english: "“\(file)” isn't of the shape of the theme's paper, and will be stretched to fill it.")
  }
}
