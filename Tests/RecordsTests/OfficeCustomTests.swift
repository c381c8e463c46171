import Diagnostics
import Testing
import Values

@testable import Records

/// What an office says of its own numbers and dates, and of its calendar, decides how rows are read.
@Suite struct OfficeCustomTests {
  private static let dictionary = DataDictionary(fields: [
    Field(
      name: "رقم الملف", alias: "file_no", type: .reference,
      patterns: [ReferencePattern("م-####"), ReferencePattern("####/#+")]),
    Field(name: "تاريخ الطلب", alias: "date", type: .date, dayMonthOrder: .dayFirst),
    Field(name: "تاريخ القيد", alias: "entered", type: .date, dayMonthOrder: .monthFirst),
    Field(name: "تاريخ القرار", alias: "decided", type: .date),
    Field(
      name: "المستندات", alias: "documents", type: .list,
      fields: [Field(name: "تاريخ الانتهاء", alias: "expiry", type: .date)]),
  ])

  /// The value and the messages of one cell.
  private func cell(_ heading: String, _ text: String, calendar: UmmAlQura = .official) -> (String, [String])
  {
    let table = CSVReader.table(Array("\(heading)\n\(text)\n".utf8), file: "r.csv", limits: .standard)
    let set = RecordReader(dictionary: Self.dictionary, isPartial: true, calendar: calendar).records(
      of: table)
    return (
      Fixture.text(set.records[0].record.values[heading]), set.records[0].log.diagnostics.map(\.message.id)
    )
  }

  @Test(arguments: [
    ("م-1234", "م-1234"), ("م-١٢٣٤", "م-1234"), ("م–1234", "م-1234"), ("1448/7", "1448/7"),
    ("١٤٤٨/١٢٥", "1448/125"), ("م-123", nil), ("1448/", nil), ("7", nil), ("م-12345", nil),
  ])
  func aReferenceHasOneOfTheOfficesForms(typed: String, stored: String?) {
    let (value, messages) = cell("رقم الملف", typed)
    #expect(value == stored ?? "")
    #expect(messages == (stored == nil ? ["values.reference-pattern"] : []))
  }

  @Test(arguments: [
    ("تاريخ الطلب", "5/6/1448", "2026-11-15 = 5/6/1448"),
    ("تاريخ القيد", "5/6/1448", "2026-10-17 = 5/6/1448"),
    ("تاريخ القرار", "5/6/1448", ""), ("تاريخ القرار", "1448/6/5", "2026-11-15 = 1448/6/5"),
    ("تاريخ القيد", "11/23/2026", "2026-11-23"), ("تاريخ الطلب", "11/23/2026", ""),
  ])
  func theDictionarySaysWhichNumberIsTheDay(field: String, typed: String, day: String) {
    let (value, messages) = cell(field, typed)
    #expect(value == day)
    #expect(messages.isEmpty == !day.isEmpty)
  }

  @Test func datesFollowTheCorrectedCalendar() {
    var log = DiagnosticLog()
    let calendar = UmmAlQura.official.applying(overrides: "1448-10 2027-03-10", file: "c", log: &log)
    #expect(log.diagnostics == [])
    #expect(cell("تاريخ الطلب", "1448/10/01").0 == "2027-03-09 = 1448/10/01")
    #expect(cell("تاريخ الطلب", "1448/10/01", calendar: calendar).0 == "2027-03-10 = 1448/10/01")
    #expect(cell("المستندات", "1448/10/01", calendar: calendar).0.contains("2027-03-10"))
  }
}
