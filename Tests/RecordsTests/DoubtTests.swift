import Diagnostics
import Testing
import Values

@testable import Records

/// Which fields of a record are in doubt: all those of which reading has said that something is wrong.
@Suite struct DoubtTests {
  private func read(_ text: String, isPartial: Bool = false) -> RecordSet {
    let table = CSVReader.table(Array(text.utf8), file: "r.csv", limits: .standard)
    return RecordReader(dictionary: Fixture.dictionary, isPartial: isPartial).records(of: table)
  }

  @Test(
    "a value that can't be read puts its field in doubt, whatever the type",
    arguments: [
      ("رقم الهوية", "12"), ("الجوال", "050"), ("الجنس", "ولد"), ("تاريخ الميلاد", "1448/13/02"),
      ("المبلغ", "ألف"), ("عدد الأبناء", "كثير"), ("مؤهل", "ربما"),
      ("رقم الهوية", "#N/A"), ("الجوال", "9.66E+11"),
    ]) func unreadableValues(field: String, text: String) throws
  {
    let record = try #require(read("الاسم,\(field)\nسعد,\(text)\n").records.first)
    #expect(record.log.hasErrors)
    #expect(record.record.doubts == [field: .faulty])
    #expect(record.record.values[field] == nil)
  }

  @Test("a good row has no doubts", arguments: ["سعد,أنثى,1448/06/13", "سعد,,", "سعد,-,null", "سعد"])
  func goodRows(row: String) throws {
    let record = try #require(read("الاسم,الجنس,تاريخ الميلاد\n\(row)\n").records.first)
    #expect(!record.log.hasErrors)
    #expect(record.record.doubts == [:])
  }

  @Test("what has to be stated and isn't is in doubt, once it is reported")
  func missingValues() {
    #expect(read("الاسم,الجنس\n,ذكر\n").records.map(\.record.doubts) == [["الاسم": .faulty]])
    #expect(read("الجنس\nذكر\n").records.map(\.record.doubts) == [["الاسم": .faulty]])
    #expect(read("الجنس\nذكر\n", isPartial: true).records.map(\.record.doubts) == [[:]])
  }

  @Test("in a row that has slipped, what seems missing may stand elsewhere")
  func slippedRows() {
    let set = read("الاسم,الجنس,المبلغ\nسعد,,,1500\nهند,,\n")
    #expect(set.records.map(\.record.doubts) == [["الجنس": .open, "المبلغ": .open], [:]])
  }

  @Test("parts of a list's items are in doubt item by item")
  func items() {
    let json =
      #"[{"الاسم":"سعد","المستندات":[{"المستند":"صك"},{"المستند":"هوية","تاريخ الانتهاء":"1448/13/02"},{"تاريخ الانتهاء":"1448/06/13"}]}]"#
    let table = JSONReader.table(Array(json.utf8), file: "r.json", limits: .standard)
    let record = RecordReader(dictionary: Fixture.dictionary, isPartial: false).records(of: table).records[0]
    #expect(record.log.diagnostics.map(\.message.id) == ["values.date-month", "records.missing-part"])
    let list = FieldKey("المستندات")
    let doubts = (0..<3).map { record.record.doubts.ofItem($0, in: list) }
    #expect(doubts == [[:], ["تاريخ الانتهاء": .faulty], ["المستند": .faulty]])
  }

  @Test(
    "what the other file of a join would state is open where its row isn't found, and in doubt as it is there"
  )
  func joins() {
    let members = read("رقم العضوية,الاسم,الجنس\n1,سعد,ولد\n2,هند,\n3,منى,\n3,ريم,\n", isPartial: true)
    let requests = read("رقم الطلب,رقم العضوية,المبلغ\n1,1,ألف\n2,2,5\n3,3,5\n4,9,5\n5,,5\n", isPartial: true)
    let joined = requests.joined(with: members, on: "رقم العضوية")
    #expect(
      joined.records.map(\.record.doubts) == [
        ["المبلغ": .faulty, "الجنس": .faulty], [:], ["الاسم": .open, "الجنس": .open],
        ["الاسم": .open, "الجنس": .open],
        ["رقم العضوية": .open, "الاسم": .open, "الجنس": .open],
      ])
    let apart = requests.joined(with: members, on: "الجوال")
    #expect(apart.records.last?.record.doubts["الاسم"] == .open)
  }

  @Test("what a row states itself counts, though it can't be read")
  func joinedValuesDontCoverDoubts() throws {
    let members = read("رقم العضوية,الاسم,الجنس\n1,سعد,ذكر\n", isPartial: true)
    let requests = read("رقم العضوية,الجنس\n1,ولد\n", isPartial: true)
    let record = try #require(requests.joined(with: members, on: "رقم العضوية").records.first).record
    #expect(record.values["الجنس"] == nil)
    #expect(record.doubts == ["الجنس": .faulty])
  }
}
