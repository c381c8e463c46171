import Content
import Diagnostics
import Templates
import Testing
import Values

/// What a loop writes of a list's items says where each item stands, which may be another file than the record's.
@Suite struct ItemPlaceTests {
  private static func row(_ number: Int) -> Diagnostics.SourceLocation {
    .cell(file: "documents.csv", sheet: nil, row: number, column: nil)
  }

  private static func scope(_ items: [FieldOrigins], _ values: [FieldValues]) -> Scope {
    var scope = Fixture.scope(["المستندات": .list(values)])
    scope.itemOrigins = ["المستندات": items]
    return scope
  }

  private static let headings: FieldMap<String> = ["النوع": "kind", "الرقم": "no"]
  private static let items: [FieldValues] = [["النوع": .text("هوية")], ["النوع": .text("صك")]]
  private static let origins = [3, 5].map { FieldOrigins(row: row($0), headings: headings) }
  private static let loop = "{{لكل م من المستندات}}\n{{م.النوع}}\n{{نهاية لكل}}"

  private func origins(_ blocks: [Block]) -> [Diagnostics.SourceLocation?] {
    var origins: [Diagnostics.SourceLocation?] = []
    for case .paragraph(let paragraph) in blocks {
      for case .text(let span) in paragraph.inlines { origins.append(span.origin) }
    }
    return origins
  }

  @Test func wordsOfAnItemComeFromItsOwnCell() throws {
    let blocks = try Fixture.blocks(Self.loop, Self.scope(Self.origins, Self.items))
    #expect(origins(blocks) == [3, 5].map { Self.row($0).cell(inColumn: "kind") })
  }

  /// Items that were put in place of those that were read have no places: the record's own column stands for them.
  @Test func placesOfOtherItemsAreNotGuessed() throws {
    let blocks = try Fixture.blocks(Self.loop, Self.scope(Array(Self.origins.dropLast()), Self.items))
    #expect(origins(blocks) == [0, 1].map { _ in Fixture.row.cell(inColumn: "النوع") })
  }

  @Test(
    arguments: [(["النوع": "kind", "الرقم": "no"], "no"), (["النوع": "kind"], nil)]
      as [(FieldMap<String>, String?)])
  func whatAnItemLacksIsReportedAtItsRow(headings: FieldMap<String>, column: String?) throws {
    let origins = [3, 5].map { FieldOrigins(row: Self.row($0), headings: headings) }
    var log = DiagnosticLog()
    let source = "{{لكل م من المستندات}}\n{{م.الرقم}}\n{{نهاية لكل}}"
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: source), log: &log))
    _ = template.evaluate(Self.scope(origins, Self.items), log: &log)
    for (diagnostic, row) in zip(log.diagnostics, [3, 5].map(Self.row)) {
      #expect(diagnostic.location == column.map { row.cell(inColumn: $0) } ?? row)
    }
    #expect(log.diagnostics.count == 2)
  }
}
