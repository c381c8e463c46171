import Content
import Geometry
import Testing

@Suite struct FlowPagesTests {
  private static let letterhead = Furniture(
    anchor: .top(distance: 20), start: 40, end: 40,
    blocks: [
      .columns(
        ColumnsBlock(columns: [
          .init(width: .fraction(1), blocks: [.text("جمعية الأمل", "heading-1")]),
          .init(width: .fraction(1), verticalAlignment: .bottom, blocks: [.text("الرقم: ٤٥", "end")]),
        ])), .rule(Stroke(width: 1)),
    ])
  private static let foot = Furniture(
    anchor: .bottom(distance: 20), start: 40, end: 40,
    blocks: [
      .rule(Stroke(width: 0.5)),
      .inlines(
        .words("صفحة ("), .pageNumber(.plain, digits: .arabicIndic), .words(") من ("),
        .pageCount(.plain, digits: .arabicIndic), .words(")"), style: "center"),
    ])
  static let letter = PageSetup(
    paper: .a5,
    first: PageMaster(
      margins: Insets(top: 90, start: 50, bottom: 70, end: 40), furniture: [letterhead, foot]),
    rest: PageMaster(
      margins: Insets(top: 50, start: 50, bottom: 70, end: 40),
      furniture: [
        Furniture(anchor: .top(distance: 20), start: 50, end: 40, blocks: [.text("تابع الخطاب", "small")]),
        foot,
      ]))

  @Test func theFirstPageDiffersAndPagesAreCounted() throws {
    let body = (1...8).map { _ in Block.text(Sample.long) }
    try Fixture.expect(.of(body, setup: Self.letter), matches: "furniture")
  }

  @Test func preprintedPaperIsLeftBlank() throws {
    let blank = PageSetup(
      paper: .letter, first: PageMaster(margins: Insets(top: 160, start: 72, bottom: 90, end: 60)),
      rest: PageMaster(margins: Insets(top: 72, start: 72, bottom: 90, end: 60)))
    try Fixture.expect(.of([.text(Sample.long)], setup: blank), matches: "preprinted")
  }

  @Test func anEmptyDocumentIsOnePage() throws {
    try Fixture.expect(.of([], setup: Self.letter), matches: "empty-document")
  }

  @Test func aPageBreakEndsThePageAndSpaceAfterItIsDropped() throws {
    try Fixture.expect(
      .of([
        .pageBreak, .space(30), .text("الأولى"), .pageBreak, .pageBreak, .space(30), .text("الثانية"),
        .pageBreak,
      ]), matches: "page-break")
  }

  @Test func theWatermarkStandsBehindEveryPage() throws {
    var setup = PageSetup.small
    setup.watermark = Watermark(text: "مسودة")
    try Fixture.expect(
      .of([.text(Sample.long), .pageBreak, .text(Sample.short)], setup: setup), matches: "watermark")
  }

  @Test func aParagraphGoesOnAtTheWidthOfTheNextPage() throws {
    let setup = PageSetup(
      paper: .a5, first: PageMaster(margins: Insets(top: 36, start: 36, bottom: 480, end: 200)),
      rest: PageMaster(margins: Insets(all: 36)))
    try Fixture.expect(
      .of([.text(Sample.long), .text(Sample.short)], setup: setup), matches: "widths-differ")
  }

  @Test func matterThatKeepsItsWidthOnANarrowerPageIsReported() throws {
    let setup = PageSetup(
      paper: .a5, first: PageMaster(margins: Insets(top: 36, start: 36, bottom: 470, end: 36)),
      rest: PageMaster(margins: Insets(top: 36, start: 60, bottom: 36, end: 50)))
    let rows = (1...6).map { [TableCell.text("\($0)")] }
    try Fixture.expect(
      .of([.table(Table(columns: [.fraction(1)], rows: rows)), .text(Sample.short)], setup: setup),
      matches: "widths-differ-in-table", reports: ["layout.wider-than-next-page"])
  }

  @Test func pageNumbersInTextAreThoseOfTheirPages() throws {
    let reference = Block.inlines(
      .words("هذه صفحة "), .pageNumber(.plain, digits: .european), .words(" من "),
      .pageCount(InlineStyle(isBold: true), digits: .arabicIndic))
    try Fixture.expect(
      .of([reference, .pageBreak, .text(Sample.short), reference, .pageBreak, reference]),
      matches: "page-numbers-in-text")
  }
}
