import Diagnostics
import Testing

@testable import Records

@Suite struct JSONReaderTests {
  private func table(_ text: String, limits: ReadingLimits = .standard) -> SourceTable {
    JSONReader.table(Array(text.utf8), file: "r.json", limits: limits)
  }

  private func parse(_ text: String) -> JSONValue? { try? JSONParser.parse(Array(text.utf8), depthLimit: 4) }

  @Test func readsRecordsWithNumbersListsAndMissingMembers() {
    let set = Fixture.records(
      table(
        """
        {"records": [
          {"رقم العضوية": "0001", "الاسم": "سعد", "الجوال": 501234567, "مؤهل": true,
           "المستندات": [{"المستند": "صك", "تاريخ الانتهاء": "2027-01-01"}, "عقد"]},
          {"الاسم": "نورة", "عدد الأبناء": 3, "المبلغ": 1500.5, "رقم العضوية": null, "رقم الهوية": 1.000000008e9}
        ]}
        """))
    #expect(
      Fixture.rows(set)
        == [
          "0001|سعد|+966501234567|true|المستند=صك،تاريخ الانتهاء=2027-01-01 | المستند=عقد|||",
          "|نورة||||3|150050|1000000008",
        ].map {
          $0.replacing("المستند=صك،تاريخ الانتهاء=2027-01-01", with: "تاريخ الانتهاء=2027-01-01،المستند=صك")
        })
    #expect(set.log.diagnostics == [])
    #expect(
      set.records.map { Fixture.lines($0.log) } == [
        ["note records.zeros-restored 1/الجوال"], ["note records.exponent-restored 2/رقم الهوية"],
      ])
  }

  @Test func takesAnArrayOfRecords() {
    #expect(Fixture.rows(Fixture.records(table("[{\"name\": \"سعد\"}]"))) == ["سعد"])
  }

  @Test func reportsMistakesOfRecordsAndReadsTheRest() {
    let set = Fixture.records(
      table(
        "[{\"الاسم\": \"سعد\", \"الاسم\": \"س\"}, 7, {\"الاسم\": {\"أ\": 1}}, {\"الاسم\": \"نورة\"}, {\"المستندات\": [{\"لون\": 1}]}]"
      ))
    #expect(
      set.records.map { Fixture.lines($0.log) } == [
        ["error records.json-repeated-name 1"], ["error records.json-not-a-record 2"],
        ["error records.unexpected-list 3/الاسم"], [],
        ["warning records.unknown-column 5/المستندات", "error records.missing-part 5/المستندات"],
      ])
    #expect(set.records[3].record.location == .cell(file: "r.json", sheet: nil, row: 4, column: nil))
  }

  @Test func keepsLongNumbersExactly() {
    let table = table("[{\"رقم العضوية\": 12345678901234567890}]")
    #expect(Fixture.rows(Fixture.records(table)) == ["12345678901234567890"])
  }

  @Test(arguments: [
    ("{\"a\": 1}", "records.json-without-records"), ("7", "records.json-without-records"),
    ("[1,]", "records.not-json"), ("", "records.not-json"), ("[]", "records.empty-file"),
    (String(repeating: "[", count: 100), "records.json-past-limit"), ("[\"\u{0}\"]", "records.not-json"),
  ]) func saysWhyAFileHasNoRecords(text: String, id: String) {
    #expect(Fixture.records(table(text)).log.diagnostics.map(\.message.id) == [id])
  }

  @Test func pointsAtTheMistake() {
    let place = table("[\n  {\"الاسم\": سعد}\n]").log.diagnostics.first?.location
    #expect(place == .text(file: "r.json", line: 2, column: 13, phrase: ""))
  }

  @Test func stopsAtTheLimit() {
    var limits = ReadingLimits()
    limits.cells = 2
    let table = table("[{\"a\":1},{\"a\":1},{\"a\":1}]", limits: limits)
    #expect(table.rows.count == 2)
    #expect(table.log.diagnostics.map(\.message.id) == ["records.too-many-cells"])
  }

  @Test func neverLeavesOutTheNamesPastTheLimit() {
    var limits = ReadingLimits()
    limits.columns = 2
    let table = table("[{\"a\":1},{\"a\":1,\"b\":2,\"c\":3},{\"a\":1}]", limits: limits)
    #expect(table.rows.count == 1)
    #expect(table.headings == ["a", "b"])
    #expect(table.log.diagnostics.map(\.message.id) == ["records.json-too-many-names"])
    #expect(table.log.hasErrors)
    limits.columns = 3
    #expect(
      self.table("[{\"a\":1},{\"b\":2,\"c\":3},{\"a\":1}]", limits: limits).log.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("\"\\u0645\\n\\\"\\/\\t\"", JSONValue.string("م\n\"/\t")), ("\"\\uD83D\\uDE00\"", .string("😀")),
    ("\"\\uD83D\\u0041\"", .string("\u{FFFD}A")), ("\"\\uDE00\"", .string("\u{FFFD}")),
    (" -0.5e+3 ", .number("-0.5e+3")),
    (
      "{\"b\":[],\"a\":{}}",
      .object([.init(name: "b", value: .array([])), .init(name: "a", value: .object([]))])
    ),
    ("[true,false,null]", .array([.boolean(true), .boolean(false), .null])),
  ]) func parsesAsRFC8259Says(text: String, expected: JSONValue) {
    #expect(parse(text) == expected)
  }

  @Test(arguments: [
    "01", "1.", ".5", "+1", "1e", "-", "tru", "nul", "\"a", "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"",
    "\"\\uD83D\"x", "{\"a\"}", "{a:1}",
    "[1 2]", "{,}", "[,]", "1 2", "\"\t\"", "[[[[[[1]]]]]]", "NaN", "{\"a\":1,}",
  ]) func refusesWhatIsNotJSON(text: String) {
    #expect(parse(text) == nil)
  }
}
