import Diagnostics
import Records
import Testing
import Values

@Suite struct DictionaryReaderTests {
  private func read(_ yaml: String) -> (DataDictionary?, [String]) {
    var log = DiagnosticLog()
    let dictionary = DataDictionary.read(yaml: yaml, file: "fields.yaml", log: &log)
    return (dictionary, log.diagnostics.map(Self.line))
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    switch diagnostic.location {
    case .setting(_, let path): "\(diagnostic.message.id) \(path)"
    case .text(_, let line, _, _): "\(diagnostic.message.id) line \(line)"
    default: diagnostic.message.id
    }
  }

  @Test func readsEverySettingInArabic() {
    let (dictionary, log) = read(
      """
      الحقول:
        - الاسم: اسم العضو
          الاسم الإنجليزي: member_name
          النوع: اسم
          مطلوب: نعم
          السرية: سري
          الأعمدة: [الاسم الرباعي, Full name]
        - الاسم: حالة العضوية
          النوع: خيار
          الخيارات:
            - فعالة: [نشطة, active]
            - موقوفة
        - الاسم: المستندات
          النوع: قائمة
          من: مستندات الطلبات
          المفتاح: اسم العضو
          الحقول:
            - {الاسم: النوع, النوع: نص}
      """)
    #expect(log == [])
    #expect(
      dictionary?.fields == [
        Field(
          name: "اسم العضو", alias: "member_name", type: .name, isRequired: true, sensitivity: .secret,
          columns: ["الاسم الرباعي", "Full name"]),
        Field(
          name: "حالة العضوية", alias: "حالة العضوية", type: .choice,
          choices: [.init(label: "فعالة", spellings: ["نشطة", "active"]), .init(label: "موقوفة")]),
        Field(
          name: "المستندات", alias: "المستندات", type: .list,
          fields: [Field(name: "النوع", alias: "النوع", type: .text)],
          source: .init(sheet: "مستندات الطلبات", key: "اسم العضو")),
      ])
  }

  @Test func readsTheSameInEnglish() {
    let (dictionary, log) = read(
      """
      fields:
        - {name: رقم الطلب, alias: request_no, type: reference, required: true, columns: Request}
        - {name: الحالة, alias: status, type: enum, choices: {مقبول: [accepted], مرفوض: }}
      """)
    #expect(log == [])
    #expect(dictionary?.field(named: "request_no")?.columns == ["Request"])
    #expect(
      dictionary?.field(named: "status")?.choices == [
        .init(label: "مقبول", spellings: ["accepted"]), .init(label: "مرفوض"),
      ])
  }

  @Test(arguments: FieldType.allCases) func namesEveryTypeInBothLanguages(type: FieldType) {
    let parts = type == .choice ? ", choices: [أ]" : type == .list ? ", fields: [{name: ب, type: text}]" : ""
    let (english, log) = read("fields: [{name: حقل, type: \(type.rawValue)\(parts)}]")
    #expect(log == [])
    #expect(english?.fields.first?.type == type)
  }

  @Test func masksWhatNamesAPersonUnlessToldOtherwise() {
    let (dictionary, _) = read(
      "fields: [{name: الجوال, type: mobile}, {name: جوال الجمعية, type: mobile, sensitivity: open}]")
    #expect(dictionary?.fields.map(\.sensitivity) == [.personal, .open])
  }

  @Test(arguments: [
    """
    ترتيب التاريخ: الشهر أولاً
    الحقول:
      - {الاسم: رقم العضوية, النوع: مرجع, الصورة: [م-####, "####/#+"]}
      - {الاسم: تاريخ الطلب, النوع: تاريخ}
      - {الاسم: تاريخ القرار, النوع: تاريخ, ترتيب التاريخ: اليوم أولا}
    """,
    """
    date order: Month first
    fields:
      - {name: رقم العضوية, type: reference, form: [م-####, "####/#+"]}
      - {name: تاريخ الطلب, type: date}
      - {name: تاريخ القرار, type: date, date order: day first}
    """,
  ])
  func readsFormsOfReferencesAndOrdersOfDates(yaml: String) {
    let (dictionary, log) = read(yaml)
    #expect(log == [])
    #expect(dictionary?.fields[0].patterns == [ReferencePattern("م-####"), ReferencePattern("####/#+")])
    #expect(dictionary?.fields.map(\.dayMonthOrder) == [nil, .monthFirst, .dayFirst])
  }

  @Test func reportsAllMistakesAtOnceWithTheirPaths() {
    let (_, log) = read(
      """
      الحقول:
        - الاسم: رقم الطلب
          النوع: مرجعع
          مطلوب: ربما
        - النوع: نص
        - الاسم: الحالة
          النوع: خيار
          لون: أحمر
        - الاسم: رقم الطلَب
          النوع: نص
        - الاسم: قيمة/مبلغ
          الاسم الإنجليزي: مبلغ
          النوع: مبلغ
          السرية: خفي
          الخيارات: [أ]
        - الاسم: المستندات
          النوع: قائمة
          من: ورقة
        - الاسم: البنود
          النوع: قائمة
          من: ورقة
          المفتاح: رقم الطلبات
          الحقول:
            - {الاسم: جدول, النوع: قائمة, الحقول: [{الاسم: خانة, النوع: نص}]}
        - نص بلا مفتاح
      """)
    #expect(
      log == [
        "settings.not-choice الحقول/رقم الطلب/النوع",
        "settings.not-choice الحقول/رقم الطلب/مطلوب",
        "records.dictionary-nameless-field الحقول/2",
        "records.dictionary-no-choices الحقول/الحالة",
        "settings.unknown الحقول/الحالة/لون",
        "settings.not-choice الحقول/قيمة/مبلغ/السرية",
        "records.dictionary-bad-name الحقول/قيمة/مبلغ/الاسم",
        "records.dictionary-bad-alias الحقول/قيمة/مبلغ/الاسم الإنجليزي",
        "records.dictionary-misplaced-key الحقول/قيمة/مبلغ/الخيارات",
        "records.dictionary-half-source الحقول/المستندات",
        "records.dictionary-list-without-fields الحقول/المستندات",
        "records.dictionary-list-in-list الحقول/البنود/الحقول/جدول",
        "settings.not-section الحقول/8",
        "records.dictionary-shared-heading الحقول/رقم الطلَب/الاسم",
        "records.dictionary-unknown-join-field الحقول/البنود/المفتاح",
      ])
  }

  @Test(arguments: [
    ("", "settings.none"),
    ("fields:\n  - name: [", "settings.not-yaml line 3"),
    ("fields: 3", "records.dictionary-fields-not-a-list fields"),
    ("- a", "settings.none"),
    ("{}", "records.dictionary-no-fields"),
    ("fields: []", "records.dictionary-no-fields fields"),
    ("fields: [{name: أ, name: ب, type: text}]", "settings.not-yaml line 1"),
    ("fields: [{name: أ, الاسم: ب, type: text}]", "settings.said-twice fields/أ/الاسم"),
    ("fields: [{name: أ}]", "records.dictionary-no-type fields/أ"),
    (
      "fields: [{name: أ, type: enum, choices: [نعم, نعَم]}]",
      "records.dictionary-shared-spelling fields/أ/choices"
    ),
    ("fields: [{name: أ, type: enum, choices: نعم}]", "records.dictionary-bad-choices fields/أ/choices"),
    ("fields: [{name: أ, type: text, columns: [[]]}]", "settings.not-single fields/أ/columns/1"),
    ("fields:\n- name: أ\n  type: reference\n  form: ####", "records.dictionary-no-form fields/أ/form"),
    ("fields: [{name: أ, type: id, form: '##'}]", "records.dictionary-misplaced-key fields/أ/form"),
    (
      "fields: [{name: أ, type: text, date order: day first}]",
      "records.dictionary-misplaced-key fields/أ/date order"
    ),
    (
      "{date order: year first, fields: [{name: أ, type: date}]}",
      "settings.not-choice date order"
    ),
  ]) func saysWhatIsWrong(yaml: String, expected: String) {
    #expect(read(yaml).1 == [expected])
  }

  @Test func refusesAnEnormousDictionary() {
    let (dictionary, log) = read("fields: [" + String(repeating: " ", count: 1 << 20) + "]")
    #expect(dictionary == nil)
    #expect(log == ["settings.too-long"])
  }

  @Test func asksWhatAMisspeltTypeWas() {
    var log = DiagnosticLog()
    _ = DataDictionary.read(yaml: "fields: [{name: أ, type: refrence}]", file: "f", log: &log)
    #expect(log.diagnostics.first?.hints.first?.english.contains("reference") == true)
  }
}
