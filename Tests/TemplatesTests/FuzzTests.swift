import Diagnostics
import Templates
import Testing

/// Whatever a template holds, parsing, checking, evaluating and converting end, soon, and always alike.
@Suite struct FuzzTests {
  private func run(_ text: String) -> (DiagnosticLog, String?) {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: text)
    let template = Template.parse(source, includes: Fixture.include, log: &log)
    template?.check(against: Fixture.dictionary, styles: [], log: &log)
    let letter = template?.evaluate(Fixture.scope(), log: &log)
    _ = template?.evaluate(Fixture.blank, log: &log)
    _ = TemplateConverter.convert(source, to: .english, log: &log)
    return (log, letter.map { Outline.text(of: $0.body) })
  }

  @Test func wellFormedTemplatesParse() {
    for seed in UInt64(1)...100 {
      var sources = SourceGenerator(seed: seed)
      let text = sources.template()
      var log = DiagnosticLog()
      let template = Template.parse(TemplateSource(file: "t", text: text), log: &log)
      #expect(template != nil, "\(text)\n\(log.diagnostics.map(\.message.id))")
    }
  }

  @Test func mutatedAndRandomTemplatesEndAlike() {
    let clock = ContinuousClock()
    for seed in UInt64(1)...150 {
      var sources = SourceGenerator(seed: seed)
      let text = seed.isMultiple(of: 2) ? sources.mutated() : sources.anything()
      var first: (DiagnosticLog, String?)?
      let spent = clock.measure { first = run(text) }
      #expect(spent < .seconds(3), "\(text.debugDescription)")
      let second = run(text)
      #expect(first?.0 == second.0)
      #expect(first?.1 == second.1)
    }
  }

  /// A piece of source that is repeated very often.
  struct Flood: CustomTestStringConvertible {
    var start = ""
    let piece: String
    let count: Int
    var end = ""

    var testDescription: String { start + piece + "× \(count)" + end }
    var text: String { start + String(repeating: piece, count: count) + end }
  }

  @Test(arguments: [
    Flood(piece: "{{", count: 20_000), Flood(piece: "}}", count: 20_000), Flood(piece: "*أ ", count: 10_000),
    Flood(piece: "{{إذا مستعجل}}", count: 1_000), Flood(piece: "{{إذا مستعجل}}\n", count: 1_000),
    Flood(piece: "(", count: 50_000), Flood(piece: "|", count: 50_000), Flood(piece: "- أ\n", count: 5_000),
    Flood(start: "{{إذا ", piece: "(", count: 20_000, end: "}}"),
    Flood(start: "{{إذا ", piece: "ليس ", count: 5_000, end: "مستعجل}}أ{{نهاية إذا}}"),
    Flood(piece: "أ {{البريد | اختياري}} (", count: 1_000), Flood(piece: "{{نهاية إذا}}\n", count: 5_000),
    Flood(piece: "{{اسم غير معروف}} ", count: 1_000), Flood(piece: "  - أ\n", count: 5_000),
  ])
  func floodsEndSoon(_ flood: Flood) {
    let clock = ContinuousClock()
    let text = flood.text
    let spent = clock.measure { _ = run(text) }
    #expect(spent < .seconds(20), "\(spent)")
  }

  @Test func aLetterIsBoundedInLength() {
    let line = "{{لكل م من المستندات}}"
    let text = String(repeating: line, count: 20) + "أ" + String(repeating: "{{نهاية لكل}}", count: 20)
    #expect(Fixture.mistakes(in: text) == ["templates.too-many-iterations"])
  }
}
