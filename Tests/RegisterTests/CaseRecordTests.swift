import Diagnostics
import Foundation
import Register
import Testing
import Values

/// What a case says stands in the register whole, sealed and proven, or the register says that it doesn't.
@Suite struct CaseRecordTests {
  private static let words = ["{\"details\":\"Zebediah asks\"}", "{\"act\":1}", "{\"act\":2}"]

  /// An office with the entry of a request and an opening and two acts in its case.
  private func office(key: RegisterKey? = nil) throws -> (TemporaryRegister, RegisterNumber) {
    let office = try TemporaryRegister(key: key)
    var draft = EntryDraft.letter([.retentionClass: "case"])
    draft.series = .requests
    let entry = try office.add([.letter(), draft])[1]
    for (place, text) in Self.words.enumerated() { try append(text, to: entry, place: place, in: office) }
    return (office, entry.number)
  }

  private func append(
    _ text: String, to entry: RegisterEntry, place: Int, in office: TemporaryRegister
  ) throws {
    office.now.seconds += 60
    var log = DiagnosticLog()
    let act = RegisterAct(.caseAct, by: "ريم", reason: "submit")
    _ = try office.register.recording(at: office.now, log: &log) { recording, _ in
      try recording.append(Array(text.utf8), as: act, toCaseOf: entry, place: place)
    }
    #expect(log.diagnostics == [])
  }

  private func contents(_ office: TemporaryRegister, _ number: RegisterNumber) throws -> [String]? {
    let entry = try #require(try office.register.entries(named: number.description).first)
    return try office.register.recordedCase(of: entry)?.contents.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [nil, RegisterKey(bytes: Array(0..<32))]) func isReadBackAsItWasWritten(key: RegisterKey?)
    throws
  {
    let (office, number) = try office(key: key)
    #expect(try contents(office, number) == Self.words)
    #expect(try office.register.recordedCases().map(\.entry.number) == [number])
    #expect(try office.register.audit().findings == [])
    let bytes = try Data(contentsOf: URL(filePath: office.path))
    let log = (try? Data(contentsOf: URL(filePath: office.path + "-wal"))) ?? Data()
    #expect((bytes + log).range(of: Data("Zebediah".utf8)) == nil || key == nil)
  }

  @Test func aPlaceIsTakenOnce() throws {
    let (office, number) = try office()
    let entry = try #require(try office.register.entries(named: number.description).first)
    #expect(throws: RegisterError.self) { try append("{}", to: entry, place: 2, in: office) }
    #expect(try contents(office, number) == Self.words)
    #expect(try office.register.audit().findings == [])
  }

  @Test(arguments: [
    "UPDATE case_acts SET content = (SELECT content FROM case_acts WHERE place = 1) WHERE place = 2",
    "UPDATE case_acts SET content = x'00' WHERE place = 2",
  ]) func whatIsChangedIsFound(sql: String) throws {
    let (office, number) = try office()
    try office.tamper(sql)
    #expect(
      try office.register.audit().findings == [
        .particularsChanged(position: 5, reference: number.description)
      ])
    #expect(throws: RegisterError.self) { try contents(office, number) }
  }

  @Test func whatIsLeftOutIsFound() throws {
    let (office, number) = try office()
    try office.tamper("DELETE FROM case_acts WHERE place = 2")
    #expect(
      try office.register.audit().findings == [
        .particularsMissing(position: 5, reference: number.description)
      ])
    #expect(throws: RegisterError.self) { try contents(office, number) }
  }

  @Test func isDestroyedWithItsEntry() throws {
    let (office, number) = try office()
    office.now.seconds += 6 * 366 * 86_400
    var log = DiagnosticLog()
    let rule = RetentionRule(documents: "case", years: 5, basis: "سياسة الحفظ")
    _ = try office.register.recording(at: office.now, log: &log) {
      try $0.destroy(number, rule: rule, by: "منيرة", approver: "سلمان", log: &$1)
    }
    #expect(log.diagnostics == [])
    try office.register.wipe()
    #expect(try contents(office, number) == nil)
    #expect(try office.register.recordedCases() == [])
    #expect(try office.register.audit().findings == [])
    let bytes = try Data(contentsOf: URL(filePath: office.path))
    #expect(bytes.range(of: Data("Zebediah".utf8)) == nil)
  }
}
