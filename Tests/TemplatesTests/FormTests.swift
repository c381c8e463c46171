import Content
import Diagnostics
import Templates
import Testing
import Values

@Suite struct FormTests {
  static let form = """
    {{حقول: عمودان}}
    الاسم: {{الاسم}}
    الجوال: {{الجوال}}
    رقم الهوية: {{رقم الهوية | خانات}}
    الصفة: {{خيارات: الصفة}}
    إقرار كامل العرض
    مستعجل: {{مربع: مستعجل}}
    {{نهاية حقول}}
    """

  @Test func aFormIsFilledFromTheRecord() throws {
    #expect(
      try Fixture.text(FormTests.form) == """
        table auto 1.0fr auto 1.0fr
        row: [field-label] الاسم | [field-value] ⟨سارة العتيبي⟩ | [field-label] الجوال | [field-value] ⟦+966 50 123 4567⟧
        row: [field-label] رقم الهوية | table 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt ; row: \
        [comb] ⟦8⟧ | [comb] ⟦0⟧ | [comb] ⟦0⟧ | [comb] ⟦0⟧ | [comb] ⟦0⟧ | [comb] ⟦0⟧ | [comb] ⟦0⟧ | \
        [comb] ⟦0⟧ | [comb] ⟦0⟧ | [comb] ⟦1⟧ | [field-label] الصفة | [field-value] \
        ☐~أصيل\u{2003} ☑~وكيل\u{2003} ☐~ولي~أمر
        row: <c4>[field-value] إقرار كامل العرض
        row: [field-label] مستعجل | <c3>[field-value] ☑
        """)
  }

  @Test func theSameFormPrintsEmpty() throws {
    #expect(
      try Fixture.text(FormTests.form, Fixture.blank) == """
        table auto 1.0fr auto 1.0fr
        row: [field-label] الاسم | [field-value] …… | [field-label] الجوال | [field-value] ……
        row: [field-label] رقم الهوية | table 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt 17pt ; row: \
        [comb]  | [comb]  | [comb]  | [comb]  | [comb]  | [comb]  | [comb]  | [comb]  | [comb]  | [comb]  \
        | [field-label] الصفة | [field-value] ☐~أصيل\u{2003} ☐~وكيل\u{2003} ☐~ولي~أمر
        row: <c4>[field-value] إقرار كامل العرض
        row: [field-label] مستعجل | <c3>[field-value] ☐
        """)
  }

  @Test(arguments: [
    ("أقر أنا {{صيغة: الموقع / الموقعة}} أدناه", "أقر أنا الموقع / الموقعة أدناه"),
    ("{{المكرم}}", "المكرم / المكرمة"),
    ("{{صيغة: طلبنا / طلبنا / طلبهما}}", "طلبنا"),
    ("عدد المستندات: {{المستندات | عدد: مستند}}", "عدد المستندات: ……"),
    ("عدد {{مدة المراجعة}} يوماً", "عدد …… يوماً"),
    (
      "{{إذا البريد موجود}}البريد: {{البريد | اختياري}}{{نهاية إذا}}",
      "البريد: ……"
    ),
    (
      "| النوع |\n|---|\n{{لكل م من المستندات}}\n| {{م.النوع}} |\n{{نهاية لكل}}",
      "table 11.0fr\nheader: النوع\nrow: space 17\nrow: space 17\nrow: space 17"
    ),
    (
      "| النوع |\n|---|\n{{لكل م من المستندات: ٥ صفوف}}\n| {{م.النوع}} |\n{{نهاية لكل}}",
      "table 11.0fr\nheader: النوع" + String(repeating: "\nrow: space 17", count: 5)
    ),
    (
      "{{لكل م من المستندات: صفان}}\n- {{م.النوع}}\n{{نهاية لكل}}", "-\n  [list-item] ……\n-\n  [list-item] ……"
    ),
    ("{{التفاصيل}}", "group" + String(repeating: "\n  [dotted-line] ……", count: 6)),
    (
      "{{صندوق: ٢٦ مم}}\n{{التفاصيل | وإلا: }}\n{{نهاية صندوق}}",
      "box 73" + String(repeating: "\n  [dotted-line] ……", count: 3)
    ),
    ("{{صندوق: ٥ مم}}\n{{نهاية صندوق}}", "box 14\n  [dotted-line] ……"),
  ])
  func absentValuesLeaveRoomToWrite(source: String, expected: String) throws {
    #expect(try Fixture.text(source, Fixture.blank) == expected)
  }

  /// What a form doesn't know of a record is written by hand, in the form that is filled too.
  @Test(arguments: [
    (
      "{{حقول}}\nالبريد: {{البريد | وإلا: }}\n{{نهاية حقول}}",
      "table auto 1.0fr\nrow: [field-label] البريد | [field-value] ……"
    ),
    (
      "{{صندوق: ١٦ مم}}\n{{البريد | وإلا: }}\n{{نهاية صندوق}}",
      "box 45\n  [dotted-line] ……\n  [dotted-line] ……"
    ),
    (
      "{{حقول}}\nالبريد: {{البريد | وإلا: —}}\n{{نهاية حقول}}",
      "table auto 1.0fr\nrow: [field-label] البريد | [field-value] —"
    ),
  ])
  func whatAFilledFormLacksLeavesRoomToWrite(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  /// So it does wherever the value stands, and in a letter nowhere.
  @Test(arguments: [
    ("الملاحظات: {{البريد | وإلا: }}", "الملاحظات: ……", "الملاحظات: "),
    ("نشعركم على ({{البريد | وإلا: }})، بإذن الله", "نشعركم على (……)، بإذن الله", "نشعركم على ()، بإذن الله"),
    ("- {{البريد | وإلا: }}", "-\n  [list-item] ……", ""),
    (
      "| البريد | {{البريد | وإلا: }} |", "table auto 10.0fr\nrow: البريد | ",
      "table auto auto\nrow: البريد | "
    ),
    ("على {{البريد | وإلا: —}}", "على —", "على —"),
    ("على {{البريد | اختياري}}، ثم ننتظر", "ثم ننتظر", "ثم ننتظر"),
  ])
  func aFilledFormHasRoomWhereALetterHasNothing(source: String, form: String, letter: String) throws {
    let scope = Fixture.scope()
    #expect(try Fixture.text("النوع: نموذج\n---\n" + source, scope) == form)
    #expect(try Fixture.text("النوع: خطاب\n---\n" + source, scope) == letter)
  }

  @Test(arguments: [
    ("{{سطر}}", "group\n  [dotted-line] ……"),
    ("{{سطور: ٢}}", "group\n  [dotted-line] ……\n  [dotted-line] ……"),
    ("الاسم: {{سطر}}", "الاسم: ……"),
    ("{{صندوق: ٣ سم}}\nأ\n{{نهاية صندوق}}", "box 85\n  أ"),
    ("{{كتلة}}\nأ\n{{نهاية كتلة}}", "group\n  أ"),
    ("{{نمط: ملاحظة}}\nأ\n{{نهاية نمط}}", "[note] أ"),
    ("{{أعمدة}}\nأ\n{{عمود جديد}}\nب\n{{نهاية أعمدة}}", "column\n  أ\ncolumn\n  ب"),
    ("{{فراغ: ١ سم}}\n{{خط}}\n{{صفحة جديدة}}", "space 28\nrule\npage break"),
    ("{{تعليق: لا يُطبع}}\nأ{{تعليق: ولا هذا}}", "أ"),
    (
      "{{توقيع: مقدم الطلب}}",
      """
      group
        column

        column
          box 0
            [signature-title] مقدمة الطلب
            [signature-line] الاسم: ……
            [signature-line] التوقيع: ……
            [signature-line] التاريخ: ……
      """
    ),
  ])
  func buildsThePartsOfForms(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  /// The office's posts are of who holds them, whoever the letter is about.
  @Test(arguments: [
    ("المدير التنفيذي", "المدير التنفيذي"), ("رئيس مجلس الإدارة", "رئيسة مجلس الإدارة"),
    ("المتطوع", "المتطوعة"), ("الشاهد", "الشاهد"),
  ]) func aPostToSignForAgreesWithItsHolder(title: String, printed: String) throws {
    var scope = Fixture.scope()
    scope.posts = ["المدير التنفيذي": "المدير التنفيذي", "رئيس مجلس الإدارة": "رئيسة مجلس الإدارة"]
    #expect(try Fixture.text("{{توقيع: \(title)}}", scope).contains("[signature-title] \(printed)\n"))
  }

  /// A table to write in takes the whole line, each column as its type's values need.
  @Test(arguments: [
    ("|---|---|---|", "table auto 11.0fr 7.0fr"), ("|---|--- ٢ ---|---|", "table auto 2.0fr auto"),
    ("|---|---|--- ٣ سم ---|", "table auto 11.0fr 85pt"),
  ]) func aTableToWriteInIsAsWideAsItsLine(rule: String, expected: String) throws {
    let table = """
      | م | النوع | الرقم |
      \(rule)
      {{لكل مستند من المستندات}}
      | {{التسلسل}} | {{مستند.النوع}} | {{مستند.الرقم | وإلا: —}} |
      {{نهاية لكل}}
      """
    #expect(try Fixture.text(table, Fixture.blank).hasPrefix(expected + "\n"))
    #expect(try !Fixture.text(table).contains("11.0fr"))
  }

  @Test func aCombSaysWhereItStands() throws {
    guard case .table(let table)? = try Fixture.blocks("أ\n\n{{رقم الهوية | خانات}}").last else {
      Issue.record("no comb")
      return
    }
    #expect(table.origin != nil)
  }

  @Test(arguments: [
    ("| أ | ب |\n|---|---|\n| ج | د |", "table auto auto\nheader: أ | ب\nrow: ج | د"),
    ("| أ | ب | ج |\n|--- ٣ سم ---|--- ٢ ---|---|\n", "table 85pt 2.0fr auto\nheader: أ | ب | ج"),
    ("| {{دمج: عمودان}} أ |\n| ب | ج |", "table auto auto\nrow: <c2>أ\nrow: ب | ج"),
    ("| {{دمج: ٢ صفوف}} أ | ب |\n| ج |", "table auto auto\nrow: <r2>أ | ب\nrow: ج"),
    ("| أ |\n\n| ب |", "table auto\nrow: أ\ntable auto\nrow: ب"),
    ("| أ \\| ب | *ج* |", "table auto auto\nrow: أ | ب | *ج*"),
    (
      "| م | النوع |\n|---|---|\n{{لكل م من المستندات}}\n| {{التسلسل}} | {{م.النوع}} |\n{{نهاية لكل}}\n| | المجموع |",
      "table auto auto\nheader: م | النوع\nrow: ١ | ⟨هوية⟩\nrow: ٢ | ⟨صك⟩\nrow:  | المجموع"
    ),
  ])
  func buildsTables(source: String, expected: String) throws {
    #expect(try Fixture.text(source) == expected)
  }

  @Test func listsNest() throws {
    #expect(
      try Fixture.text("- أ\n  ١. ب\n  ٢. ج\n- د\n\n١- هـ") == """
        -
          [list-item] أ
          1.
            [list-item] ب
          2.
            [list-item] ج
        -
          [list-item] د
        1.
          [list-item] هـ
        """)
  }
}
