import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templates

/// The page on the template language: its examples print what stands under them, its tables are complete.
@Suite struct DocumentationTests {
  /// An example, and what the page says of it.
  private struct Example {
    var line: Int
    var source: String
    var kind: String
    var expected: String
  }

  private func page() throws -> String {
    try String(contentsOf: Repository.file("Docs/TemplateLanguage.md"), encoding: .utf8)
  }

  /// The page's fenced stretches, by their kinds.
  private func fences() throws -> [(line: Int, kind: String, text: String)] {
    var fences: [(line: Int, kind: String, text: String)] = []
    var open: (line: Int, kind: String, lines: [Substring])?
    for (index, line) in try page().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("```") {
        if let fence = open {
          fences.append((fence.line, fence.kind, fence.lines.joined(separator: "\n")))
          open = nil
        } else {
          open = (index + 1, String(line.dropFirst(3)), [])
        }
      } else {
        open?.lines.append(line)
      }
    }
    return fences
  }

  private func examples() throws -> [Example] {
    let fences = try fences()
    return fences.indices.compactMap { index in
      guard fences[index].kind == "khitab", index + 1 < fences.count else { return nil }
      let result = fences[index + 1]
      return Example(
        line: fences[index].line, source: fences[index].text, kind: result.kind, expected: result.text)
    }
  }

  @Test func everyExamplePrintsWhatThePageSays() throws {
    let examples = try examples()
    #expect(examples.count >= 10)
    for example in examples {
      var log = DiagnosticLog()
      let source = TemplateSource(file: "example.khitab", text: example.source)
      let template = Template.parse(source, log: &log)
      template?.check(against: Fixture.dictionary, styles: nil, log: &log)
      if example.kind == "text" {
        let errors = log.diagnostics.filter { $0.severity == .error }
        #expect(errors == [], "line \(example.line)")
        let letter = template?.evaluate(Fixture.scope(), log: &log)
        #expect(letter.map { PlainText.text(of: $0.body) } == example.expected, "line \(example.line)")
      } else {
        let renderer = DiagnosticRenderer(language: .arabic)
        let rendered = log.diagnostics.map { renderer.render($0) }.joined(separator: "\n")
        #expect(rendered == example.expected, "line \(example.line)")
      }
    }
  }

  @Test func everyExampleMeansTheSameInEnglish() throws {
    for example in try examples() where example.kind == "text" {
      var log = DiagnosticLog()
      let source = TemplateSource(file: "example.khitab", text: example.source)
      let english = TemplateConverter.convert(source, to: .english, log: &log)
      let letter = Template.parse(english, log: &log)?.evaluate(Fixture.scope(), log: &log)
      #expect(letter.map { PlainText.text(of: $0.body) } == example.expected, "line \(example.line)")
    }
  }

  @Test func everySpellingOfEveryKeywordIsListed() throws {
    let page = try page()
    let spellings =
      TagKeyword.allCases.map(\.spelling) + ConditionKeyword.allCases.map(\.spelling)
      + LoopKeyword.allCases.map(\.spelling) + Filter.allCases.map(\.spelling)
      + FilterOption.allCases.map(\.spelling) + Measure.allCases.map(\.spelling)
      + SymbolName.allCases.map(\.spelling) + FormName.allCases.map(\.spelling)
      + Setting.allCases.map(\.spelling) + SettingWord.allCases.map(\.spelling)
      + PeriodUnit.allCases.map(\.spelling) + ParagraphStyleWord.allCases.map(\.spelling)
    for variant in spellings.flatMap(\.variants) {
      #expect(page.contains("`\(variant.arabic)`"), "\(variant.arabic)")
      #expect(page.contains("`\(variant.english)`"), "\(variant.english)")
    }
  }
}
