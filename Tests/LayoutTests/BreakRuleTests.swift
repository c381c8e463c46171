import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import Testing

@Suite struct BreakRuleTests {
  @Test func aParagraphLeavesAndCarriesTwoLines() throws {
    try Fixture.expect(.of([.lines(5), .lines(4, from: 6)], setup: .lines(6)), matches: "orphans")
    try Fixture.expect(.of([.lines(3), .lines(4, from: 4)], setup: .lines(6)), matches: "widows")
  }

  @Test func aHeadingStandsWithItsText() throws {
    let styles: [StyleName: ParagraphStyle] = ["heading": .with { $0.keepsWithNext = true }]
    try Fixture.expect(
      .of([.lines(4), .text("عنوان", "heading"), .lines(3, from: 5)], setup: .lines(6), styles: styles),
      matches: "keep-with-next")
  }

  private func pages(_ body: [Block], of lines: Int) throws -> [String] {
    let (document, log) = try Fixture.pages(of: .of(body, setup: .lines(lines)))
    #expect(log.diagnostics == [])
    return document.pages.map { page in
      page.unmarkedItems.compactMap { item in
        guard case .line(let line, at: _) = item else { return nil }
        return line.runs.map(\.run.text).joined()
      }.joined(separator: "/")
    }
  }

  @Test func whatEndsWithAColonStandsWithWhatItAnnounces() throws {
    let list = Block.list(ListBlock(marker: .bullet, items: [[.text("أول")], [.text("ثان")]]))
    let table = Block.table(Table(columns: [.automatic], header: [[.text("رأس")]], rows: [[.text("أول")]]))
    for block in [list, table] {
      let pages = try pages([.lines(3), .text("ومعكم ما يأتي: "), block], of: 4)
      #expect(pages.first?.contains("ومعكم") == false)
      #expect(pages.last?.contains("ومعكم") == true)
      let free = try self.pages([.lines(3), .text("ومعكم ما يأتي."), block], of: 4)
      #expect(free.first?.contains("ومعكم") == true)
    }
  }

  /// Labels with colons, as in a form, are no announcements of each other: a page may end between any two of them.
  @Test func labelsWithColonsArePartedAnywhere() throws {
    let labels = (1...9).map { Block.text("بيان \($0):") }
    let found = try pages(labels, of: 4)
    #expect(found.map { $0.split(separator: "/").count } == [4, 4, 1])
    // The last of them still stands with what it announces.
    let last = try pages(labels.prefix(4) + [.text("قيمة")], of: 4)
    #expect(last.last == "بيان 4:/قيمة")
  }

  @Test func anItemStandsWithTheListInIt() throws {
    let inner = Block.list(ListBlock(marker: .bullet, items: [[.text("أول")], [.text("ثان")]]))
    let outer = Block.list(ListBlock(marker: .bullet, items: [[.text("بند"), inner]]))
    let pages = try pages([.lines(3), outer], of: 4)
    #expect(pages.first?.contains("بند") == false)
    #expect(pages.last?.contains("بند") == true)
  }

  @Test func aKeptParagraphMovesWhole() throws {
    try Fixture.expect(
      .of([.lines(3), .lines(4, "kept", from: 4)], setup: .lines(6)), matches: "keep-together")
  }

  @Test func aGroupMovesWhole() throws {
    try Fixture.expect(
      .of(
        [
          .lines(4),
          .group(.together, [.lines(1, from: 5), .space(5), .lines(1, from: 6), .lines(1, from: 7)]),
        ], setup: .lines(6)),
      matches: "group")
  }

  @Test func aSignatureTakesTwoLinesOfTheLetterWithIt() throws {
    let signature = Block.group(
      .withPreceding, [.text("رئيس الجمعية", "center"), .space(20), .text("سالم", "center")])
    try Fixture.expect(.of([.lines(5), signature], setup: .lines(6)), matches: "signature")
    try Fixture.expect(
      .of([.lines(4), .text("وتقبلوا التحية"), signature], setup: .lines(6)),
      matches: "signature-after-closing")
  }

  @Test func whatNoPageHoldsIsDividedAndReported() throws {
    try Fixture.expect(
      .of([.lines(1), .lines(9, "kept", from: 2)], setup: .lines(4)), matches: "kept-too-tall",
      reports: ["layout.kept-matter-divided"])
  }
}
