import Content
import Diagnostics
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Themes

@Suite struct ThemeReadingTests {
  private func read(_ yaml: String) -> (theme: Theme?, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let theme = Theme.read(
      yaml: yaml, file: "theme.yaml",
      image: { path, _ in
        let sizes = ["logo.svg": (90.0, 90.0), "a4.svg": (420.0, 594.0)]
        return sizes[path].map {
          ImageAsset(format: .svg, bytes: [1], naturalWidth: $0.0, naturalHeight: $0.1)
        }
      }, log: &log)
    return (theme, log)
  }

  @Test func theThemeThatComesWithTheToolkitReadsWithoutRemark() throws {
    let yaml = try String(contentsOf: Repository.file("Templates/theme/theme.yaml"), encoding: .utf8)
    let (theme, log) = read(yaml)
    #expect(log.diagnostics == [])
    let read = try #require(theme)
    #expect(read.letterhead?.logo?.words == "شعار الجمعية")
    #expect(read.letters.details.rows.count == 4)
    #expect(read.styles["subject"].isBold)
    #expect(read.styles["الموضوع"] == read.styles["subject"])
  }

  @Test func stationeryIsAPictureOfTheShapeOfThePaper() throws {
    let (theme, log) = read("الترويسة: {ورق مصمم: a4.svg, ورق بقية الصفحات: logo.svg}")
    #expect(theme?.letterhead?.stationery?.naturalWidth == 420)
    #expect(theme?.letterhead?.furtherStationery?.naturalWidth == 90)
    #expect(log.diagnostics.map(\.message.id) == ["themes.stationery-stretched"], "a square on A4")
    let english = read("letterhead: {stationery: a4.svg}").theme
    #expect(english?.letterhead?.stationery == theme?.letterhead?.stationery)
  }

  @Test func aThemeMayForbidDirectionMarks() {
    #expect(read("paper: a4").theme?.writesDirectionMarks == true)
    #expect(read("علامات الاتجاه: لا").theme?.writesDirectionMarks == false)
  }

  @Test func anEmptyThemeIsUsableAndHasEveryStyle() throws {
    let theme = try #require(read("paper: a5").theme)
    #expect(theme.paper == .a5)
    #expect(theme.letterhead == nil)
    #expect(theme.styleNames.isSuperset(of: ["body", "متن", "heading-1", "table-cell", "signature-line"]))
  }

  @Test func englishNamesMeanTheSame() {
    let arabic = read(
      """
      الألوان: {زيتي: "#445522"}
      الأنماط: {متن: {الحجم: ١٦, المحاذاة: ضبط}, عنوان-1: {غليظ: نعم, اللون: زيتي}}
      الهوامش: {بلا ترويسة: {أعلى: 30}}
      المسودة: {النص: تجربة}
      """)
    let english = read(
      """
      colours: {زيتي: "#445522"}
      styles: {body: {size: 16, alignment: justified}, heading-1: {bold: yes, colour: زيتي}}
      margins: {no letterhead: {top: 30}}
      draft: {words: تجربة}
      """)
    #expect(arabic.log.diagnostics == [])
    #expect(english.log.diagnostics == [])
    #expect(arabic.theme != nil)
    #expect(arabic.theme == english.theme)
  }

  @Test func otherStylesFollowTheBodyInAllButAlignmentAndIndent() throws {
    let theme = try #require(
      read("الخطوط: [Noto Naskh Arabic]\nالأنماط: {متن: {الحجم: 17, المحاذاة: ضبط, السطر الأول: 20}}").theme)
    let foot = theme.styles["foot"]
    #expect(foot.size == 17)
    #expect(foot.families == ["Noto Naskh Arabic"])
    #expect(foot.alignment == .start)
    #expect(foot.firstLineIndent == 0)
  }

  @Test func notesAreSmallerThanTheTextUnlessTheThemeSaysOtherwise() throws {
    let plain = try #require(read("الأنماط: {متن: {الحجم: 18, السطر الأول: 20}}").theme)
    #expect(plain.styles.footnote.size == 14 && plain.styles.footnote.firstLineIndent == 0)
    #expect(plain.footnotes == FootnoteArea())
    let text = """
      الأنماط: {حاشية سفلية: {الحجم: 9, بعده: 3}}
      الحواشي السفلية: {طول الخط: 60, فوق الخط: 12, تحت الخط: 5, الخط الفاصل: {السماكة: 1, اللون: "#FF0000"}}
      """
    let theme = try #require(read(text).theme)
    #expect(theme.styles.footnote.size == 9 && theme.styles.footnote.spaceAfter == 3)
    #expect(
      theme.footnotes
        == FootnoteArea(
          rule: Stroke(width: 1, color: Color(red: 1, green: 0, blue: 0)), ruleLength: .mm(60),
          spaceAbove: 12,
          spaceBelow: 5))
    let english = try #require(read("footnotes: {length of rule: 0}\nstyles: {footnote: {size: 8}}").theme)
    #expect(english.footnotes.rule == nil && english.styles.footnote.size == 8)
    #expect(
      read("الحواشي السفلية: {طول: 60}").log.diagnostics.map(\.message.id) == ["settings.unknown"])
  }

  @Test func aThemeMayAddStylesOfItsOwn() throws {
    let theme = try #require(read("الأنماط: {لافتة: {الحجم: 30}}").theme)
    #expect(theme.styleNames.contains("لافتة"))
    #expect(theme.styles["لافتة"].size == 30)
  }

  @Test func allMistakesAreReportedAtOnceWhereTheyStand() {
    let (theme, log) = read(
      """
      الورق: A3
      الألوان: {أحمر: قاني}
      الأنماط: {متن: {الحجم: 200, التباعد: واسع, اللون: أزرق}}
      الهوامش: {بقية الصفحات: 30}
      التحقق: {الوصف: " "}
      الخطابات: {التوقيع: {العرض: 60, لون: أحمر}, الموضوع: "{{"}
      """)
    #expect(theme != nil)
    let found = Set(
      log.diagnostics.map { diagnostic in
        guard case .setting(_, let path)? = diagnostic.location else { return diagnostic.message.id }
        return diagnostic.message.id + " " + path
      })
    let expected: Set = [
      "settings.not-choice الورق", "themes.setting-not-colour الألوان/أحمر",
      "settings.out-of-range الأنماط/متن/الحجم", "settings.not-number الأنماط/متن/التباعد",
      "themes.setting-not-colour الأنماط/متن/اللون", "settings.not-section الهوامش/بقية الصفحات",
      "settings.unknown الخطابات/التوقيع/لون", "themes.empty-description التحقق/الوصف",
    ]
    #expect(found.isSuperset(of: expected), "missing: \(expected.subtracting(found).sorted())")
    #expect(found.contains { $0.hasPrefix("templates.") && $0.hasSuffix(" الخطابات/الموضوع") })
  }
}
