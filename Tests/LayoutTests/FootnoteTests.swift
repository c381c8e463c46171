import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import TestSupport
import Testing

/// Notes: their numbers in the text, and where they stand.
@Suite struct FootnoteTests {
  private static let place = SourceLocation.text(file: "a.khitab", line: 3, column: 1, phrase: "")

  /// A paragraph with a note after its first words.
  private func noted(
    _ words: String, _ note: String, _ rest: String = "", digits: NumberDigits = .arabicIndic,
    style: StyleName = .body
  ) -> Block {
    let note = Inline.footnote(Footnote([.words(note)], digits: digits, origin: Self.place))
    return .paragraph(Paragraph(style: style, [.words(words), note, .words(rest)]))
  }

  private static let styles = RandomFootnotes.styles

  private func note(ofLines count: Int) -> Inline { RandomFootnotes.note(ofLines: count) }

  private func expect(
    _ body: [Block], setup: PageSetup = .small, matches name: String, reports ids: [String] = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let document = Document.of(body, setup: setup, styles: Self.styles)
    try Fixture.expect(document, matches: name, reports: ids, sourceLocation: sourceLocation)
    let paged = try Fixture.pages(of: document).document
    #expect(paged.structureFlaws == [], sourceLocation: sourceLocation)
  }

  /// The texts of a page's lines, from the top.
  private func lines(_ page: Page) -> [String] {
    page.unmarkedItems.compactMap { item -> (Point, String)? in
      guard case .line(let line, let at) = item else { return nil }
      return (at, line.runs.map(\.run.text).joined())
    }.sorted { ($0.0.y, -$0.0.x) < ($1.0.y, -$1.0.x) }.map(\.1)
  }

  private func pages(_ body: [Block], setup: PageSetup) throws -> [[String]] {
    let (paged, log) = try Fixture.pages(of: .of(body, setup: setup, styles: Self.styles))
    #expect(log.diagnostics == [])
    #expect(paged.structureFlaws == [])
    return paged.pages.map(lines)
  }

  @Test func aNoteStandsAtTheFootOfItsPageUnderARule() throws {
    try expect(
      [
        noted("إشارة إلى قرار المجلس", "محضر الاجتماع الثاني عشر.", "، نفيدكم بما يأتي."),
        noted("المبلغ ١٢٥", Sample.long, " ريالاً."), .text(Sample.short),
      ], matches: "footnotes-plain")
  }

  @Test func numbersMayBeEuropeanAndWordsVocalised() throws {
    try expect(
      [
        noted("رَبِّ اشْرَحْ لِي صَدْرِي", "سُورَةُ طٰهٰ.", " وَيَسِّرْ لِي أَمْرِي", digits: .european),
        noted("See Annex B", "In English.", "، كما سبق.", digits: .european),
      ], matches: "footnotes-european")
  }

  /// «كلمة(١)» is one piece: the number never begins a line, even after what a line may end at.
  @Test(arguments: ["كلمة", "كلمة؟", "كلمة)", "كلمة!", "word", "كلمة-", "١٢٣"])
  func aNumberStaysWithItsWord(word: String) throws {
    for width in stride(from: 60.0, through: 140, by: 4) {
      let master = PageMaster(margins: Insets(all: 10))
      let setup = PageSetup(size: Size(width: width, height: 400), first: master, rest: master)
      let (paged, _) = try Fixture.pages(
        of: .of([noted("أول الكلام \(word)", "ن", " وآخره")], setup: setup, styles: Self.styles))
      let lines = paged.pages.flatMap(lines)
      #expect(lines.contains { $0.contains(word + "(١)") }, "\(lines) at \(width)")
    }
  }

  @Test func theNumberIsRaisedAndSmaller() throws {
    let (paged, _) = try Fixture.pages(of: .of([noted("كلمة", "ن")], styles: Self.styles))
    let runs = paged.pages[0].unmarkedItems.flatMap { item in
      if case .line(let line, _) = item { line.runs.map(\.run) } else { [GlyphRun]() }
    }
    let calls = runs.filter { $0.link != nil }
    #expect(calls.map(\.text).joined() == "(١)")
    #expect(calls.allSatisfy { $0.size < 9 && $0.glyphs.allSatisfy { $0.y > 3 } })
    #expect(
      runs.filter { $0.text == "كلمة" }.allSatisfy { $0.size == 12 && $0.glyphs.allSatisfy { $0.y == 0 } })
  }

  @Test func aLineGoesToTheNextPageWithItsNote() throws {
    // Ten lines of 21 points; the rule takes 14.5 and a note of two lines 30.
    let call = Block.paragraph(Paragraph([.words("فيه"), note(ofLines: 2)]))
    #expect(
      try pages([.lines(6), call, .lines(1)], setup: .lines(10)) == [
        (1...6).map { "السطر \($0)" } + ["فيه(١)", "(١)", "سطر 1 من الحاشية", "سطر 2 من الحاشية"],
        ["السطر 1"],
      ])
    #expect(
      try pages([.lines(7), call, .lines(1)], setup: .lines(10)) == [
        (1...7).map { "السطر \($0)" },
        ["فيه(١)", "السطر 1", "(١)", "سطر 1 من الحاشية", "سطر 2 من الحاشية"],
      ])
  }

  @Test func notesOfSeveralLinesAreNumberedInTheOrderOfReading() throws {
    let rows = (1...3).map { row in
      [
        TableCell(blocks: [noted("خلية \(row)", "حاشية خلية \(row)")]), TableCell.text("\(row)"),
      ]
    }
    let header = [[TableCell(blocks: [noted("المستند", "حاشية الرأس")]), .text("الرقم")]]
    try expect(
      [
        noted("أول", "حاشية أولى"),
        .list(ListBlock(marker: .bullet, items: [[noted("بند", "حاشية بند")], [.text("بند آخر")]])),
        .table(Table(columns: [.fraction(2), .fraction(1)], header: header, rows: rows)),
        .columns(
          ColumnsBlock(columns: [
            .init(blocks: [noted("يمين", "حاشية اليمين")]), .init(blocks: [noted("يسار", "حاشية اليسار")]),
          ])),
        .box(BoxBlock(border: Stroke(width: 1), blocks: [noted("صندوق", "حاشية الصندوق")])),
        noted("آخر", "حاشية أخيرة"),
      ], matches: "footnotes-everywhere")
  }

  @Test func theHeadThatAPageRepeatsCallsItsNoteOnce() throws {
    let header = [[TableCell(blocks: [noted("المستند", "حاشية الرأس")]), .text("الرقم")]]
    let rows = (1...9).map { row in
      [TableCell(blocks: [row == 7 ? noted("صف 7", "حاشية السابع") : .text("صف \(row)")]), .text("\(row)")]
    }
    try expect(
      [.table(Table(columns: [.fraction(2), .fraction(1)], header: header, rows: rows))], setup: .lines(8),
      matches: "footnotes-table-pages")
  }

  @Test func aLongNoteBeginsOnItsPageAndGoesOnOnTheNext() throws {
    let call = Block.paragraph(Paragraph([.words("فيه"), note(ofLines: 24)]))
    let found = try pages([.lines(3), call, .lines(3), .lines(6, from: 4)], setup: .lines(10))
    #expect(found.first?.prefix(4) == ["السطر 1", "السطر 2", "السطر 3", "فيه(١)"])
    let notes: [String] = found.joined().filter { $0.contains("من الحاشية") }
    #expect(notes == (1...24).map { "سطر \($0) من الحاشية" })
    #expect(found[0].contains("سطر 2 من الحاشية"))
    #expect(found.joined().filter { $0.hasPrefix("السطر") }.count == 12)
  }

  @Test func aNoteLongerThanPagesFillsThem() throws {
    let call = Block.paragraph(Paragraph([.words("فيه"), note(ofLines: 50)]))
    try expect([call, .lines(2)], setup: .lines(8), matches: "footnotes-longer-than-pages")
  }

  @Test func notesGoOnAtTheWidthOfTheNextPage() throws {
    let setup = PageSetup(
      paper: .a5, first: PageMaster(margins: Insets(top: 36, start: 36, bottom: 400, end: 200)),
      rest: PageMaster(margins: Insets(all: 36)))
    try expect(
      [noted("فيه", Sample.long + " " + Sample.long), .text(Sample.short)], setup: setup,
      matches: "footnotes-widths-differ")
  }

  @Test func aRowThatNoPageHoldsIsDividedWithItsNotes() throws {
    let blocks = (1...12).map { line in
      line % 4 == 0 ? noted("سطر \(line)", "حاشية \(line)") : .text("سطر \(line)")
    }
    let cells = [TableCell(blocks: blocks), TableCell.text("آخر")]
    try expect(
      [.table(Table(columns: [.fraction(1), .fraction(1)], rows: [cells]))], setup: .lines(8),
      matches: "footnotes-row-divided")
  }

  @Test func pageNumbersInNotesAreThoseOfTheirPages() throws {
    let note = Inline.footnote(
      Footnote([.words("صفحة "), .pageNumber(.plain, digits: .european)], digits: .european))
    let found = try pages(
      [.lines(9), .paragraph(Paragraph([.words("فيه"), note]))], setup: .lines(10))
    #expect(found[1].contains("صفحة 2"))
  }

  @Test func theRuleAndItsSpacesAreThePages() throws {
    var setup = PageSetup.small
    setup.footnotes = FootnoteArea(
      rule: Stroke(width: 2, color: Color(red: 1, green: 0, blue: 0)), ruleLength: 100, spaceAbove: 30,
      spaceBelow: 10)
    try expect([noted("كلمة", "توضيح")], setup: setup, matches: "footnotes-own-rule")
    setup.footnotes.rule = nil
    let (paged, _) = try Fixture.pages(of: .of([noted("كلمة", "توضيح")], setup: setup))
    #expect(!paged.pages[0].unmarkedItems.contains { if case .rule = $0 { true } else { false } })
  }

  @Test func furnitureAndNotesHaveNoNotesAndLoseNothing() throws {
    let inner = Inline.footnote(Footnote([.words("داخلية")], digits: .european, origin: Self.place))
    let outer = Inline.footnote(Footnote([.words("حاشية"), inner], digits: .european, origin: Self.place))
    let head = Furniture(
      anchor: .top(distance: 10), start: 36, end: 36, blocks: [noted("رأس", "كلامها", style: "small")])
    let (paged, log) = try Fixture.pages(
      of: .of(
        [.paragraph(Paragraph([.words("متن"), outer]))], setup: .even(.a5, margin: 60, furniture: [head])))
    #expect(log.diagnostics.map(\.message.id) == ["layout.footnote-in-furniture"])
    #expect(log.diagnostics.map(\.location) == [Self.place])
    let text = paged.pages.flatMap(lines)
    #expect(text.contains("رأس (كلامها)") && text.contains("حاشية (داخلية)"))
  }

  @Test func theyAreReadAfterTheirParagraphs() throws {
    let signs = Block.paragraph(
      Paragraph([
        .words("☑ موافق"), .footnote(Footnote([.words("بالتأشير")], digits: .arabicIndic)), .words("."),
      ]))
    let link = Inline.text(TextSpan("example.org", isolation: .leftToRight, link: LinkTarget("example.org")))
    let cell = TableCell(blocks: [noted("خلية", "حاشية الخلية")])
    var heading = Paragraph(style: "heading-1", headingLevel: 1, [.words("عنوان")])
    heading.inlines.append(.footnote(Footnote([.words("حاشية العنوان")], digits: .arabicIndic)))
    let document = Document.of(
      [
        .paragraph(heading),
        .paragraph(
          Paragraph([
            .words("نص"), .footnote(Footnote([.words("انظر "), link], digits: .arabicIndic)), .words(" ثم "),
            link,
            .words(" آخره"),
          ])), signs,
        .list(ListBlock(marker: .bullet, items: [[noted("بند", "حاشية البند")]])),
        .table(Table(columns: [.fraction(1)], rows: [[cell]])),
      ], styles: Self.styles)
    let (paged, log) = try Fixture.pages(of: document)
    #expect(log.diagnostics == [])
    #expect(paged.structureFlaws == [])
    try Golden.expect(
      StructureDump.text(of: paged), matches: "Tests/LayoutTests/Cases/Structure/footnotes.expected")
  }

  /// Every word and every note stands once, a note never before its number, and nothing overlaps.
  @Test(arguments: Array(0..<40) + [843]) func nothingIsLostWhereverPagesEnd(seed: UInt64) throws {
    var random = RandomFootnotes(seed: seed)
    let document = random.document()
    let (paged, _) = try Fixture.pages(of: document)
    #expect(paged.structureFlaws == [])
    let pages = paged.pages.map(FootnotePage.init)
    let foot = document.pageSetup.rest.margins.bottom
    for (page, number) in zip(pages, 1...) {
      let limit = paged.pages[0].size.height - (number == 1 ? document.pageSetup.first.margins.bottom : foot)
      #expect(page.notes.allSatisfy { $0.y <= limit + 0.01 }, "page \(number)")
      guard let highest = page.notes.map(\.y).min(), let lowest = page.text.map(\.y).max() else { continue }
      // The rule and its spaces stand between them.
      #expect(lowest + 14.5 < highest, "page \(number)")
    }
    for note in 1...max(random.count, 1) where random.count > 0 {
      let mark = "(" + NumberDigits.arabicIndic.written(note) + ")"
      let call = pages.firstIndex { $0.text.contains { $0.calls.contains(mark) } }
      let places = pages.indices.filter { pages[$0].notes.contains { $0.words == mark } }
      #expect(places.count == 1 && places[0] >= call ?? .max, "\(mark) at \(call ?? -1) and \(places)")
    }
    // A head that is repeated repeats its words.
    let repeated = document.body.contains(where: \.hasTableHead)
    let found = pages.flatMap { page in (repeated ? page.notes : page.text + page.notes).map(\.words) }
    let meant = document.plainText.split(whereSeparator: \.isNewline).map(String.init)
    let words = repeated ? meant.filter { $0.contains("من الحاشية") } : meant
    func sorted(_ lines: [String]) -> [Substring] {
      lines.flatMap { $0.split(separator: " ") }.filter { $0 != "•" }.sorted()
    }
    #expect(sorted(found) == sorted(words))
  }
}

/// The lines of a page: those of its notes are smaller than those of its text.
private struct FootnotePage {
  struct Line {
    var y: Points
    var words: String
    /// The numbers of notes in it.
    var calls: String
  }

  var text: [Line] = []
  var notes: [Line] = []

  init(_ page: Page) {
    for case .line(let line, let at) in page.unmarkedItems {
      let calls = line.runs.filter { $0.run.link != nil }.map(\.run.text).joined()
      let own = Line(y: at.y, words: line.runs.map(\.run.text).joined(), calls: calls)
      if line.runs.contains(where: { $0.run.size == 12 }) { text.append(own) } else { notes.append(own) }
    }
  }
}

extension Block {
  /// Whether there is a table in it whose head pages may repeat.
  fileprivate var hasTableHead: Bool {
    switch self {
    case .table(let table):
      !table.header.isEmpty
        || table.rows.contains { $0.contains { $0.blocks.contains(where: \.hasTableHead) } }
    case .group(_, let blocks): blocks.contains(where: \.hasTableHead)
    case .box(let box): box.blocks.contains(where: \.hasTableHead)
    case .columns(let columns): columns.columns.contains { $0.blocks.contains(where: \.hasTableHead) }
    case .list(let list): list.items.contains { $0.contains(where: \.hasTableHead) }
    default: false
    }
  }
}
