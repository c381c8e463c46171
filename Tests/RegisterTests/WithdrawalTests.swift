import Diagnostics
import Foundation
import Register
import Testing
import Values

/// What was prepared and is withdrawn: an act of the ledger without an entry.
@Suite struct WithdrawalTests {
  private func batch(_ office: TemporaryRegister, _ name: String = "letter-1") throws -> RegisteredBatch {
    try office.register.keep(batch: name, template: "letter", plan: "plan of " + name, at: office.now)
    return try #require(try office.register.batch(name))
  }

  private func withdraw(
    _ batch: RegisteredBatch, of count: Int = 1, in office: TemporaryRegister, by: String = "منيرة",
    reason: String = "خطأ في المبلغ"
  ) throws -> [String] {
    office.now.seconds += 60
    var log = DiagnosticLog()
    _ = try office.register.recording(at: office.now, log: &log) {
      try $0.withdraw(batch, of: count, by: by, reason: reason, log: &$1)
    }
    return log.diagnostics.map(\.message.id)
  }

  @Test func aWithdrawalIsALinkOfTheLedgerAndHappensOnce() throws {
    let office = try TemporaryRegister()
    try office.add([.letter()])
    let batch = try batch(office)
    #expect(try office.register.unapprovedBatches() == ["letter-1"])
    #expect(try withdraw(batch, in: office).isEmpty)
    let act = try #require(try office.register.batch("letter-1")?.withdrawal)
    #expect(act.kind == .withdrawal && act.by == "منيرة" && act.reason == "خطأ في المبلغ")
    #expect(act.file == batch.digest && act.position == 2 && act.recordedAt == office.now)
    #expect(try office.register.withdrawals() == [act])
    #expect(try office.register.unapprovedBatches().isEmpty)
    #expect(try withdraw(batch, in: office) == ["register.withdrawn"])
    try office.add([.letter()])
    #expect(try office.register.audit().findings.isEmpty)
    try office.tamper("UPDATE acts SET reason = 'غيره'")
    #expect(try office.register.audit().findings == [.changed(position: 2, reference: nil)])
    try office.tamper("DELETE FROM acts")
    #expect(try office.register.audit().findings == [.missing(position: 2, reference: nil)])
  }

  @Test func whatIsOutIsNotWithdrawnAndARestIs() throws {
    let office = try TemporaryRegister()
    let batch = try batch(office)
    try office.add([.letter([.batch: "letter-1", .member: "a", .plan: batch.digest])])
    #expect(try withdraw(batch, in: office) == ["register.issued-already"])
    #expect(try withdraw(batch, of: 2, in: office).isEmpty)
    #expect(try office.register.letters(issuedAs: batch).map(\.number.number) == [1])
  }

  @Test func nobodyAndNoReasonAreSaidAtOnce() throws {
    let office = try TemporaryRegister()
    #expect(
      try withdraw(try batch(office), in: office, by: "", reason: "") == [
        "register.nobody", "register.withdrawal-needs-reason",
      ])
    #expect(try office.register.withdrawals().isEmpty)
  }
}
