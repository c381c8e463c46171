import Diagnostics
import Foundation
import Templates
import TestSupport
import Testing

@Suite struct ConverterTests {
  private func convert(_ text: String, to language: Language) -> String {
    var log = DiagnosticLog()
    let converted = TemplateConverter.convert(
      TemplateSource(file: "t.khitab", text: text), to: language, log: &log)
    #expect(log.diagnostics == [])
    return converted.text
  }

  @Test func keywordsAreTranslatedAndNothingElse() {
    let arabic = """
      النوع: خطاب
      الموقّع: المدير التنفيذي
      ---
      {{إذا مبلغ الدعم موجود و الصفة = وكيل}}
      مبلغ {{مبلغ الدعم | تفقيط: بلا إطار، مجرور}} إذا شئتم.
      {{وإلا}}
      {{سطور: ٣}}
      {{نهاية إذا}}
      """
    let english = """
      kind: letter
      signer: المدير التنفيذي
      ---
      {{if مبلغ الدعم exists and الصفة = وكيل}}
      مبلغ {{مبلغ الدعم | in words: unframed، genitive}} إذا شئتم.
      {{else}}
      {{lines: ٣}}
      {{end if}}
      """
    #expect(convert(arabic, to: .english) == english)
    #expect(convert(english, to: .arabic) == arabic)
  }

  @Test func everyTemplateOfTheCatalogueComesBackAsItWas() throws {
    let folder = Repository.file("Templates")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var count = 0
    for name in names {
      let file = folder.appending(path: name).appending(path: "template.khitab")
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      let english = convert(text, to: .english)
      #expect(english != text)
      #expect(convert(english, to: .arabic) == text, "\(name)")
      #expect(convert(english, to: .english) == english, "\(name)")
      count += 1
    }
    #expect(count >= 5)
  }

  @Test func aConvertedTemplateMeansTheSame() throws {
    for seed in UInt64(1)...60 {
      var sources = SourceGenerator(seed: seed)
      let source = sources.template()
      var log = DiagnosticLog()
      let file = TemplateSource(file: "t.khitab", text: source)
      let english = TemplateConverter.convert(file, to: .english, log: &log)
      let back = TemplateConverter.convert(english, to: .arabic, log: &log)
      #expect(back.text == source)
      let first = Template.parse(file, log: &log)?.evaluate(Fixture.scope(), log: &log)
      let second = Template.parse(english, log: &log)?.evaluate(Fixture.scope(), log: &log)
      #expect((first == nil) == (second == nil))
      #expect(
        first.map { Outline.text(of: $0.body) } == second.map { Outline.text(of: $0.body) }, "\(source)")
    }
  }
}
