import Content
import Diagnostics
import Templates
import Testing
import Values

@Suite struct EvaluationTests {
  @Test(arguments: [
    ("الأخ {{الاسم}}.", "الأخ ⟨سارة العتيبي⟩."),
    ("{{name}}", "⟨سارة العتيبي⟩"),
    ("رقم ({{رقم الطلب}})", "رقم (⟦1448/ع/125⟧)"),
    ("*غليظ* وعادي", "*غليظ* وعادي"),
    ("**{{اللجنة}}**", "*⟨لجنة البحث⟩*"),
    ("نجمة \\* وحدها", "نجمة * وحدها"),
    ("# عنوان", "[heading-1] عنوان"),
    ("سطر\nيتبعه سطر\n\nفقرة", "سطر يتبعه سطر\nفقرة"),
    ("{{الاسم}}{{سطر جديد}}{{فراغ مرن}}{{رقم الصفحة}}", "⟨سارة العتيبي⟩⏎↔#"),
    ("- أول\n- ثان", "-\n  [list-item] أول\n-\n  [list-item] ثان"),
    ("٣. أول\n٤. ثان", "3.\n  [list-item] أول\n4.\n  [list-item] ثان"),
  ])
  func writesFieldsAndMarks(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test(arguments: [
    ("{{إذا الصفة = وكيل}}أ{{وإلا}}ب{{نهاية إذا}}", "أ"),
    ("{{إذا الصفة = agent}}أ{{وإلا}}ب{{نهاية إذا}}", "أ"),
    ("{{إذا الصفة ليس أصيل}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا مبلغ الدعم أكبر من ٤٠٠٠}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا مبلغ الدعم أصغر من 5000}}أ{{وإلا}}ب{{نهاية إذا}}", "ب"),
    ("{{إذا مبلغ الدعم لا يقل عن 5000 و مستعجل}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا البريد موجود}}أ{{وإلا إذا الجوال موجود}}ب{{نهاية إذا}}", "ب"),
    ("{{إذا ليس (البريد موجود أو الجوال غير موجود)}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا الجنس = مؤنث}}أ{{نهاية إذا}}", "أ"),
    ("{{إذا المستندات أكبر من 1}}أ{{نهاية إذا}}", "أ"),
    ("{{if capacity is agent and not email exists}}a{{else}}b{{end if}}", "a"),
    ("{{إذا الصفة = وكيل}}\nأ\n{{وإلا}}\nب\n{{نهاية إذا}}", "أ"),
  ])
  func choosesTheBranchThatHolds(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test func goesThroughTheRecordsOfAList() throws {
    let source = """
      {{لكل مستند من المستندات}}
      - {{التسلسل}}: {{مستند.النوع}}{{إذا مستند.الرقم موجود}} رقم {{مستند.الرقم}}{{نهاية إذا}}
      {{نهاية لكل}}
      """
    #expect(
      try Fixture.text(source) == """
        -
          [list-item] ١: ⟨هوية⟩ رقم ⟦77⟧
        -
          [list-item] ٢: ⟨صك⟩
        """)
  }

  @Test func aMissingValueStopsTheLetterAndNamesTheCell() throws {
    var log = DiagnosticLog()
    let source = TemplateSource(file: "t.khitab", text: "البريد {{البريد}}")
    let template = try #require(Template.parse(source, log: &log))
    #expect(template.evaluate(Fixture.scope(), log: &log) == nil)
    let mistake = try #require(log.diagnostics.first)
    #expect(mistake.message.id == "templates.missing-value")
    #expect(mistake.location == .cell(file: "members.csv", sheet: nil, row: 7, column: "البريد"))
    #expect(
      mistake.hints.first?.location == .text(file: "t.khitab", line: 1, column: 10, phrase: "البريد"))
  }

  @Test func aValueIsNeverParsedAgain() throws {
    let value = "{{الاسم}} *غليظ* | # -"
    #expect(try Fixture.text("{{اللجنة}}", Fixture.scope(["اللجنة": .text(value)])) == "⟨\(value)⟩")
  }

  @Test func aParagraphValueAloneBecomesParagraphs() throws {
    #expect(try Fixture.text("{{التفاصيل}}") == "⟨سطر أول⟩\n⟨سطر ثان⟩")
    #expect(try Fixture.text("هي: {{التفاصيل}}") == "هي: ⟨سطر أول⟩⏎⟨سطر ثان⟩")
  }
}
