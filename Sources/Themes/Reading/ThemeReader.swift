import Content
import Diagnostics
import Geometry
import Settings

/// Reads `theme.yaml`, section by section; a section's reading stands beside what it yields.
struct ThemeReader {
  /// Reads the picture at a path beside the theme's file.
  typealias ImageSource = (String, inout DiagnosticLog) -> ImageAsset?

  /// The colours that settings may name.
  var colors: [String: Color] = [:]
  /// The families of every style that names none.
  var families: [String] = ParagraphStyle().families
  let image: ImageSource
  /// The sheets that pages are set on.
  var paper = Paper.a4

  mutating func theme(_ map: inout SettingMap, log: inout DiagnosticLog) -> Theme? {
    colors = map.section(SettingKey("colours", "الألوان"), log: &log, readColors) ?? [:]
    families = map.texts(SettingKey("fonts", "الخطوط"), log: &log) ?? families
    paper = map.choice(SettingKey("paper", "الورق"), Self.papers, log: &log) ?? .a4
    let margins = map.section(SettingKey("margins", "الهوامش"), log: &log, readMargins)
    let styles = map.section(SettingKey("styles", "الأنماط"), log: &log, readStyles) ?? standardStyles()
    let dress = map.section(SettingKey("tables and boxes", "الجداول والصناديق"), log: &log, readDress)
    let footnotes = map.section(SettingKey("footnotes", "الحواشي السفلية"), log: &log, readFootnotes)
    let head = map.section(SettingKey("letterhead", "الترويسة"), log: &log, readLetterhead)
    let letters = map.section(SettingKey("letters", "الخطابات"), log: &log, readLetterSettings)
    let forms = map.section(SettingKey("forms", "النماذج"), log: &log, readFormSettings)
    let mark = map.section(SettingKey("verification", "التحقق"), log: &log, readVerification)
    let draft = map.section(SettingKey("draft", "المسودة"), log: &log, readDraft)
    let marks = map.take(SettingKey("direction marks", "علامات الاتجاه"), log: &log)?.boolean(log: &log)
    return Theme(
      paper: paper, margins: margins ?? ThemeMargins(), styles: styles,
      dress: dress ?? BlockDress(), footnotes: footnotes ?? FootnoteArea(),
      letterhead: head, letters: letters ?? LetterSettings(), forms: forms ?? FormSettings(),
      verification: mark, draft: draft ?? DraftMark(),
      writesDirectionMarks: marks ?? true)
  }

  private static let papers: [(key: SettingKey, meaning: Paper)] = [
    (SettingKey("a4", "A4"), .a4), (SettingKey("a5", "A5"), .a5), (SettingKey("letter", "Letter"), .letter),
  ]

  private func readColors(_ map: inout SettingMap, log: inout DiagnosticLog) -> [String: Color]? {
    var colors: [String: Color] = [:]
    for entry in map.takeRest() {
      colors[entry.name] = entry.setting.color(named: [:], log: &log)
    }
    return colors
  }

  private func readMargins(_ map: inout SettingMap, log: inout DiagnosticLog) -> ThemeMargins? {
    var margins = ThemeMargins()
    let kinds: [(SettingKey, WritableKeyPath<ThemeMargins, Insets>)] = [
      (SettingKey("drawn letterhead", "ترويسة مرسومة"), \.drawn),
      (SettingKey("preprinted letterhead", "ترويسة مطبوعة"), \.preprinted),
      (SettingKey("no letterhead", "بلا ترويسة"), \.bare),
      (SettingKey("further pages", "بقية الصفحات"), \.rest),
    ]
    for (key, part) in kinds {
      let standard = margins[keyPath: part]
      let read: Insets? = map.section(key, log: &log) { insets(&$0, from: standard, log: &$1) }
      if let read { margins[keyPath: part] = read }
    }
    return margins
  }

  private func insets(_ map: inout SettingMap, from standard: Insets, log: inout DiagnosticLog) -> Insets {
    var insets = standard
    let sides: [(SettingKey, WritableKeyPath<Insets, Points>)] = [
      (SettingKey("top", "أعلى"), \.top), (SettingKey("right", "يمين"), \.start),
      (SettingKey("bottom", "أسفل"), \.bottom), (SettingKey("left", "يسار"), \.end),
    ]
    for (key, side) in sides {
      if let distance = map.millimetres(key, in: 5...120, log: &log) { insets[keyPath: side] = distance }
    }
    return insets
  }

  private func readVerification(_ map: inout SettingMap, log: inout DiagnosticLog) -> VerificationSettings? {
    VerificationSettings(
      side: map.millimetres(SettingKey("side", "الضلع"), in: 20...40, log: &log) ?? .mm(22),
      caption: map.line(SettingKey("caption", "التعليق"), log: &log),
      words: map.description(or: "رمز التحقق من الوثيقة", log: &log))
  }

  private func readFootnotes(_ map: inout SettingMap, log: inout DiagnosticLog) -> FootnoteArea? {
    var area = FootnoteArea()
    area.rule =
      map.section(SettingKey("rule", "الخط الفاصل"), log: &log) { stroke(&$0, log: &$1) } ?? area.rule
    area.ruleLength =
      map.millimetres(SettingKey("length of rule", "طول الخط"), in: 0...200, log: &log) ?? area.ruleLength
    area.spaceAbove =
      map.number(SettingKey("above rule", "فوق الخط"), in: 0...60, log: &log) ?? area.spaceAbove
    area.spaceBelow =
      map.number(SettingKey("below rule", "تحت الخط"), in: 0...60, log: &log) ?? area.spaceBelow
    // A rule without length is none.
    if area.ruleLength == 0 { area.rule = nil }
    return area
  }

  private func readDraft(_ map: inout SettingMap, log: inout DiagnosticLog) -> DraftMark? {
    var draft = DraftMark()
    draft.words = map.text(SettingKey("words", "النص"), log: &log) ?? draft.words
    draft.color =
      map.take(SettingKey("colour", "اللون"), log: &log)?.color(named: colors, log: &log) ?? draft.color
    draft.families = map.texts(SettingKey("fonts", "الخطوط"), log: &log) ?? families
    return draft
  }
}

extension ThemeReader {
  /// A rule's thickness and colour.
  func stroke(_ map: inout SettingMap, log: inout DiagnosticLog) -> Stroke {
    let width = map.number(SettingKey("thickness", "السماكة"), in: 0.1...6, log: &log) ?? 0.5
    let color = map.take(SettingKey("colour", "اللون"), log: &log)?.color(named: colors, log: &log)
    return Stroke(width: width, color: color ?? .black)
  }

  /// The rules a list describes.
  func strokes(_ setting: Setting?, log: inout DiagnosticLog) -> [Stroke] {
    (setting?.list() ?? []).compactMap { item in
      item.section(log: &log) { stroke(&$0, log: &$1) }
    }
  }
}
