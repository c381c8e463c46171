import Content
import Diagnostics
import Templates
import Testing
import Values

@Suite struct ChartTests {
  private static let dictionary = DataDictionary(fields: [
    Field(name: "الموضوع", alias: "subject", type: .text),
    Field(
      name: "البنود", alias: "items", type: .list,
      fields: [
        Field(name: "البند", alias: "item", type: .text), Field(name: "راضون", alias: "good", type: .integer),
        Field(name: "محايدون", alias: "fair", type: .integer),
        Field(name: "غير راضين", alias: "bad", type: .integer),
      ]),
  ])

  private static let values: FieldValues = [
    "البنود": .list([
      ["البند": .text("الاستقبال"), "راضون": .integer(30), "محايدون": .integer(6), "غير راضين": .integer(4)],
      ["البند": .text("السرعة"), "راضون": .integer(10), "غير راضين": .integer(10)],
      ["البند": .text("لا أحد"), "راضون": .integer(0)],
    ])
  ]

  private func bars(_ source: String, mode: Scope.Mode = .filled, _ values: FieldValues? = nil) throws
    -> [BarBlock]
  {
    var log = DiagnosticLog()
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: source), log: &log))
    template.check(against: Self.dictionary, styles: nil, log: &log)
    let scope = Scope(values: values ?? Self.values, dictionary: Self.dictionary, mode: mode)
    let letter = try #require(template.evaluate(scope, log: &log))
    #expect(log.diagnostics == [])
    return letter.body.flatMap(Self.bars)
  }

  private static func bars(_ block: Block) -> [BarBlock] {
    switch block {
    case .bar(let bar): [bar]
    case .group(_, let blocks): blocks.flatMap(bars)
    case .columns(let columns): columns.columns.flatMap { $0.blocks.flatMap(bars) }
    case .table(let table): table.rows.flatMap { $0.flatMap { $0.blocks.flatMap(bars) } }
    default: []
    }
  }

  @Test func aBarOfSeveralNumbersIsTheirDistribution() throws {
    let bars = try bars("{{رسم: البنود / البند / راضون / محايدون / غير راضين}}")
    let (key, drawn) = (bars.filter { $0.alternativeText == nil }, bars.filter { $0.alternativeText != nil })
    #expect(key.count == 3)
    #expect(drawn.map { $0.parts.map(\.share) } == [[0.75, 0.15, 0.1], [0.5, 0, 0.5], [0, 0, 0]])
    #expect(drawn[0].alternativeText == "الاستقبال: راضون ٣٠، محايدون ٦، غير راضين ٤")
    #expect(Set(drawn[0].parts.map(\.color)).count == 3)
    #expect(key.map(\.parts[0].color) == drawn[0].parts.map(\.color))
  }

  @Test func aBarOfOneNumberIsMeasuredByTheGreatest() throws {
    let bars = try bars("{{chart: items / item / good}}")
    #expect(bars.map { $0.parts.map(\.share) } == [[1], [1.0 / 3], [0]])
    #expect(bars[1].alternativeText == "السرعة: راضون ١٠")
  }

  @Test func noListMakesNoChart() throws {
    #expect(try bars("أ\n\n{{رسم: البنود / البند / راضون}}", [:]).isEmpty)
    #expect(try bars("أ\n\n{{رسم: البنود / البند / راضون}}", mode: .blank, [:]).isEmpty)
    #expect(try bars("أ\n\n{{رسم: البنود / البند / راضون}}", ["البنود": .list([])]).isEmpty)
  }

  @Test(arguments: [
    ("{{رسم: الموضوع / البند / راضون}}", ["templates.chart-of-no-list"]),
    ("{{رسم: البنود}}", ["templates.chart-parts"]),
    ("{{رسم: البنود / البند}}", ["templates.chart-parts"]),
    ("{{رسم: البنود / البند / راضون / راضون / راضون / راضون / راضون / راضون}}", ["templates.chart-parts"]),
    ("{{رسم: البنود / البنند / راضون}}", ["templates.chart-unknown-field"]),
    ("{{رسم: البنود / راضون / البند}}", ["templates.chart-of-words"]),
    ("{{رسم: شيء / البند / راضون}}", ["templates.unknown-field"]),
  ])
  func mistakesAreFoundBeforeAnyLetter(source: String, ids: [String]) throws {
    var log = DiagnosticLog()
    let template = try #require(Template.parse(TemplateSource(file: "t.khitab", text: source), log: &log))
    template.check(against: Self.dictionary, styles: nil, log: &log)
    #expect(log.diagnostics.map(\.message.id) == ids)
  }
}
