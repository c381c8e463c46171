import Diagnostics
import Testing

@testable import Records

@Suite struct SQLiteReaderTests {
  private func read(sheet: String? = nil, query: String? = nil) throws -> RecordSet {
    try RecordSet.read(
      path: Fixture.path("members.sqlite"), sheet: sheet, query: query, dictionary: Fixture.dictionary,
      isPartial: true)
  }

  @Test func readsATable() throws {
    let set = try read(sheet: "الأعضاء")
    #expect(Fixture.rows(set) == ["0001|سعد|+966501234567|150050", "0002|||", "0003||+966501234567|200"])
    #expect(
      set.records.map { Fixture.lines($0.log) } == [
        ["note records.zeros-restored الأعضاء/1/الجوال"], [], ["error records.binary-value الأعضاء/3/الاسم"],
      ])
  }

  @Test func readsWhatAQueryGives() throws {
    let set = try read(
      query: "SELECT \"الاسم\", upper('1/a') AS request_no FROM \"الأعضاء\" WHERE typeof(\"الاسم\") = 'text'")
    #expect(Fixture.rows(set) == ["سعد|1/A"])
  }

  @Test(
    arguments: [
      (nil, nil, "records.which-table"), ("الاعضاء", nil, "records.no-such-table"),
      (nil, "SELECT", "records.query-failed"), (nil, "DELETE FROM \"الأعضاء\"", "records.query-failed"),
      (nil, "SELECT 1; SELECT 2", "records.query-failed"),
      (nil, "DROP TABLE \"الأعضاء\"", "records.query-failed"),
      (nil, "PRAGMA user_version = 3", "records.query-failed"),
    ] as [(String?, String?, String)]) func refusesWhatItCannotRead(
      sheet: String?, query: String?, id: String
    ) throws
  {
    let before = try Fixture.bytes("members.sqlite")
    #expect(try read(sheet: sheet, query: query).log.diagnostics.map(\.message.id) == [id])
    #expect(try Fixture.bytes("members.sqlite") == before)
  }
}
