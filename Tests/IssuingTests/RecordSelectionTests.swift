import Diagnostics
import Issuing
import Records
import Testing
import Values

@Suite struct RecordSelectionTests {
  private static let dictionary = DataDictionary(fields: [
    Field(name: "الاسم", alias: "name", type: .name, sensitivity: .personal),
    Field(name: "رقم العضوية", alias: "membership_no", type: .reference, columns: ["العضوية"]),
    Field(
      name: "القرار", alias: "decision", type: .choice,
      choices: [.init(label: "قبول", spellings: ["accepted"]), .init(label: "اعتذار")]),
    Field(name: "تاريخ الطلب", alias: "request_date", type: .date),
    Field(name: "مبلغ الدعم", alias: "amount", type: .money),
    Field(name: "الجوال", alias: "mobile", type: .mobile),
    Field(name: "عدد الأبناء", alias: "children", type: .integer),
    Field(name: "متقاعد", alias: "retired", type: .boolean),
    Field(name: "الجنس", alias: "gender", type: .gender),
    Field(name: "المرفقات", alias: "enclosures", type: .list),
  ])

  private static let records = RecordSet.read(
    line: Array(
      """
      {"الاسم": "نورة بنت عبدالرحمن آل سدرة", "رقم العضوية": "0002", "القرار": "قبول", "تاريخ الطلب": "1448/05/02هـ",
       "مبلغ الدعم": "2000.50", "الجوال": "0501234567", "عدد الأبناء": "3", "متقاعد": "نعم", "الجنس": "أنثى"}
      """.utf8), number: 1, named: "records.json", dictionary: dictionary, isPartial: true
  ).records

  private func chosen(_ wanted: [(String, String)], log: inout DiagnosticLog) -> [Int]? {
    RecordSelection(wanted.map { (field: $0, value: $1) }, dictionary: Self.dictionary, log: &log)?
      .places(among: Self.records, log: &log)
  }

  /// A field as it may be called, and a value as it may be written, that choose the record above.
  @Test(
    arguments: [
      ("القرار", "قبول"), ("decision", "accepted"), ("القرار ", "قبول"), ("العضوية", "0002"),
      ("رقم العضويه", "٠٠٠٢"), ("الاسم", "نوره عبد الرحمن السدرة"), ("name", "نُورة بنت عبدالرحمن آل سدرة"),
      ("تاريخ الطلب", "1448/05/02"), ("تاريخ الطلب", "2026-10-13"), ("تاريخ الطلب", "٢ جمادى الأولى ١٤٤٨هـ"),
      ("مبلغ الدعم", "2,000.5"), ("amount", "٢٠٠٠٫٥٠ ريال"), ("الجوال", "+966 50 123 4567"),
      ("عدد الأبناء", "٣"), ("متقاعد", "yes"), ("الجنس", "female"),
    ])
  func readsTheValueByTheFieldsType(field: String, value: String) {
    var log = DiagnosticLog()
    #expect(chosen([(field, value)], log: &log) == [0])
    #expect(log.diagnostics.isEmpty)
  }

  /// What can't be asked for, or finds nothing, and what is said of it.
  @Test(
    arguments: [
      ("القرارات", "قبول", "issuing.only-unknown-field"), ("القرار", "قبووول", "records.unknown-choice"),
      ("القرار", "", "issuing.only-without-value"), ("القرار", "اعتذار", "issuing.only-finds-none"),
      ("تاريخ الطلب", "5/6/1448", "values.date-ambiguous"), ("المرفقات", "صك", "issuing.only-list"),
      ("عدد الأبناء", "ثلاثة", "records.not-a-number"), ("الاسم", "نورة", "issuing.only-finds-none"),
    ])
  func saysWhatCannotBeFound(field: String, value: String, id: String) {
    var log = DiagnosticLog()
    #expect((chosen([(field, value)], log: &log) ?? []).isEmpty)
    #expect(log.diagnostics.map(\.message.id) == [id])
    #expect(!log.diagnostics.contains { $0.message.english.contains("نورة") })
  }

  @Test func namesTheFieldThatWasMeant() {
    var log = DiagnosticLog()
    #expect(chosen([("رقم العضوة", "0002")], log: &log) == nil)
    #expect(log.diagnostics.first?.hints.first?.english.contains("رقم العضوية") == true)
  }

  @Test func takesAnyValueOfOneFieldAndAllOfSeveral() {
    var log = DiagnosticLog()
    #expect(chosen([("القرار", "اعتذار"), ("decision", "قبول"), ("الجنس", "أنثى")], log: &log) == [0])
    #expect(log.diagnostics.isEmpty)
    #expect(chosen([("القرار", "قبول"), ("الجنس", "ذكر")], log: &log) == [])
  }

  @Test func leavesOutWhatStatesNothingAndWarnsOfWhatItCannotRead() {
    let set = RecordSet.read(
      line: Array(#"{"القرار": "قبووول", "الجنس": ""}"#.utf8), number: 1, named: "records.json",
      dictionary: Self.dictionary, isPartial: true)
    var log = DiagnosticLog()
    for wanted in [("القرار", "قبول"), ("الجنس", "أنثى")] {
      let selection = RecordSelection([wanted], dictionary: Self.dictionary, log: &log)
      #expect(selection?.places(among: set.records, log: &log) == [])
    }
    #expect(
      log.diagnostics.map(\.message.id) == [
        "issuing.only-unreadable", "issuing.only-finds-none", "issuing.only-finds-none",
      ])
  }
}
