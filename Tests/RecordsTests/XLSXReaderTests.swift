import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct XLSXReaderTests {
  private func read(_ name: String, sheet: String? = nil) throws -> RecordSet {
    try RecordSet.read(
      path: Fixture.path(name), sheet: sheet, dictionary: Fixture.dictionary, isPartial: true)
  }

  @Test func readsEveryWayThatExcelStoresAValue() throws {
    let set = try read("types.xlsx")
    #expect(
      Fixture.rows(set) == [
        "00123|نورة بنت سعد|1000000008|+966501234567|2026-11-23 = 1448/06/13هـ|150050|3|true",
        "00124|محمد العتيبي|1000000008|+966501234567|2026-11-23|150050|3|true",
        "125|هند|||2026-11-23|30||false",
        "|||+966501234567||||",
        "|منى||+966501234567|1900-02-28|1200||",
      ])
    #expect(set.log.diagnostics == [])
  }

  @Test func reportsWhatExcelDidToTheValues() throws {
    let lines = try read("types.xlsx").records.flatMap { Fixture.lines($0.log) }.filter {
      !$0.hasPrefix("error values.")
    }
    #expect(
      lines == [
        "note records.zeros-restored الأعضاء/3/رقم العضوية", "note records.zeros-restored الأعضاء/3/الجوال",
        "warning records.repeated-id الأعضاء/3/رقم الهوية",
        "note records.time-dropped الأعضاء/4/تاريخ الميلاد",
        "error records.not-a-whole-number الأعضاء/4/عدد الأبناء",
        "warning records.zeros-probably-lost الأعضاء/4/رقم العضوية",
        "error records.formula-without-value الأعضاء/5/رقم العضوية",
        "error records.formula-without-value الأعضاء/5/الاسم",
        "error records.digits-lost الأعضاء/5/رقم الهوية",
        "error records.bare-serial الأعضاء/5/تاريخ الميلاد",
        "error records.spreadsheet-error الأعضاء/5/عدد الأبناء",
        "error records.not-yes-no الأعضاء/5/مؤهل", "error records.digits-lost الأعضاء/6/رقم العضوية",
        "warning records.date-shown-hijri الأعضاء/6/تاريخ الميلاد",
      ])
  }

  @Test func hintsAtLeadingZerosWhenANumericIdentifierIsTooShort() throws {
    let log = try read("types.xlsx").records[2].log.diagnostics.filter { $0.message.id.hasPrefix("values.") }
    #expect(log.count == 2)
    #expect(log.allSatisfy { $0.hints.contains { $0.english.contains("drops leading zeros") } })
  }

  @Test func readsPercentagesAsTheyAreShown() throws {
    let fields = [
      ("رقم العضوية", FieldType.reference), ("النسبة", .text), ("عدد الأبناء", .integer), ("المبلغ", .money),
    ]
    let set = try RecordSet.read(
      path: Fixture.path("percentages.xlsx"),
      dictionary: DataDictionary(fields: fields.map { Field(name: $0.0, alias: "f", type: $0.1) }))
    let rows = set.records.map { record in fields.map { Fixture.text(record.record.values[$0.0]) } }
    #expect(
      rows == [
        ["1", "15%", "15", "150000"], ["2", "12.5%", "", ""], ["3", "100%", "100", ""], ["4", "50%", "", ""],
      ])
    #expect(
      set.records.flatMap { Fixture.lines($0.log) } == [
        "note records.percentage-read Sheet/2/النسبة", "note records.percentage-read Sheet/2/عدد الأبناء",
        "note records.percentage-read Sheet/3/النسبة", "error records.not-a-whole-number Sheet/3/عدد الأبناء",
        "error records.unexpected-percentage Sheet/3/المبلغ", "note records.percentage-read Sheet/4/النسبة",
        "note records.percentage-read Sheet/4/عدد الأبناء",
      ])
  }

  @Test func countsDaysFromTheWorkbooksEpoch() throws {
    #expect(Fixture.rows(try read("epoch1904.xlsx")) == ["1|سعد|2026-11-23", "2|نورة|1904-01-01"])
  }

  @Test func readsThroughTitlesMergedHeadingsAndHiddenRows() throws {
    let set = try read("layout.xlsx")
    #expect(set.columns.map(\.heading) == ["رقم العضوية", "الاسم", "الجنس", "الجوال", "البريد"])
    #expect(Fixture.rows(set) == ["1|سعد|masculine|", "2|نورة|feminine|", "3|هند||"])
    #expect(
      Fixture.lines(set.log) == [
        "note records.header-row كشف الأعضاء/4", "warning records.unknown-column كشف الأعضاء/4/البريد",
        "warning records.merged-cells كشف الأعضاء/6", "note records.hidden-rows كشف الأعضاء/6",
      ])
  }

  /// As many merges as are read, each as wide as a sheet may be: a moment's work, not the product of both.
  @Test func saysOfAMergedHeadingWhereItBeginsAndEndsHoweverWideItIs() {
    var table = SourceTable(file: "wide.xlsx")
    table.rows = [SourceTable.Row(number: 1, cells: [SourceCell(content: .text("الاسم"))])]
    table.merges = Array(
      repeating: SourceTable.Merge(rows: 1...1, columns: 0...18_277), count: 10_000)
    let header = HeaderRow(of: table, matcher: HeadingMatcher(fields: Fixture.dictionary.fields))
    var log = DiagnosticLog()
    #expect(header?.note(in: &log, table: table) == true)
    #expect(log.diagnostics.count == 10_000)
    #expect(log.diagnostics.first?.message.english.contains("A to ZZZ") == true)
  }

  @Test func readsTheSheetThatIsNamed() throws {
    #expect(
      Fixture.lines(try read("layout.xlsx", sheet: "كشف الاعضاء").log).first
        == "note records.header-row كشف الأعضاء/4")
    let missing = try read("layout.xlsx", sheet: "كشف العضاء").log.diagnostics
    #expect(missing.map(\.message.id) == ["records.no-such-sheet"])
    #expect(missing.first?.hints.first?.english.contains("كشف الأعضاء") == true)
  }

  @Test func readsWhatOtherProgramsWrite() throws {
    let set = try read("odd.xlsx")
    #expect(Fixture.rows(set) == ["1/أ|سعد &|+966501234567|2026-11-23", "7|نورة||"])
    #expect(set.records.map { Fixture.lines($0.log).filter { $0.hasPrefix("error") } } == [[], []])
    #expect(
      set.records.last?.record.location
        == .cell(file: Fixture.path("odd.xlsx"), sheet: "س", row: 9, column: nil))
  }

  @Test func readsSharedStringsWithRichTextButNotTheirPhonetics() throws {
    let set = try read("shared.xlsx")
    #expect(Fixture.rows(set) == ["12|محمد العتيبي", "12|سعد", "12|"])
    #expect(Fixture.lines(set.records[2].log).first == "error records.no-such-shared-string س/4/الاسم")
  }

  @Test func addsTheItemsOfASheetToTheirRecords() throws {
    let set = try read("requests.xlsx")
    #expect(
      set.records.map { Fixture.text($0.record.values["المستندات"]) } == [
        "تاريخ الانتهاء=2027-06-06 = 1449/01/01هـ،المستند=كشف حساب | تاريخ الانتهاء=2027-01-01",
        "المستند=صورة الصك", "", "",
      ])
    #expect(
      set.records[0].record.itemOrigins["المستندات"]?[1]["تاريخ الانتهاء"]
        == .cell(file: Fixture.path("requests.xlsx"), sheet: "المستندات", row: 4, column: "تاريخ الانتهاء"))
    #expect(Fixture.lines(set.records[0].log) == ["error records.missing-part المستندات/4/المستند"])
    #expect(
      Fixture.lines(set.log) == [
        "error records.item-without-key المستندات/6/رقم الطلب",
        "note records.items-without-record المستندات/5",
      ])
  }

  @Test(arguments: [
    ("bomb.xlsx", "records.swelling-workbook"), ("entities.xlsx", "records.broken-workbook"),
    ("deep.xlsx", "records.broken-workbook"), ("malformed.xlsx", "records.broken-workbook"),
    ("far-cell.xlsx", "records.impossible-cell"), ("members.sqlite", "records.not-a-workbook"),
    ("make-fixtures.py", "records.not-a-workbook"),
  ]) func refusesWhatIsNoHonestWorkbook(name: String, id: String) throws {
    var log = DiagnosticLog()
    var reader = XLSXReader(try Fixture.bytes(name), file: name, limits: .standard, log: &log)
    if let table = reader?.table(sheet: nil) { log.append(contentsOf: table.log) }
    #expect(log.diagnostics.map(\.message.id) == [id])
    #expect(log.diagnostics.allSatisfy { !$0.hints.isEmpty || $0.message.id == "records.impossible-cell" })
  }

  @Test func knowsAProtectedOrOldWorkbook() {
    var log = DiagnosticLog()
    let reader = XLSXReader([0xD0, 0xCF, 0x11, 0xE0, 0xA1], file: "a.xlsx", limits: .standard, log: &log)
    #expect(reader == nil)
    #expect(log.diagnostics.map(\.message.id) == ["records.protected-or-old-workbook"])
  }

  @Test func stopsAtTheLimitOfCells() throws {
    var limits = ReadingLimits()
    limits.cells = 10
    var log = DiagnosticLog()
    var reader = XLSXReader(try Fixture.bytes("types.xlsx"), file: "t.xlsx", limits: limits, log: &log)
    let table = reader?.table(sheet: nil)
    #expect(table?.rows.count == 1)
    #expect(table?.log.diagnostics.map(\.message.id) == ["records.too-many-cells"])
  }
}
