import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import TestSupport
import Testing

/// What the parts of documents are, and the order they are read in.
@Suite struct StructureTests {
  private func expect(
    _ document: Document, matches name: String, reports ids: [String] = [],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let (paged, log) = try Fixture.pages(of: document)
    #expect(log.diagnostics.map(\.message.id) == ids, sourceLocation: sourceLocation)
    #expect(paged.structureFlaws == [], sourceLocation: sourceLocation)
    try Golden.expect(
      StructureDump.text(of: paged), matches: "Tests/LayoutTests/Cases/Structure/\(name).expected",
      sourceLocation: sourceLocation)
  }

  @Test func aLetterIsReadFromItsNumberToItsCode() throws {
    try expect(.of(SampleLetter.body, setup: SampleLetter.setup), matches: "letter")
  }

  @Test func itemsOfListsHaveLabelsAndBodies() throws {
    try expect(
      .of([
        .list(
          ListBlock(
            marker: .number(start: 1, digits: .arabicIndic),
            items: [
              [.text("صورة الهوية")],
              [
                .text("المستندات الآتية:"),
                .list(ListBlock(marker: .bullet, items: [[.text("الأول")], [.text("الثاني")]])),
              ], [],
            ])),
        .list(ListBlock(marker: .checkBox, items: [[.text("أوافق")], [.text("لا أوافق")]])),
        .list(ListBlock(marker: .bullet, items: [])),
      ]), matches: "lists")
  }

  /// A link stands among its paragraph's words, is one over lines and pages, and is none where nothing is read.
  @Test func linksAreChildrenOfTheirParagraphs() throws {
    let site = LinkTarget("example.org"), mail = LinkTarget("a@example.org")
    func link(_ text: String, _ target: LinkTarget?) -> Inline {
      .text(TextSpan(text, isolation: .leftToRight, link: target))
    }
    let long = (1...9).map { "part-\($0)-of-an-address" }.joined(separator: " ")
    let paragraph = Paragraph([
      .text(TextSpan("راسلونا على ")), link("a@", mail), link("example.org", mail),
      .text(TextSpan(" أو زوروا ")),
      link(long, site), .text(TextSpan(" ثم ")), link("example.org", site), .text(TextSpan(".")),
    ])
    let signs = Paragraph([.text(TextSpan("☐ ")), link("example.org", site)])
    let cell = TableCell(blocks: [.paragraph(Paragraph([link("a@example.org", mail)]))])
    let foot = Furniture(anchor: .bottom(distance: 10), start: 36, end: 36, blocks: [.paragraph(paragraph)])
    try expect(
      .of(
        [
          .text("قبل"), .paragraph(paragraph), .paragraph(signs),
          .table(Table(columns: [.fraction(1)], rows: [[cell]])),
        ],
        setup: .even(.a5, margin: 100, furniture: [foot])), matches: "links")
  }

  @Test func theHeadThatAPageRepeatsIsReadOnce() throws {
    let header = [["م", "الاسم", "المبلغ"].map { TableCell.text($0) }]
    let rows = (1...9).map { row in ["\(row)", "العضو \(row)", "\(row * 100)"].map { TableCell.text($0) } }
    let table = Table(columns: [.automatic, .fraction(1), .automatic], header: header, rows: rows)
    try expect(.of([.text("قبل"), .table(table), .text("بعد")], setup: .lines(9)), matches: "table-pages")
  }

  @Test func everyRowHasTheColumnsOfItsTable() throws {
    var label = TableCell.text("الصفة")
    label.isHeader = true
    let rows = [
      [label, .text("أصيل", columns: 2)],
      [.text("أ", rows: 2), .text("ب")],
      [.text("ج"), TableCell(blocks: [.text("د"), .text("هـ")])],
      [TableCell(blocks: [])],
    ]
    let header = [[TableCell.text("رأس", columns: 2), .text("آخر")]]
    let table = Table(columns: [.automatic, .automatic, .automatic], header: header, rows: rows)
    try expect(.of([.table(table)]), matches: "table-spans")
  }

  @Test func aTableOfNothingIsNotRead() throws {
    let empty = [TableCell(blocks: []), TableCell(blocks: [.inlines(.dottedFill)])]
    try expect(
      .of([.table(Table(columns: [.fixed(60), .fixed(60)], rows: [empty, empty])), .text("نص")]),
      matches: "table-empty")
  }

  @Test func aCombIsReadAsOneWord() throws {
    let cells = "4321".map { TableCell.text(String($0)) }
    let widths = [ColumnWidth](repeating: .fixed(20), count: 4)
    let blank = [TableCell](repeating: TableCell(blocks: [.inlines()]), count: 4)
    try expect(
      .of([
        .text("الرقم"), .table(Table(columns: widths, rows: [cells], comb: "1234")),
        .table(Table(columns: widths, rows: [blank], comb: "")),
      ]), matches: "comb")
  }

  @Test func picturesAndCodesAreFiguresUnlessTheyDecorate() throws {
    try expect(
      .of([
        .image(ImageBlock(asset: .dot, alternativeText: "ختم الجمعية")),
        .image(ImageBlock(asset: .dot, alternativeText: nil)),
        .qr(
          QRBlock(
            payload: "https://example.org/v/ABCD", side: 84, alignment: .end, alternativeText: "رمز التحقق")),
      ]), matches: "figures")
  }

  @Test func aFigureWithoutWordsIsAnErrorAtItsPlace() throws {
    let place = SourceLocation.text(file: "a.khitab", line: 3, column: 1, phrase: "")
    let (_, log) = try Fixture.pages(
      of: .of([
        .image(ImageBlock(asset: .dot, alternativeText: " ", origin: place)),
        .qr(QRBlock(payload: "a", side: 60, alignment: .end, alternativeText: "", origin: place)),
      ]))
    #expect(log.diagnostics.map(\.message.id) == ["layout.picture-without-words"])
    #expect(log.diagnostics.map(\.location) == [place])
    #expect(log.hasErrors)
  }

  @Test func columnsAreReadFromTheRightAndBoxesHoldTheirParts() throws {
    try expect(
      .of([
        .columns(
          ColumnsBlock(columns: [
            .init(blocks: [.text("يمين")]), .init(blocks: [.space(4)]),
            .init(blocks: [.text("رئيس الجمعية"), .space(20), .text("سالم")]),
          ])),
        .box(BoxBlock(border: Stroke(width: 1), background: Sample.pale, blocks: [.text("أ"), .text("ب")])),
        .box(BoxBlock(border: Stroke(width: 1), minimumHeight: 40, blocks: [])), .rule(Stroke(width: 1)),
      ]), matches: "columns-and-boxes")
  }

  @Test func aFormSaysWhatIsTickedAndDotsSayNothing() throws {
    func label(_ text: String) -> TableCell {
      var cell = TableCell.text(text)
      cell.isHeader = true
      return cell
    }
    let rows: [[TableCell]] = [
      [label("الاسم"), TableCell(blocks: [.inlines(.dottedFill)])],
      [label("الصفة"), .text("☐\u{A0}أصيل\u{2003} ☑\u{A0}وكيل")], [label("مستعجل"), .text("☑")],
    ]
    try expect(
      .of([
        .table(Table(columns: [.automatic, .fraction(1)], rows: rows)),
        .inlines(.words("التوقيع: "), .dottedFill), .inlines(.dottedFill),
      ]), matches: "form")
  }

  @Test func whatIsReadOfFurnitureIsReadOnTheFirstPageAlone() throws {
    let count = Block.inlines(.words("عدد الصفحات: "), .pageCount(.plain, digits: .arabicIndic))
    let master = PageMaster(
      margins: Insets(top: 70, start: 40, bottom: 70, end: 40),
      furniture: [
        Furniture(anchor: .bottom(distance: 20), start: 40, end: 40, blocks: [.text("ختام")], isRead: true),
        Furniture(
          anchor: .top(distance: 20), start: 40, end: 40, blocks: [count, .text("قيد")], isRead: true),
      ])
    try expect(
      .of(
        [.text("أ"), .pageBreak, .text("ب"), .pageBreak, .text("ج")],
        setup: PageSetup(paper: .a5, first: master, rest: master)), matches: "furniture")
  }

  @Test func theWatermarkIsNotRead() throws {
    var setup = PageSetup.small
    setup.watermark = Watermark(text: "مسودة")
    try expect(.of([.text("أ"), .pageBreak, .text("ب")], setup: setup), matches: "watermark")
  }

  @Test(arguments: [
    ([1, 2, 3], [1, 2, 3]), ([2, 3, 2], [1, 2, 1]), ([1, 3, 3, 2], [1, 2, 2, 2]), ([3, 1, 4], [1, 1, 2]),
    ([6, 6], [1, 1]), ([1, 4, 6, 2, 5], [1, 2, 3, 2, 3]),
  ])
  func noLevelOfHeadingsIsSkipped(stated: [Int], read: [Int]) throws {
    let blocks = stated.map { Block.paragraph(Paragraph(headingLevel: $0, [.words("عنوان \($0)")])) }
    let paged = try Fixture.pages(of: .of(blocks)).document
    #expect(paged.structure.elements.compactMap(\.role.headingLevel) == read)
  }

  @Test func whatACacheKeepsBringsNoNumbersAlong() throws {
    let long = try Fixture.pages(of: .of((1...30).map { .text("فقرة \($0)") } + [.text("ثابتة")])).document
    let short = try Fixture.pages(of: .of([.text("ثابتة")])).document
    #expect(long.structure.elements.count == 32)
    #expect(short.structure.elements.count == 2)
    #expect(short.texts == [StructureTree.ElementID(1): "ثابتة"])
  }

  @Test(arguments: 0..<60) func anyDocumentIsReadWholeAndInOrder(seed: UInt64) throws {
    var random = RandomDocument(seed: 9000 + seed)
    let setup: PageSetup = seed % 2 == 0 ? .even(.a4, margin: 40) : FlowPagesTests.letter
    let paged = try Fixture.pages(of: random.document(blocks: 8, setup: setup, isSimple: false)).document
    let words = paged.textInReadingOrder.flatMap { $0.split(separator: " ").map(String.init) }
    #expect(words.filter { $0 != "•" } == random.words)
    #expect(paged.structureFlaws == [])
  }
}
