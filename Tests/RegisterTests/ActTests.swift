import Diagnostics
import Foundation
import Register
import Testing
import Values

@Suite struct RegisterActTests {
  @Test func aVoidedNumberStaysAndIsNeverGivenAgain() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter()])[0]
    let act = RegisterAct(.void, by: "منيرة", approver: "سلمان", reason: "خطأ في المبلغ")
    #expect(try office.act(act, on: entry).diagnostics.isEmpty)
    let found = try #require(try office.register.entries(named: "1447/1").first)
    #expect(found.state == .void && found.acts.map(\.reason) == ["خطأ في المبلغ"])
    #expect(try office.add([.letter()])[0].number.number == 2)
    #expect(try office.act(act, on: entry).diagnostics.map(\.message.id) == ["register.already-void"])
    #expect(
      try office.act(RegisterAct(.replacement, by: "منيرة"), on: entry).diagnostics.map(\.message.id) == [
        "register.is-void"
      ])
  }

  static let refusals: [(RegisterAct, [String])] = [
    (RegisterAct(.void, by: "منيرة", approver: "سلمان"), ["register.void-needs-reason"]),
    (RegisterAct(.void, by: "منيرة", reason: "خطأ"), ["register.void-needs-reason"]),
    (RegisterAct(.void, by: "", approver: "سلمان", reason: "خطأ"), ["register.nobody"]),
    (RegisterAct(.referral, by: "منيرة"), ["register.not-incoming"]),
    (
      RegisterAct(.reply, by: "منيرة", related: "OUT-1447-000009"),
      ["register.not-incoming", "register.no-reply"]
    ),
    (RegisterAct(.destruction, by: "منيرة"), ["register.destruction-needs-approval"]),
  ]

  @Test(arguments: refusals) func whatMayNotHappenIsSaid(act: RegisterAct, ids: [String]) throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter()])[0]
    #expect(try office.act(act, on: entry).diagnostics.map(\.message.id) == ids)
    #expect(try office.register.entries(named: "1447/1").first?.acts.isEmpty == true)
  }

  @Test func copiesAreCountedByKind() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter()])[0]
    for kind in [RegisterAct.Kind.replacement, .certifiedCopy, .replacement] {
      #expect(try office.act(RegisterAct(kind, by: "منيرة", file: "ab"), on: entry).diagnostics.isEmpty)
    }
    let found = try #require(try office.register.entries(named: "1447/1").first)
    #expect(found.state == .replaced)
    #expect(found.acts.map(\.copy) == [1, 1, 2])
    #expect(try office.register.audit().findings.isEmpty)
  }

  @Test func anIncomingLetterIsReferredAndAnswered() throws {
    let office = try TemporaryRegister()
    let incoming = EntryDraft(
      series: .incoming, facts: [.senderNumber: "44/ق/1447", .enclosureCount: "2", .enclosuresMatch: "no"],
      particulars: [.name: "أمانة المنطقة", .subject: "طلب بيانات"])
    let entries = try office.add([incoming, .letter(to: "أمانة المنطقة")])
    let reply = entries[1].number.description
    #expect(
      try office.act(RegisterAct(.referral, by: "منيرة", reason: "لجنة البحث"), on: entries[0]).diagnostics
        .isEmpty)
    #expect(
      try office.act(RegisterAct(.reply, by: "منيرة", related: reply), on: entries[0]).diagnostics.isEmpty)
    let found = try #require(try office.register.entries(named: "44/ق/1447").first)
    #expect(found.number.description == "IN-1447-000001")
    #expect(found.acts.map(\.kind) == [.referral, .reply] && found.acts[1].related == reply)
  }

  /// What an entry is called as it stands, by its series, and once it is voided.
  @Test(arguments: [
    (Series.outgoing, "صادر"), (.incoming, "وارد"), (.requests, "مقيد"), (.internal, "مقيد"),
  ])
  func anEntryIsCalledByItsSeries(series: Series, name: String) throws {
    let office = try TemporaryRegister()
    var draft = EntryDraft.letter()
    draft.series = series
    let entry = try office.add([draft])[0]
    #expect(RegisterTable(exposure: .masked).cells(of: entry).contains(name) && entry.stateName == name)
    let act = RegisterAct(.void, by: "منيرة", approver: "سلمان", reason: "قُيد مرتين")
    #expect(try office.act(act, on: entry).diagnostics.isEmpty)
    #expect(try office.register.entries(named: entry.number.description).first?.stateName == "ملغى")
  }

  // MARK: Retention

  static let rule = RetentionRule(documents: "beneficiaries", years: 5, basis: "سياسة الاحتفاظ")

  @Test(arguments: [false, true]) func destructionLeavesTheStubAndItsProof(isEncrypted: Bool) throws {
    let office = try TemporaryRegister(key: isEncrypted ? RegisterKey(bytes: Array(0..<32)) : nil)
    let facts: [EntryColumn: String] = [.retentionClass: "beneficiaries", .confidentiality: "confidential"]
    let entry = try office.add([.letter(facts), .letter()])[0]
    #expect(try office.register.due(by: Self.rule, on: office.now.day).isEmpty)
    #expect(try destroy(entry, in: office).diagnostics.map(\.message.id) == ["register.retention-not-over"])
    office.now.seconds += 5 * 366 * 86_400
    #expect(try office.register.due(by: Self.rule, on: office.now.day).map(\.position) == [1])
    #expect(try destroy(entry, in: office).diagnostics.isEmpty)
    try office.register.wipe()

    let stub = try #require(try office.register.entries(named: "OUT-1447-000001").first)
    #expect(stub.particulars == nil && stub.acts.map(\.kind) == [.destruction])
    for exposure in [RegisterTable.Exposure.masked, .whole] {
      let table = RegisterTable(exposure: exposure)
      let shown = Dictionary(uniqueKeysWithValues: zip(table.headings, table.cells(of: stub)))
      #expect(PersonalColumn.allCases.allSatisfy { shown[$0.arabicTitle] == "أُتلف" })
    }
    #expect(try office.register.audit().findings.isEmpty)
    var wanted = Register.Query()
    wanted.words = "نورة"
    #expect(try office.register.search(wanted).map(\.position) == [2])
    #expect(try office.register.entries(ofParty: "0002").map(\.position) == [2])
    #expect(try destroy(entry, in: office).diagnostics.map(\.message.id) == ["register.already-destroyed"])
  }

  @Test func aNameThatWasDestroyedIsGoneFromTheFile() throws {
    let office = try TemporaryRegister()
    let entry = try office.add([.letter(to: "Zebediah Quincy", [.retentionClass: "beneficiaries"])])[0]
    office.now.seconds += 6 * 366 * 86_400
    #expect(try destroy(entry, in: office).diagnostics.isEmpty)
    try office.register.wipe()
    let bytes = try Data(contentsOf: URL(filePath: office.path))
    #expect(bytes.range(of: Data("Zebediah".utf8)) == nil && bytes.range(of: Data("zebediah".utf8)) == nil)
  }

  private func destroy(_ entry: RegisterEntry, in office: TemporaryRegister) throws -> DiagnosticLog {
    office.now.seconds += 60
    var log = DiagnosticLog()
    _ = try office.register.recording(at: office.now, log: &log) {
      try $0.destroy(entry.number, rule: Self.rule, by: "منيرة", approver: "سلمان", log: &$1)
    }
    return log
  }
}
