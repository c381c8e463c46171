import Diagnostics
import Foundation
import Testing
import Values

@testable import Records

@Suite struct RecordSourceTests {
  private let folder = URL.temporaryDirectory.appending(path: "records-\(UUID().uuidString)")

  /// Reads a file of the given name and text, beside others.
  private func read(
    _ name: String, _ bytes: [UInt8], beside others: [String: String] = [:], sheet: String? = nil,
    query: String? = nil
  ) throws -> RecordSet {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (other, text) in others { try Data(text.utf8).write(to: folder.appending(path: other)) }
    try Data(bytes).write(to: folder.appending(path: name))
    return try RecordSet.read(
      path: folder.appending(path: name).path(), sheet: sheet, query: query, dictionary: Fixture.dictionary,
      isPartial: true)
  }

  private func ids(_ set: RecordSet) -> [String] { set.log.diagnostics.map(\.message.id) }

  @Test(arguments: ["r.csv", "r.TSV", "r.txt"]) func readsTextByItsExtension(name: String) throws {
    let set = try read(name, Array("الاسم,الجوال\nسعد,0501234567\n".utf8))
    #expect(Fixture.rows(set) == ["سعد|+966501234567"])
  }

  @Test func readsAWorkbookUnderAnyName() throws {
    #expect(Fixture.rows(try read("r.csv", Fixture.bytes("shared.xlsx"))).first == "12|محمد العتيبي")
  }

  @Test(arguments: [
    ("r.xlsx", "records.not-a-workbook"), ("r.db", "records.not-a-database"),
    ("r.pdf", "records.unknown-format"),
    ("r", "records.unknown-format"),
  ]) func saysWhatAFileIsnt(name: String, id: String) throws {
    let set = try read(name, Array("الاسم\nسعد\n".utf8))
    #expect(ids(set) == [id])
    #expect(set.usable.isEmpty)
  }

  @Test func saysThatSheetsAndQueriesBelongElsewhere() throws {
    let set = try read("r.csv", Array("الاسم\nسعد\n".utf8), sheet: "س", query: "SELECT 1")
    #expect(ids(set) == ["records.query-needs-database", "records.no-sheets-here"])
  }

  @Test func addsTheItemsOfANeighbouringFile() throws {
    let set = try read(
      "requests.csv", Array("رقم الطلب,الاسم\n٠١,سعد\n2,نورة\n".utf8),
      beside: ["المستندات.csv": "رقم الطلب;المستند\n01;صك\n01;عقد\n002;صك\n"])
    #expect(ids(set) == ["records.delimiter", "records.item-nearly-matches"])
    #expect(
      set.records.map { Fixture.text($0.record.values["المستندات"]) } == ["المستند=صك | المستند=عقد", ""])
  }

  @Test func warnsWhenTheTableOfAListIsMissing() throws {
    #expect(
      ids(try read("requests.csv", Array("رقم الطلب,الاسم\n1,سعد\n".utf8))) == ["records.no-list-table"])
    #expect(ids(try read("members.csv", Array("رقم العضوية,الاسم\n1,سعد\n".utf8))) == [])
  }

  @Test func aTableOfItemsIsReadWholeOrNotAtAll() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let items = folder.appending(path: "المستندات.csv")
    try Data("رقم الطلب,المستند\n1,صك\n1,عقد\n".utf8).write(to: items)
    let requests = folder.appending(path: "requests.csv").path
    try Data("رقم الطلب\n1\n".utf8).write(to: URL(filePath: requests))
    var limits = ReadingLimits()
    limits.fileBytes = 30
    var source = try RecordSource(path: requests, limits: limits)
    let cut = try #require(try source.listTable(named: "المستندات"))
    #expect(cut.log.diagnostics.map(\.message.id) == ["records.file-too-large"] && cut.rows.isEmpty)
    #expect(cut.log.diagnostics.first?.location == .file(items.path))
    #expect(try source.listTable(named: "أخرى") == nil)
    // A folder of that name is there, but isn't a file of items.
    let papers = folder.appending(path: "أوراق.csv").path
    try FileManager.default.createDirectory(atPath: papers, withIntermediateDirectories: true)
    #expect(throws: RecordError.unreadable(path: papers)) {
      try source.listTable(named: "أوراق")
    }
  }

  @Test func throwsWhenTheMachineFails() {
    #expect(throws: RecordError.noSuchFile(path: "/none.csv")) {
      try RecordSet.read(path: "/none.csv", dictionary: Fixture.dictionary)
    }
    #expect(throws: RecordError.unreadable(path: "/tmp")) {
      try RecordSet.read(path: "/tmp", dictionary: Fixture.dictionary)
    }
  }

  @Test func refusesAFileThatIsTooLarge() throws {
    var limits = ReadingLimits()
    limits.fileBytes = 100
    let source = try RecordSource(path: Fixture.path("types.xlsx"), limits: limits)
    #expect(source.log.diagnostics.map(\.message.id) == ["records.file-too-large"])
  }
}
