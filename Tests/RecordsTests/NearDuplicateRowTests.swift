import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct NearDuplicateRowTests {
  /// The warnings of near duplicates as row and hint's row.
  private func pairs(_ csv: String) -> [String] {
    let set = Fixture.records(CSVReader.table(Array(csv.utf8), file: "r.csv", limits: .standard))
    return set.fullLog.diagnostics.filter { $0.message.id == "records.near-duplicate" }.map { diagnostic in
      "\(diagnostic.severity) \(diagnostic.location?.row ?? 0) \(diagnostic.hints[0].location?.row ?? 0)"
    }
  }

  @Test func warnsOfRowsThatMayBeOfOnePerson() {
    let rows = """
      رقم العضوية,الاسم,رقم الهوية,الجوال
      1,عبد الله بن صالح الغامدي,1000000008,
      2,عبدالله صالح الغامدي,,0501234567
      3,فاطمة علي,,
      4,محمد سالم,1000000016,0501234567
      5,محمد سالم,2000000006,
      6,فاطمه على,,
      7,فاطمة علي,,
      """
    #expect(pairs(rows) == ["warning 3 2", "warning 7 4", "warning 8 4"])
  }

  @Test func saysNothingOfRowsThatAReferenceTiesTogether() {
    let rows = """
      رقم العضوية,الاسم,رقم الطلب
      1,فاطمة علي,101
      1,فاطمة علي,102
      2,فاطمه علي,103
      """
    #expect(pairs(rows) == ["warning 4 2"])
  }

  @Test func aListOfOneNameIsReadInTimeAndEveryRowIsNamed() {
    let rows = "رقم العضوية,الاسم\n" + (1...3000).map { "\($0),سعد علي\n" }.joined()
    #expect(pairs(rows).count == 2999)
  }

  @Test func theMessageNamesNobody() throws {
    let set = Fixture.records(
      CSVReader.table(Array("الاسم\nفاطمة علي\nفاطمة علي\n".utf8), file: "r.csv", limits: .standard))
    let message = try #require(set.fullLog.diagnostics.first { $0.message.id == "records.near-duplicate" })
    #expect(message.message.arabic == "لعل الصفين 2 و3 لشخص واحد: الاسم نفسه")
    #expect(!message.message.english.contains("فاطمة"))
  }
}
