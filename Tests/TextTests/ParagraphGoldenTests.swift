import Content
import Diagnostics
import Geometry
import TestSupport
import Testing

@testable import Text

/// A paragraph whose analysis and lines are kept in a golden.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var name: String
  var pieces: [TextPiece]
  var alignment = HorizontalAlignment.start
  var measure: Points = 200
  var testDescription: String { name }
}

@Suite struct ParagraphGoldenTests {
  static let cases = [
    GoldenCase(name: "vocalised", pieces: [Fixture.text("تُعَدُّ الجمعيّةُ")]),
    GoldenCase(name: "mixed", pieces: [Fixture.text("ملف PDF-A رقم ١٢ (ب) و 3.5% فقط.")], measure: 90),
    GoldenCase(
      name: "isolates-side-by-side",
      pieces: [
        Fixture.text("السيد/ "), Fixture.text("علي", .firstStrong), Fixture.text("John", .firstStrong),
        Fixture.text("12/3", .leftToRight, isBreakable: false), Fixture.text(" تم"),
      ]),
    GoldenCase(
      name: "style-inside-a-word",
      pieces: [Fixture.text("ال"), Fixture.text("جمع", isBold: true), Fixture.text("ية")]),
    GoldenCase(
      name: "preposition-and-name",
      pieces: [
        Fixture.text("ل"),
        Fixture.text("أحمد", .firstStrong, origin: .cell(file: "a.csv", sheet: nil, row: 2, column: "الاسم")),
      ]),
    GoldenCase(
      name: "fallback-in-naskh",
      pieces: [Fixture.text("أو/و PDF 12/5 Ж… e\u{301}", family: "Noto Naskh Arabic")]),
    GoldenCase(
      name: "no-break-space", pieces: [Fixture.text("عبد\u{A0}الله بن عبد\u{A0}الرحمن")],
      alignment: .justified,
      measure: 75),
    GoldenCase(
      name: "flexible-space",
      pieces: [
        Fixture.text("سعادة الأستاذ/ محمد"), .flexibleSpace(Fixture.plain), Fixture.text("حفظه الله"),
      ]),
    GoldenCase(
      name: "dotted-fill",
      pieces: [Fixture.text("الاسم: "), .dottedFill(Fixture.plain)], measure: 100),
    GoldenCase(
      name: "forced-break", pieces: [Fixture.text("أ "), .lineBreak(Fixture.plain), Fixture.text("ب")],
      alignment: .justified),
    GoldenCase(
      name: "bidi-controls-of-a-value",
      pieces: [
        Fixture.text("من "), Fixture.text("\u{202E}abc\u{2067}12", .firstStrong), Fixture.text(" إلى"),
      ]),
    GoldenCase(name: "missing-glyph", pieces: [Fixture.text("حرف \u{10C00} هنا")]),
  ]

  @Test(arguments: cases) func analysisAndLinesAreAsRecorded(_ example: GoldenCase) throws {
    let shaper = try #require(Fixture.shaper)
    let dump = ParagraphDump.text(
      of: example.pieces, shaper: shaper, alignment: example.alignment, measure: example.measure)
    try Golden.expect(dump, matches: "Tests/TextTests/Fixtures/\(example.name).expected")
  }
}
