import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@testable import Records

@Suite struct SampleRecordsTests {
  /// The sample dictionary and a sample file read by it.
  private func read(_ name: String) throws -> RecordSet {
    var log = DiagnosticLog()
    let yaml = try String(contentsOf: Repository.file("samples/fields.yaml"), encoding: .utf8)
    let dictionary = try #require(DataDictionary.read(yaml: yaml, file: "fields.yaml", log: &log))
    #expect(log.diagnostics == [])
    return try RecordSet.read(
      path: Repository.file("samples/" + name).path(), dictionary: dictionary, isPartial: true)
  }

  @Test(arguments: ["members.csv", "requests.xlsx"]) func everyColumnOfTheSamplesIsKnown(name: String) throws
  {
    let set = try read(name)
    #expect(set.columns.filter { $0.field == nil } == [])
    #expect(!set.log.hasErrors)
  }

  @Test func mostMembersAreFreeOfMistakesAndSomeAreNot() throws {
    let members = try read("members.csv")
    #expect(members.records.count == 60)
    #expect((1..<20).contains(members.records.count { $0.log.hasErrors }))
  }

  @Test func requestsFindTheirMembersAndDocuments() throws {
    let joined = try read("requests.xlsx").joined(with: read("members.csv"), on: "رقم العضوية")
    #expect(joined.usable.count > 5)
    #expect(joined.usable.allSatisfy { $0.values["الاسم"] != nil })
    #expect(joined.records.contains { $0.record.values["المستندات"] != nil })
  }
}
