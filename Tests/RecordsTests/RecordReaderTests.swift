import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct RecordReaderTests {
  static let dictionary = DataDictionary(fields: [
    Field(name: "رقم العضوية", alias: "membership_no", type: .reference, isRequired: true),
    Field(
      name: "الاسم", alias: "name", type: .name, isRequired: true, sensitivity: .personal,
      columns: ["Full name"]),
    Field(name: "رقم الهوية", alias: "national_id", type: .id, sensitivity: .personal),
    Field(name: "الجوال", alias: "mobile", type: .mobile, sensitivity: .personal),
    Field(name: "الجنس", alias: "gender", type: .gender),
    Field(
      name: "الحالة", alias: "status", type: .choice,
      choices: [.init(label: "فعّالة", spellings: ["active"]), .init(label: "موقوفة")]),
    Field(name: "مؤهل", alias: "eligible", type: .boolean),
    Field(name: "عدد الأبناء", alias: "children", type: .integer),
    Field(name: "المبلغ", alias: "amount", type: .money),
    Field(name: "تاريخ الميلاد", alias: "birth_date", type: .date),
    Field(name: "ملاحظات", alias: "notes", type: .paragraph, sensitivity: .secret),
    Field(
      name: "النواقص", alias: "missing", type: .list,
      fields: [Field(name: "المستند", alias: "document", type: .text, isRequired: true)]),
  ])

  private func read(_ text: String, isPartial: Bool = false) -> RecordSet {
    let table = CSVReader.table(Array(text.utf8), file: "r.csv", limits: .standard)
    return RecordReader(dictionary: Self.dictionary, isPartial: isPartial).records(of: table)
  }

  /// Each diagnostic as severity, id, row and column.
  private func lines(_ log: DiagnosticLog) -> [String] {
    log.diagnostics.map { diagnostic in
      guard case .cell(_, _, let row, let column) = diagnostic.location else {
        return "\(diagnostic.severity) \(diagnostic.message.id)"
      }
      return "\(diagnostic.severity) \(diagnostic.message.id) \(row) \(column ?? "")"
    }
  }

  /// What one cell under `heading` gives.
  private func cell(_ heading: String, _ value: String) -> (
    value: Value?, log: [String], diagnostics: [Diagnostic]
  ) {
    let quoted = "\"" + value.replacing("\"", with: "\"\"") + "\""
    let set = read("رقم العضوية,الاسم,\(heading)\n7,سعد,\(quoted)\n")
    let read = set.records[0]
    let log = read.log.diagnostics.map { "\($0.severity) \($0.message.id)" }
    return (read.record.values[heading], log, read.log.diagnostics)
  }

  @Test func readsARecordWithTheOriginOfEachValue() {
    let set = read("رقم العضوية,الاسم,الجوال\n\n1448/ع/125,نورة بنت عبد الله,٠٥٠١٢٣٤٥٦٧\n")
    #expect(set.fullLog.diagnostics == [])
    let record = set.records.first?.record
    #expect(
      record?.values == [
        "رقم العضوية": .identifier(Identifier(.reference, stored: "1448/ع/125")),
        "الاسم": .name("نورة بنت عبد الله"),
        "الجوال": .identifier(Identifier(.mobile, stored: "+966501234567")),
      ])
    #expect(record?.origins["الجوال"] == .cell(file: "r.csv", sheet: nil, row: 3, column: "الجوال"))
    #expect(record?.location == .cell(file: "r.csv", sheet: nil, row: 3, column: nil))
    #expect(set.usable.count == 1)
  }

  @Test func knowsHeadingsInAnySpellingAndSaysSo() {
    let set = read("membership_no,FULL_NAME,رقم الهويه,الحـالة,مؤهــل؟\n7,سعد,,,\n")
    #expect(set.columns.map(\.field) == ["رقم العضوية", "الاسم", "رقم الهوية", "الحالة", "مؤهل"])
    #expect(
      lines(set.log) == [
        "note records.heading-read-as 1 FULL_NAME", "note records.heading-read-as 1 رقم الهويه",
        "note records.heading-read-as 1 الحـالة", "note records.heading-read-as 1 مؤهــل؟",
      ])
  }

  @Test func reportsHeadingsItCannotUse() {
    let set = read("رقم العضوية,اسم,الجنص,الجوال,جوال,الجوال,,لون\n7,سعد,,,,,س,\n")
    #expect(
      lines(set.log) == [
        "warning records.unknown-column 1 اسم", "warning records.unknown-column 1 الجنص",
        "warning records.unknown-column 1 جوال", "error records.repeated-column 1 الجوال",
        "warning records.column-without-heading 1 G", "warning records.unknown-column 1 لون",
        "error records.missing-column 1 ",
      ])
    let hints = set.log.diagnostics.map { $0.hints.first?.arabic ?? "" }
    #expect(hints[1] == "هل تقصد «\u{2068}الجنس\u{2069}»؟")
    #expect(set.usable.isEmpty)
    // The column is missing once: no row repeats it.
    #expect(set.records[0].log.diagnostics == [])
  }

  @Test func findsTheHeadingsBelowATitle() {
    let set = read("كشف الأعضاء,,\n,,\nرقم العضوية,الاسم,الجوال\n7,سعد,\n")
    #expect(lines(set.log) == ["note records.header-row 3 "])
    #expect(set.records.map { $0.record.location } == [.cell(file: "r.csv", sheet: nil, row: 4, column: nil)])
  }

  @Test(arguments: [
    ("س,ص\n1,2\n", "error records.no-known-heading 1 "),
    ("", "error records.empty-file"),
    ("\n\n", "error records.empty-file"),
    ("رقم العضوية,الاسم\n", "warning records.no-records"),
  ]) func saysWhyAFileHasNoRecords(text: String, expected: String) {
    let set = read(text)
    #expect(lines(set.log) == [expected])
    #expect(set.records.isEmpty)
  }

  @Test func reportsEveryMistakeOfEveryRowAndReadsTheRest() {
    let set = read(
      """
      رقم العضوية,الاسم,رقم الهوية,الجوال,الجنس,المبلغ,تاريخ الميلاد
      1,سعد,12,050,ولد,1.500,30/06/1448
      2,,1000000008,0501234567,ذكر,1500,13/6/1448
      3,نورة,1000000008,0501234568,أنثى,١٬٥٠٠٫٥٠,2026-11-23
      4,هند,#N/A,9.66E+11,f,,,زائد
      "5,خالد
      6,منى
      """)
    #expect(set.log.diagnostics == [])
    #expect(set.records.map(\.log.hasErrors) == [true, true, false, true, true, false])
    let errors = set.records.flatMap { read in
      lines(read.log).filter { !$0.hasPrefix("note") && !$0.contains(" values.") }
    }
    #expect(
      errors == [
        "error records.not-gender 2 الجنس", "error records.missing-value 3 الاسم",
        "warning records.repeated-id 4 رقم الهوية", "error records.row-too-long 5 ",
        "error records.spreadsheet-error 5 رقم الهوية", "error records.digits-lost 5 الجوال",
        "error records.unclosed-quote 6 ", "warning records.row-too-short 6 ",
        "warning records.row-too-short 7 ",
      ])
    // Three values of the first row are refused by their own readers.
    #expect(lines(set.records[0].log).count { $0.hasPrefix("error values.") } == 4)
    #expect(set.usable.map { $0.values["الاسم"] } == [.name("نورة"), .name("منى")])
  }

  @Test func namesBothRowsOfARepeatedID() {
    let set = read("رقم العضوية,الاسم,رقم الهوية\n1,سعد,1000000008\n2,نورة,١٠٠٠٠٠٠٠٠٨\n")
    let warning = set.records[1].log.diagnostics.first { $0.message.id == "records.repeated-id" }
    #expect(warning?.message.english.contains("Rows 2 and 3") == true)
    #expect(warning?.hints.first?.location == .cell(file: "r.csv", sheet: nil, row: 2, column: "رقم الهوية"))
  }

  @Test func leavesRequiredFieldsToTheOtherFileOfAJoin() {
    let set = read("رقم العضوية,الجوال\n7,\n", isPartial: true)
    #expect(set.fullLog.diagnostics == [])
  }

  @Test(
    arguments: [
      ("الجنس", "أنثى", Value.gender(.feminine)), ("الجنس", "Male", .gender(.masculine)),
      ("الجنس", "امرأة", .gender(.feminine)), ("الجنس", "م", nil),
      ("الحالة", "فعّالة", .choice("فعّالة")), ("الحالة", "فعالة", .choice("فعّالة")),
      ("الحالة", "Active", .choice("فعّالة")), ("الحالة", "موقوفه", .choice("موقوفة")),
      ("الحالة", "منتهية", nil),
      ("مؤهل", "نعم", .boolean(true)), ("مؤهل", "لا", .boolean(false)), ("مؤهل", "☑", .boolean(true)),
      ("مؤهل", "YES", .boolean(true)), ("مؤهل", "ربما", nil),
      ("المبلغ", "1,000,000,000,000", .money(Money(minorUnits: 100_000_000_000_000))),
      ("عدد الأبناء", "٣", .integer(3)), ("عدد الأبناء", "1,234", .integer(1234)),
      ("عدد الأبناء", "3.0", .integer(3)), ("عدد الأبناء", "١٬٢٣٤", .integer(1234)),
      ("عدد الأبناء", "-1,234,567.00", .integer(-1_234_567)), ("عدد الأبناء", "٣٫٠", .integer(3)),
      ("عدد الأبناء", "1٬5", nil), ("عدد الأبناء", "1234,567", nil), ("عدد الأبناء", "0,500", nil),
      ("عدد الأبناء", "1.000", nil), ("عدد الأبناء", "1,5", nil),
      ("عدد الأبناء", "۴", .integer(4)), ("عدد الأبناء", "-2", .integer(-2)), ("عدد الأبناء", "2.5", nil),
      ("عدد الأبناء", "ثلاثة", nil), ("عدد الأبناء", "9999999999999999999", nil),
      ("رقم الهوية", "1.000000008E+09", .identifier(Identifier(.nationalID, stored: "1000000008"))),
      ("رقم الهوية", "1000000008.0", .identifier(Identifier(.nationalID, stored: "1000000008"))),
      ("رقم الهوية", "1E+09", nil),
      ("المبلغ", "١٬٥٠٠٫٥٠", .money(Money(minorUnits: 150_050))),
      ("ملاحظات", "سطر\n\nثانٍ", .paragraph("سطر\n\nثانٍ")),
      ("ملاحظات", "—", nil), ("ملاحظات", "NULL", nil), ("ملاحظات", "  ", nil),
      (
        "النواقص", "صورة الهوية؛ كشف حساب\n- صك",
        .list([
          ["المستند": .text("صورة الهوية")], ["المستند": .text("كشف حساب")], ["المستند": .text("صك")],
        ])
      ),
    ] as [(String, String, Value?)]) func readsByType(heading: String, text: String, expected: Value?)
  {
    #expect(cell(heading, text).value == expected)
  }

  /// A body in the column of genders is shown where it belongs.
  @Test func aBodyIsNoGender() {
    let hints = ["جهة", "كلام"].map { cell("الجنس", $0).diagnostics.first?.hints.first?.arabic ?? "" }
    #expect(hints[0].contains("صفة المخاطب") && hints[1].contains("ذكر"), "\(hints)")
  }

  @Test(arguments: [
    ("الجنس", "م", ["error records.not-gender"]),
    ("عدد الأبناء", "1.000", ["error records.not-a-number"]),
    ("عدد الأبناء", "2.125", ["error records.not-a-whole-number"]),
    ("الحالة", "Active", ["note records.choice-read-as"]), ("الحالة", "active", []),
    ("الحالة", "منتهية", ["error records.unknown-choice"]),
    ("مؤهل", "ربما", ["error records.not-yes-no"]),
    ("عدد الأبناء", "2.5", ["error records.not-a-whole-number"]),
    ("عدد الأبناء", "ثلاثة", ["error records.not-a-number"]),
    ("عدد الأبناء", "9999999999999999999", ["error records.number-too-large"]),
    ("عدد الأبناء", "9.6E+11", ["error records.digits-lost"]),
    ("رقم الهوية", "1.000000008E+09", ["note records.exponent-restored"]),
    ("رقم الهوية", "1E+09", ["error records.digits-lost"]),
    ("ملاحظات", "—", ["note records.read-as-empty"]),
    ("المبلغ", "999,999,999,999.99", []),
    ("المبلغ", "1,000,000,000,000", ["warning records.amount-very-large"]),
    ("ملاحظات", "#REF!", ["error records.spreadsheet-error"]),
    ("ملاحظات", "####", ["error records.spreadsheet-error"]),
    ("ملاحظات", "شكراً 🌹", ["note values.cleaned-emoji", "note values.cleaned-blanks"]),
    ("النواقص", "صك؛ ؛", []),
  ]) func saysWhatItPutRightOrRefused(heading: String, text: String, expected: [String]) {
    #expect(cell(heading, text).log == expected)
  }

  @Test(
    arguments: [
      ("جمع", PersonKind.masculinePlural), ("جمع مذكر", .masculinePlural), ("جمع مؤنث", .femininePlural),
      ("مثنى", .dual), ("plural", .masculinePlural), ("مؤسسة", .organisation), ("جموع", nil),
    ] as [(String, PersonKind?)]) func knowsWhomALetterSpeaksTo(text: String, kind: PersonKind?)
  {
    #expect(GenderWords.kind(text) == kind)
  }

  @Test func cleansPastedMarksAndReportsIt() {
    let found = cell("ملاحظات", "\u{202B}تم\u{00A0}الاستلام\u{202C}")
    #expect(found.value == .paragraph("تم الاستلام"))
    #expect(found.log == ["note values.cleaned-direction-marks", "note values.cleaned-blanks"])
  }

  @Test func neverShowsAPersonalValueWhole() {
    let dictionary = DataDictionary(fields: [
      Field(name: "ر", alias: "r", type: .integer, sensitivity: .personal),
      Field(name: "س", alias: "s", type: .integer, sensitivity: .secret),
      Field(name: "ع", alias: "o", type: .integer),
    ])
    let table = CSVReader.table(
      Array("ر,س,ع\nالعتيبي 1234,سر 1234,شيء\n".utf8), file: "r.csv", limits: .standard)
    let set = RecordReader(dictionary: dictionary, isPartial: false).records(of: table)
    let texts = set.records[0].log.diagnostics.map(\.message.english)
    #expect(
      texts == [
        "«\u{2068}••• 1234\u{2069}» isn't a number", "«\u{2068}•••\u{2069}» isn't a number",
        "«\u{2068}شيء\u{2069}» isn't a number",
      ])
  }

  @Test func suspectsANumberShorterThanItsColumn() {
    let set = read("رقم العضوية,الاسم\n00123,سعد\n00124,نورة\n125,هند\n1448/5,منى\n")
    #expect(
      set.records.map { lines($0.log) } == [
        [], [], ["warning records.zeros-probably-lost 4 رقم العضوية"], [],
      ])
  }

  @Test func marksWhereEachPartOfAListStands() {
    let set = read("رقم العضوية,الاسم,النواقص\n7,سعد,صك؛ عقد\n")
    #expect(
      set.records[0].record.itemOrigins["النواقص"]?[1]["المستند"]
        == .cell(file: "r.csv", sheet: nil, row: 2, column: "النواقص"))
  }

  /// One person, like nothing at all, leaves it to the gender whom the letter speaks to.
  @Test(arguments: [
    ("شخص", false, "", []), ("فرد", false, "", []), ("Person", false, "", []),
    ("جهة", false, "organisation", []),
    ("شخصان", false, "", ["records.not-person-kind"]), ("شخص", true, "", ["records.not-person-kind"]),
  ])
  func aPersonOfEitherGenderIsNoMistake(text: String, isRequired: Bool, kind: String, ids: [String]) {
    let field = Field(name: "شخص أو جهة", alias: "kind", type: .personKind, isRequired: isRequired)
    let reading = CellReader(field: field, calendar: .official).read(SourceCell(content: .text(text)))
    #expect(Fixture.text(reading.value) == kind)
    #expect(reading.diagnostics.map(\.message.id) == ids)
    let hints = reading.diagnostics.flatMap(\.hints).map(\.arabic)
    #expect(hints.allSatisfy { $0.contains("شخص") != isRequired })
  }
}
