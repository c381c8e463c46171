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

  /// A note of so many lines.
  private func note(ofLines count: Int, digits: NumberDigits = .arabicIndic) -> Inline {
    var inlines: [Inline] = []
    for line in 1...count {
      if line > 1 { inlines.append(.lineBreak) }
      inlines.append(.words("سطر \(line) من الحاشية"))
    }
    return .footnote(Footnote(inlines, digits: digits))
  }

  /// Notes of 10 points on lines of 15.
  private static let styles: [StyleName: ParagraphStyle] = [
    .footnote: .with {
      $0.size = 10
      $0.leading = 1.5
      $0.spaceAfter = 2
    }
  ]

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
  @Test(arguments: 0..<40) func nothingIsLostWhereverPagesEnd(seed: UInt64) throws {
    var random = SeededGenerator(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var count = 0
    var body: [Block] = []
    for _ in 0..<number(3...14) {
      var inlines: [Inline] = [.words("نص")]
      for _ in 0..<number(0...4) {
        inlines.append(.words(String(repeating: " كلمات من النص", count: number(1...6))))
        guard number(0...2) == 0 else { continue }
        count += 1
        inlines.append(note(ofLines: number(0...5) == 0 ? number(8...30) : number(1...3)))
      }
      let paragraph = Block.paragraph(Paragraph(style: number(0...3) == 0 ? "kept" : .body, inlines))
      switch number(0...6) {
      case 0:
        body.append(
          .table(
            Table(
              columns: [.fraction(1), .fraction(1)], rows: [[TableCell(blocks: [paragraph]), .text("خلية")]]))
        )
      case 1: body.append(.group(.together, [paragraph, .text("معاً")]))
      case 2: body += [paragraph, .pageBreak]
      default: body.append(paragraph)
      }
    }
    let setup = PageSetup.lines(number(4...14))
    let (paged, log) = try Fixture.pages(of: .of(body, setup: setup, styles: Self.styles))
    #expect(!log.hasErrors)
    #expect(paged.structureFlaws == [])
    let numbers = paged.pages.map { page in
      page.unmarkedItems.compactMap { item -> (text: String, isCall: Bool)? in
        guard case .line(let line, let at) = item else { return nil }
        #expect(at.y <= page.size.height - setup.first.margins.bottom + 0.01)
        let called = line.runs.filter { $0.run.link != nil }
        let text = (called.isEmpty ? line.runs : called).map(\.run.text).joined()
        return text.hasPrefix("(") ? (text, !called.isEmpty) : nil
      }
    }
    let marks = (0..<count).map { "(" + NumberDigits.arabicIndic.written($0 + 1) + ")" }
    for isCall in [true, false] {
      #expect(numbers.flatMap { $0.filter { $0.isCall == isCall }.map(\.text) }.joined() == marks.joined())
    }
    for mark in marks {
      let call = numbers.firstIndex { $0.contains { $0.isCall && $0.text.contains(mark) } }
      let note = numbers.firstIndex { $0.contains { !$0.isCall && $0.text == mark } }
      #expect(call.map { note ?? -1 >= $0 } == true, "\(mark)")
    }
    let found = paged.pages.map(lines).joined().filter { $0.contains("من الحاشية") }
    let meant = body.map(\.plainText).joined(separator: "\n").split(separator: "\n").filter {
      $0.contains("من الحاشية")
    }
    #expect(found == meant.map { String($0.drop { $0 != "س" }) })
  }
}
