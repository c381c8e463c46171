import Content
import Diagnostics
import Testing
import Values

@testable import Templates

/// A line whose words are known before any record says the same as one that is read for each.
@Suite struct SnippetTests {
  private static let dictionary = DataDictionary(fields: [
    Field(name: "اسم الجمعية", alias: "office name", type: .name),
    Field(name: "المدينة", alias: "city", type: .text),
    Field(name: "الهاتف", alias: "phone", type: .phone), Field(name: "الجنس", alias: "gender", type: .gender),
    Field(name: "الاسم", alias: "name", type: .name),
  ])

  private var office: Scope {
    var scope = Scope(dictionary: Self.dictionary)
    scope.standing = ["اسم الجمعية": .name("جمعية سنا"), "المدينة": .text("أبها"), "الهاتف": .text("")]
    return scope
  }

  private func snippet(_ text: String) throws -> Snippet {
    var log = DiagnosticLog()
    return try #require(Snippet.parse(text, at: .file("theme.yaml"), log: &log), "\(log.diagnostics)")
  }

  private func said(_ snippet: Snippet, _ scope: Scope) -> (words: [Inline]?, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let words = snippet.evaluate(scope, log: &log)
    return (words, log.diagnostics)
  }

  private static let records: [FieldValues] = [
    [:], ["الاسم": .name("هند"), "الجنس": .gender(.feminine)], ["المدينة": .text("جدة")],
    ["اسم الجمعية": .name("غيرها"), "المدينة": .text(" ")],
  ]

  @Test(arguments: [
    ("بسم الله", true), ("**{{اسم الجمعية}}** في {{المدينة}}", true), ("{{office name}}", true),
    ("صفحة {{رقم الصفحة}} من {{عدد الصفحات}}", true), ("{{الهاتف | اختياري}}", true), ("{{الهاتف}}", false),
    ("{{الاسم}}", false),
    ("حفظ{{الضمير}} الله", false), ("{{إذا المدينة موجود}}{{المدينة}}{{نهاية إذا}}", false),
    ("{{صيغة: العضو / العضوة}}", false), ("{{لا شيء بهذا الاسم}}", false),
  ])
  func aSettledLineSaysTheSameOfEveryRecord(line: String, isSettled: Bool) throws {
    guard let plain = try? snippet(line) else { return #expect(!isSettled) }
    let settled = plain.settled(in: office)
    #expect((settled != plain) == isSettled)
    for values in Self.records {
      let scope = office.stating(values, origins: [:], record: .file("members.csv"))
      let (expected, found) = (said(plain, scope), said(settled, scope))
      #expect(found.words == expected.words && found.diagnostics == expected.diagnostics, "\(values)")
    }
  }
}
