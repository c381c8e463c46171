import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import Testing

@Suite struct TableLayoutTests {
  private static let origin = SourceLocation.text(file: "t.khitab", line: 3, column: 1, phrase: "جدول")

  private static func rows(_ count: Int) -> [[TableCell]] {
    (1...count).map { [.text("\($0)"), .text("بند رقم \($0)"), .text("ملاحظة")] }
  }
  private static let head: [[TableCell]] = [[.text("م"), .text("البند"), .text("الملاحظات")]]

  @Test func columnsRunFromTheRightAndTakeWhatTheyAsk() throws {
    let cells: [[TableCell]] = [[.text("١"), .text("الاسم الكامل للعضو"), .text("نعم")]]
    try Fixture.expect(
      .of([
        .table(Table(columns: [.automatic, .automatic, .automatic], header: Self.head, rows: cells)),
        .space(10),
        .table(Table(columns: [.fixed(30), .automatic, .fraction(1)], header: Self.head, rows: cells)),
        .space(10),
        .table(Table(columns: [.fraction(1), .fraction(3), .fraction(2)], rows: cells, rules: nil)),
      ]), matches: "table-widths")
  }

  @Test func longCellsWrapAndColumnsGiveWayInStep() throws {
    let cells: [[TableCell]] = [
      [.text("١"), .text(Sample.long), .text(Sample.short)],
      [.text("٢"), .text(Sample.short), .text("—", at: .bottom)],
    ]
    try Fixture.expect(
      .of([.table(Table(columns: [.automatic, .automatic, .automatic], header: Self.head, rows: cells))]),
      matches: "table-wrapping")
  }

  @Test func cellsSpanColumnsAndRowsWithOneRuleAnEdge() throws {
    let cells: [[TableCell]] = [
      [.text("أ", rows: 2, at: .middle), .text("ب", columns: 2)],
      [.text("ج"), .text("د", rows: 2, at: .bottom)],
      [.text("هـ", columns: 2)],
      [.text("المجموع", columns: 2, background: Sample.pale), .text("٣")],
    ]
    try Fixture.expect(
      .of([
        .table(
          Table(
            columns: [.fraction(1), .fraction(1), .fraction(1)],
            header: [[.text("رأس", "center", columns: 3)]],
            rows: cells, headerBackground: Sample.pale))
      ]), matches: "table-spans")
  }

  @Test func theHeaderReturnsOnEveryPageAndTheLastTwoRowsStayTogether() throws {
    try Fixture.expect(
      .of(
        [
          .lines(2),
          .table(
            Table(
              columns: [.automatic, .fraction(1), .fixed(70)], header: Self.head, rows: Self.rows(9),
              headerBackground: Sample.pale)),
        ], setup: .lines(7)), matches: "table-pages")
  }

  @Test func aRowStaysWholeWhereAPageHoldsIt() throws {
    let cells: [[TableCell]] = [
      [.text("١"), TableCell(blocks: [.lines(2)])], [.text("٢"), TableCell(blocks: [.lines(4)])],
    ]
    try Fixture.expect(
      .of([.lines(2), .table(Table(columns: [.fixed(40), .fraction(1)], rows: cells))], setup: .lines(7)),
      matches: "table-row-whole")
  }

  @Test func aRowThatNoPageHoldsIsDividedBetweenLines() throws {
    let cells: [[TableCell]] = [
      [.text("١"), TableCell(blocks: [.lines(13)]), TableCell(blocks: [.lines(7)])],
      [.text("٢"), .text("ب"), .text("ج")],
    ]
    try Fixture.expect(
      .of(
        [.table(Table(columns: [.fixed(40), .fraction(1), .fraction(1)], header: Self.head, rows: cells))],
        setup: .lines(7)),
      matches: "table-row-divided")
  }

  @Test func rowsTiedByASpanMoveTogetherAndAreDividedBetweenRows() throws {
    let tied: [[TableCell]] = (1...8).map { row in
      row == 1 ? [TableCell(blocks: [.lines(6)], rowSpan: 8), .text("\(row)")] : [.text("\(row)")]
    }
    try Fixture.expect(
      .of([.lines(2), .table(Table(columns: [.fraction(1), .fraction(1)], rows: tied))], setup: .lines(6)),
      matches: "table-tied-rows")
  }

  @Test func aTableWiderThanThePageIsNarrowedAndReported() throws {
    let wide = ColumnWidth.fixed(300)
    try Fixture.expect(
      .of([
        .table(
          Table(columns: [wide, wide], rows: [[.text("أ"), .text("ب")]], origin: Self.origin))
      ]), matches: "table-too-wide", reports: ["layout.table-too-wide"])
  }

  /// What a table's cells say, line by line.
  private func lines(of table: Table) throws -> (texts: [String], log: DiagnosticLog) {
    let (document, log) = try Fixture.pages(of: .of([.table(table)]))
    let texts = document.pages.flatMap(\.unmarkedItems).compactMap { item -> String? in
      guard case .line(let line, at: _) = item else { return nil }
      return line.runs.map(\.run.text).joined()
    }
    return (texts, log)
  }

  @Test func anAddressGivesWayToItsNeighboursAndIsBroken() throws {
    let address = TextSpan(
      "a.very.long.mailbox.name@department.of.members.association.example", isolation: .leftToRight,
      isBreakable: false)
    let number = TextSpan("SA03 8000 0000 6080 1016 7519", isolation: .leftToRight, isBreakable: false)
    let cells = [address, number].map { TableCell(blocks: [.paragraph(Paragraph([.text($0)]))]) }
    let (texts, log) = try lines(
      of: Table(columns: [.automatic, .automatic, .automatic], rows: [[.text("١")] + cells]))
    #expect(log.diagnostics == [])
    #expect(texts.contains(number.text))
    #expect(!texts.contains(address.text))
    #expect(texts.dropFirst().filter { $0 != number.text }.joined() == address.text)
  }

  @Test func onlyTheWidestColumnsGiveWayWhereNothingFits() throws {
    let long = String(repeating: "طويل", count: 24)
    let (_, log) = try lines(
      of: Table(
        columns: [.automatic, .automatic, .automatic],
        rows: [
          [
            .text("المستندات"), TableCell(blocks: [.text(long, origin: Self.origin)]), .text("القسطنطينية"),
          ]
        ], origin: Self.origin))
    #expect(log.diagnostics.map(\.message.id) == ["layout.table-too-wide", "layout.text-too-wide"])
    #expect(log.diagnostics.last?.location == Self.origin, "the others have the room they need")
  }

  @Test func aWordWiderThanItsColumnKeepsItsSizeAndIsReported() throws {
    let (_, log) = try Fixture.pages(
      of: .of([
        .table(
          Table(
            columns: [.fixed(30), .fraction(1)],
            rows: [[TableCell(blocks: [.text("القسطنطينية", origin: Self.origin)]), .text("ب")]]))
      ]))
    #expect(log.diagnostics.map(\.message.id) == ["layout.text-too-wide"])
    #expect(log.diagnostics.first?.location == Self.origin)
  }

  @Test func cellsBeyondTheColumnsAreKeptAndReported() throws {
    try Fixture.expect(
      .of([
        .table(Table(columns: [.automatic], rows: [[.text("أ"), .text("ب")], [.text("ج", columns: 4)]]))
      ]), matches: "table-row-too-long", reports: ["layout.row-too-long", "layout.row-too-long"])
  }

  @Test func aHeaderThatLeavesNoRoomIsNotRepeated() throws {
    let head = [[TableCell(blocks: [.lines(4)])]]
    let rows = (1...6).map { [TableCell.text("\($0)")] }
    try Fixture.expect(
      .of([.table(Table(columns: [.fraction(1)], header: head, rows: rows))], setup: .lines(7)),
      matches: "table-header-too-tall", reports: ["layout.header-not-repeated"])
  }

  @Test func aTableStandsInACellAndInABox() throws {
    let inner = Table(columns: [.automatic, .automatic], rows: [[.text("١"), .text("٢")]])
    try Fixture.expect(
      .of([
        .box(
          BoxBlock(
            border: Stroke(width: 1),
            blocks: [
              .table(
                Table(
                  columns: [.fraction(1), .fraction(1)],
                  rows: [[.text("خارج"), TableCell(blocks: [.table(inner)], verticalAlignment: .middle)]]))
            ]))
      ]), matches: "table-nested")
  }
}
