import Content
import Diagnostics
import Geometry
import Settings

extension ThemeReader {
  /// The paragraph styles: the toolkit's names in either language, and any further ones the theme adds.
  ///
  /// A style says how it differs from the body, so that a change of the body reaches all of them.
  func readStyles(_ map: inout SettingMap, log: inout DiagnosticLog) -> StyleSheet? {
    var plain = ParagraphStyle()
    plain.families = families
    let body: ParagraphStyle =
      map.section(StyleKey.body, log: &log) { read(&$0, from: plain, log: &$1) } ?? plain
    var ground = body
    ground.alignment = .start
    ground.firstLineIndent = 0
    var sheet = StyleSheet(fallback: body)
    sheet.add(body, under: StyleKey.body)
    for key in StyleKey.others {
      let standard = key.style == .footnote ? ground.forFootnotes : ground
      let style: ParagraphStyle? = map.section(key, log: &log) { read(&$0, from: standard, log: &$1) }
      sheet.add(style ?? standard, under: key)
    }
    for entry in map.takeRest() {
      let style: ParagraphStyle? = entry.setting.section(log: &log) { read(&$0, from: ground, log: &$1) }
      sheet.styles[StyleName(entry.name)] = style ?? ground
    }
    return sheet
  }

  /// Every style as a theme without settings has it.
  func standardStyles() -> StyleSheet {
    var sheet = StyleSheet()
    sheet.fallback.families = families
    for key in [StyleKey.body] + StyleKey.others {
      sheet.add(key.style == .footnote ? sheet.fallback.forFootnotes : sheet.fallback, under: key)
    }
    return sheet
  }

  private func read(
    _ map: inout SettingMap, from standard: ParagraphStyle, log: inout DiagnosticLog
  ) -> ParagraphStyle {
    var style = standard
    style.families = map.texts(SettingKey("fonts", "الخطوط"), log: &log) ?? style.families
    style.isBold = map.boolean(SettingKey("bold", "غليظ"), log: &log) ?? style.isBold
    style.color =
      map.take(SettingKey("colour", "اللون"), log: &log)?.color(named: colors, log: &log) ?? style.color
    style.alignment =
      map.choice(SettingKey("alignment", "المحاذاة"), Self.alignments, log: &log) ?? style.alignment
    for (key, range, part) in Self.measures {
      if let number = map.number(key, in: range, log: &log) { style[keyPath: part] = number }
    }
    style.keepsWithNext =
      map.boolean(SettingKey("with next", "مع ما بعده"), log: &log) ?? style.keepsWithNext
    style.keepsTogether =
      map.boolean(SettingKey("together", "لا يتجزأ"), log: &log) ?? style.keepsTogether
    return style
  }

  private typealias Measure = (SettingKey, ClosedRange<Double>, WritableKeyPath<ParagraphStyle, Double>)

  private static var measures: [Measure] {
    [
      (SettingKey("size", "الحجم"), 6...72, \.size),
      (SettingKey("leading", "التباعد"), 1...3, \.leading),
      (SettingKey("first line", "السطر الأول"), 0...100, \.firstLineIndent),
      (SettingKey("in from right", "إزاحة يمنى"), 0...300, \.startIndent),
      (SettingKey("in from left", "إزاحة يسرى"), 0...300, \.endIndent),
      (SettingKey("before", "قبله"), 0...100, \.spaceBefore),
      (SettingKey("after", "بعده"), 0...100, \.spaceAfter),
    ]
  }

  private static let alignments: [(key: SettingKey, meaning: HorizontalAlignment)] = [
    (SettingKey("right", "يمين"), .start), (SettingKey("centre", "وسط"), .center),
    (SettingKey("left", "يسار"), .end), (SettingKey("justified", "ضبط"), .justified),
  ]
}

/// The styles that every theme has.
enum StyleKey {
  static let body = SettingKey("body", "متن")
  static let title = SettingKey("title", "عنوان الوثيقة")
  static let subtitle = SettingKey("subtitle", "تحت العنوان")
  static let subject = SettingKey("subject", "الموضوع")
  static let addressee = SettingKey("addressee", "المخاطب")
  static let greeting = SettingKey("greeting", "التحية")
  static let closing = SettingKey("closing", "الخاتمة")
  static let signature = SettingKey("signature", "التوقيع")
  static let stamp = SettingKey("stamp", "الختم")
  static let mark = SettingKey("mark", "الدرجة")
  static let details = SettingKey("details", "بيانات الخطاب")
  static let basmala = SettingKey("basmala", "البسملة")
  static let runningHead = SettingKey("running-head", "رأس الصفحة")
  static let foot = SettingKey("foot", "التذييل")
  static let code = SettingKey("code", "رمز التحقق")
  static let notes = SettingKey("notes", "الحواشي")
  static let footnote = SettingKey("footnote", "حاشية سفلية")

  /// Those that templates use, under the names they use.
  static let ofTemplates = [
    SettingKey("heading-1", "عنوان-1"), SettingKey("heading-2", "عنوان-2"),
    SettingKey("heading-3", "عنوان-3"),
    SettingKey("heading-4", "عنوان-4"), SettingKey("heading-5", "عنوان-5"),
    SettingKey("heading-6", "عنوان-6"),
    SettingKey("list-item", "بند"), SettingKey("table-cell", "خلية"),
    SettingKey("table-header", "رأس الجدول"),
    SettingKey("field-label", "تسمية الحقل"), SettingKey("field-value", "قيمة الحقل"),
    SettingKey("comb", "خانة"), SettingKey("dotted-line", "سطر منقط"),
    SettingKey("signature-title", "عنوان التوقيع"), SettingKey("signature-line", "سطر التوقيع"),
    SettingKey("note", "ملاحظة"), SettingKey("small", "صغير"), SettingKey("centered", "وسط"),
    SettingKey("quote", "اقتباس"),
  ]

  /// All but the body.
  static let others =
    [
      title, subtitle, subject, addressee, greeting, closing, signature, stamp, mark, details, basmala,
      runningHead, foot, code, notes, footnote,
    ] + ofTemplates
}

extension SettingKey {
  /// The style this setting is the name of.
  var style: StyleName { StyleName(english) }
}

extension StyleSheet {
  /// Adds a style under both of its names.
  fileprivate mutating func add(_ style: ParagraphStyle, under key: SettingKey) {
    styles[StyleName(key.english)] = style
    styles[StyleName(key.arabic)] = style
  }
}
