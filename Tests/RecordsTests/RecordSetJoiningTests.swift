import Diagnostics
import Testing
import Values

@testable import Records

@Suite struct RecordSetJoiningTests {
  private func recordSet(_ text: String, file: String) -> RecordSet {
    Fixture.records(CSVReader.table(Array(text.utf8), file: file, limits: .standard))
  }

  private var members: RecordSet {
    recordSet(
      """
      رقم العضوية,الاسم,الجوال,الجنس
      0001,سعد,٠٥٠١٢٣٤٥٦٧,ذكر
      0002,,0501234568,ولد
      0003,هند,,
      0003,منى,,
      0004,ريم,,
      """, file: "members.csv")
  }

  @Test func completesEachRequestByItsMember() {
    let requests = recordSet("رقم الطلب,رقم العضوية,الجنس\n1,0001,\n2,0001,أنثى\n", file: "requests.csv")
    let joined = requests.joined(with: members, on: "membership_no")
    let first = joined.records[0].record
    #expect(first.values["الاسم"] == .name("سعد"))
    #expect(first.values["الجنس"] == .gender(.masculine))
    #expect(first.origins["الجوال"] == .cell(file: "members.csv", sheet: nil, row: 2, column: "الجوال"))
    #expect(first.location == .cell(file: "requests.csv", sheet: nil, row: 2, column: nil))
    #expect(joined.usable.count == 2)
    #expect(joined.records[1].record.values["الجنس"] == .gender(.feminine))
    #expect(Fixture.lines(joined.records[1].log) == ["warning records.join-differs 3/الجنس"])
    #expect(
      joined.columns.compactMap(\.field) == [
        "رقم الطلب", "رقم العضوية", "الجنس", "رقم العضوية", "الاسم", "الجوال", "الجنس",
      ])
  }

  @Test func takesTheListsOfTheOtherFileWithThePlacesOfTheirItems() {
    let others = recordSet("رقم العضوية,المستندات\n1,صك؛ عقد\n2,هوية\n", file: "others.csv")
    let own = recordSet("رقم العضوية,المستندات\n1,\n2,صك\n", file: "own.csv")
    let joined = own.joined(with: others, on: "رقم العضوية")
    let places = joined.records.map { read in
      read.record.itemOrigins["المستندات"]?.map { $0["المستند"]?.file }
    }
    #expect(places == [["others.csv", "others.csv"], ["own.csv"]])
  }

  @Test func reportsWhatItCannotBringTogether() {
    let requests = recordSet("رقم الطلب,رقم العضوية\n1,0002\n2,9\n3,\n4,0003\n", file: "requests.csv")
    let joined = requests.joined(with: members, on: "رقم العضوية")
    #expect(
      joined.records.map { Fixture.lines($0.log) } == [
        ["error records.not-gender 3/الجنس", "error records.missing-value 3/الاسم"],
        ["warning records.zeros-probably-lost 3/رقم العضوية", "error records.join-finds-none 3/رقم العضوية"],
        ["error records.join-without-value 4/رقم العضوية"],
        ["error records.join-finds-several 5/رقم العضوية"],
      ])
    #expect(joined.records[3].log.diagnostics.first?.hints.count == 2)
    #expect(joined.unmatched.map { Fixture.text($0.record.values["الاسم"]) } == ["سعد", "هند", "منى", "ريم"])
    #expect(joined.usable.isEmpty)
  }

  @Test func needsTheKeyInBothFiles() {
    let requests = recordSet("رقم الطلب\n1\n", file: "requests.csv")
    #expect(
      requests.joined(with: members, on: "رقم العضوية").log.diagnostics.map(\.message.id) == [
        "records.join-without-column"
      ])
    #expect(requests.joined(with: members, on: "لا شيء").log.hasErrors)
  }
}
