import Content
import Diagnostics
import Geometry
import Layout
import Testing

@Suite struct BlockLayoutTests {
  @Test func markersHangAtTheRightOfTheirItems() throws {
    try Fixture.expect(
      .of([
        .list(ListBlock(marker: .bullet, items: [[.text(Sample.long)], [.text(Sample.short)]])),
        .list(
          ListBlock(
            marker: .number(start: 9, digits: .arabicIndic),
            items: [
              [.text("صورة الهوية")],
              [
                .text("المستندات الآتية:"),
                .list(
                  ListBlock(
                    marker: .number(start: 1, digits: .european),
                    items: [[.text("الأول")], [.text("الثاني")]])),
              ], [],
            ])),
        .list(ListBlock(marker: .checkBox, items: [[.text("أوافق")], [.text("لا أوافق", "small")]])),
      ]), matches: "lists")
  }

  @Test func aBoxHoldsItsBlocksBetweenPaddingAndFrame() throws {
    try Fixture.expect(
      .of([
        .box(
          BoxBlock(
            padding: Insets(top: 4, start: 10, bottom: 8, end: 20), border: Stroke(width: 2, isDotted: true),
            background: Sample.pale, blocks: [.text(Sample.long, "spaced")])),
        .space(12),
        .box(BoxBlock(border: Stroke(width: 0.5), minimumHeight: 80, blocks: [.text("الختم")])),
        .space(12), .box(BoxBlock(border: Stroke(width: 0.5), blocks: [.space(40)])),
      ]), matches: "boxes")
  }

  @Test func boxesSideBySideEndTogether() throws {
    let boxes = [1, 2, 1].map { lines in
      ColumnsBlock.Column(blocks: [.box(BoxBlock(border: Stroke(width: 1), blocks: [.lines(lines)]))])
    }
    let (document, _) = try Fixture.pages(of: .of([.columns(ColumnsBlock(columns: boxes))]))
    let heights = document.pages.flatMap(\.unmarkedItems).compactMap { item -> Points? in
      if case .frame(let frame, _) = item { frame.size.height } else { nil }
    }
    #expect(heights.count == 3)
    #expect(heights.allSatisfy { abs($0 - heights[0]) < 0.01 }, "\(heights)")
  }

  @Test func aBoxTallerThanAPageGoesOnOnTheNext() throws {
    try Fixture.expect(
      .of(
        [.lines(2), .box(BoxBlock(border: Stroke(width: 1), blocks: [.lines(9)])), .lines(1)],
        setup: .lines(6)),
      matches: "box-divided")
  }

  @Test func columnsStandSideBySideFromTheRight() throws {
    try Fixture.expect(
      .of([
        .columns(
          ColumnsBlock(
            columns: [
              .init(width: .automatic, blocks: [.text("المرفقات:")]),
              .init(width: .fraction(2), blocks: [.text(Sample.long)]),
              .init(width: .fraction(1), verticalAlignment: .bottom, blocks: [.text("في الأسفل")]),
              .init(width: .fixed(50), verticalAlignment: .middle, blocks: [.text("وسط", "center")]),
            ], gap: 10)), .text(Sample.short),
      ]), matches: "columns")
  }

  @Test func columnsTallerThanAPageAreDividedSideBySide() throws {
    try Fixture.expect(
      .of(
        [
          .columns(ColumnsBlock(columns: [.init(blocks: [.lines(9)]), .init(blocks: [.lines(5)])])),
          .lines(1),
        ],
        setup: .lines(6)), matches: "columns-divided")
  }

  @Test func picturesKeepTheirProportionsAndTheirSide() throws {
    try Fixture.expect(
      .of([
        .image(ImageBlock(asset: .dot, alternativeText: "شعار")),
        .image(ImageBlock(asset: .dot, width: 100, alignment: .center, alternativeText: nil)),
        .image(ImageBlock(asset: .dot, height: 30, alignment: .end, alternativeText: nil)),
        .image(ImageBlock(asset: .dot, width: 80, height: 20, alternativeText: nil)),
        .rule(Stroke(width: 2, color: Sample.pale)),
        .image(ImageBlock(asset: .dot, width: 4000, alternativeText: "كبيرة")),
      ]), matches: "pictures", reports: ["layout.picture-reduced"])
  }

  @Test func aCodeHasItsQuietZoneOnWhiteGround() throws {
    let code = QRBlock(
      payload: "https://example.org/v/ABCD", side: 84, alignment: .end, alternativeText: "رمز التحقق")
    try Fixture.expect(.of([.qr(code)]), matches: "qr")
  }

  @Test func aCodeThatCannotBeMadeIsReported() throws {
    let code = QRBlock(payload: "", side: 84, alignment: .end, alternativeText: "رمز التحقق")
    #expect(
      try Fixture.pages(of: .of([.qr(code)])).log.diagnostics.map(\.message.id) == ["layout.code-not-made"])
  }

  @Test func aPageBreakInsideABoxIsReported() throws {
    let (paged, log) = try Fixture.pages(
      of: .of([.box(BoxBlock(blocks: [.text("أ"), .pageBreak, .text("ب")]))]))
    #expect(log.diagnostics.map(\.message.id) == ["layout.page-break-inside"])
    #expect(paged.pages.count == 1)
  }
}

extension ImageAsset {
  /// A picture of known size; its bytes are of no interest to layout.
  static let dot = ImageAsset(
    format: .svg,
    bytes: Array(
      "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='40'><rect width='60' height='40' fill='teal'/></svg>"
        .utf8),
    naturalWidth: 60, naturalHeight: 40)
}
