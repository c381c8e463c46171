import Content
import Fonts
import Geometry
import Diagnostics
import Layout
import TestSupport
import Testing

@Suite struct ParagraphCacheTests {
  @Test func aKeptParagraphIsSetAnewAtAnotherWidthAndKeepsItsOrigin() throws {
    let wide = Document.of([.text(Sample.long, "indented")])
    let narrow = Document.of([.text(Sample.long, "indented")], setup: .even(.a5, margin: 90))
    let before = try Fixture.pages(of: wide).document
    let between = try Fixture.pages(of: narrow).document
    let after = try Fixture.pages(of: wide).document
    #expect(between != before)
    #expect(after == before)
    let place = SourceLocation.text(file: "a.khitab", line: 2, column: 1, phrase: "")
    let placed = try Fixture.pages(of: .of([.text(Sample.long, "indented", origin: place)])).document
    let origins = Set(placed.pages.flatMap(\.unmarkedItems).flatMap(\.origins))
    #expect(origins == [place])
  }

  @Test func aMissingGlyphIsReportedInEveryDocumentThatHasIt() throws {
    for _ in 1...3 {
      let (_, log) = try Fixture.pages(of: .of([.text("حرف \u{10A00}")]))
      #expect(log.diagnostics.map(\.message.id) == ["text.missing-glyph"])
    }
  }

  /// A letter with a hamza written as one character, and as two: equal strings in Swift, but not alike.
  @Test(arguments: [["\u{0623}مل", "\u{0627}\u{0654}مل"], ["\u{0627}\u{0654}مل", "\u{0623}مل"]])
  func equivalentSpellingsAreEachSetAsWritten(spellings: [String]) throws {
    for spelling in spellings {
      let words = "كلمة \(spelling) قائمة"
      let pages = try Fixture.pages(of: .of([.text(words)])).document.pages
      let shown = pages.flatMap(\.unmarkedItems).map(\.text).joined()
      #expect(Array(shown.utf8) == Array(words.utf8))
    }
  }

  /// Values that return, or differ from others in their digits, are set as they are alone, each with its own place.
  @Test func valuesAreSetAlikeHoweverOftenTheyAreMet() throws {
    var cases = SeededGenerator(seed: 27)
    var (log, unread) = (DiagnosticLog(), DiagnosticLog())
    let warm = try #require(Fixture.makePaginator())
    for turn in 0..<400 {
      let day = "٢٠٢\(["١", "٢", "٣"][cases.number(below: 3)])/٠\(["٤", "٥", "٦"][cases.number(below: 3)])/١٧"
      let spans = cases.pick([
        [TextSpan(day, isolation: .leftToRight, isBreakable: false), TextSpan("م")],
        [TextSpan(String(cases.number(below: 40)), isolation: .leftToRight, isBreakable: false)],
        [
          TextSpan(
            cases.pick(["مسدَّد", "معتمد", "قيد المعالجة", "فاطمة ١٢", "حرف \u{10A00}"]),
            isolation: .firstStrong)
        ],
        [
          TextSpan("٤٥٫٥٠", isolation: .leftToRight),
          TextSpan("\u{A0}ريالاً", style: InlineStyle(isBold: true)),
        ],
      ])
      let place = SourceLocation.cell(file: "r.csv", sheet: nil, row: turn, column: "أ")
      let inlines = spans.map { span -> Inline in
        var span = span
        span.origin = place
        return .text(span)
      }
      let paragraph = Paragraph(style: cases.pick(["body", "indented"]), inlines)
      let document = Document.of([.paragraph(paragraph)])
      let (kept, alone) = (
        warm.paginate(document, log: &log),
        try #require(Fixture.makePaginator()).paginate(document, log: &unread)
      )
      #expect(
        kept.pages == alone.pages)
      for page in kept.pages { #expect(Set(page.unmarkedItems.flatMap(\.wordOrigins)) == [place]) }
    }
    let missing = log.diagnostics.filter { $0.message.id == "text.missing-glyph" }
    #expect(missing.count > 10 && Set(missing.map(\.location)).count == missing.count)
  }

  @Test func moreParagraphsThanAreKeptAreAllSetRight() throws {
    let texts = (0..<600).map { "بند \($0)" }
    let blocks = texts.map { Block.text($0) }
    let first = try Fixture.pages(of: .of(blocks)).document
    let second = try Fixture.pages(of: .of(blocks)).document
    #expect(first == second)
  }
}

extension FrameItem {
  fileprivate var text: String {
    if case .line(let line, _) = self { line.runs.map(\.run.text).joined() } else { "" }
  }

  fileprivate var origins: [Diagnostics.SourceLocation?] {
    if case .line(let line, _) = self { line.runs.map(\.run.origin) } else { [] }
  }

  /// Where its words came from: its runs say it, or the line does for them.
  fileprivate var wordOrigins: [Diagnostics.SourceLocation?] {
    if case .line(let line, _) = self { line.runs.map { $0.run.origin ?? line.origin } } else { [] }
  }
}
