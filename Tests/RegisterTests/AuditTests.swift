import Diagnostics
import Foundation
import GRDB
import Register
import Testing
import Values

/// What is done to the file by hand, and what the audit calls it.
@Suite struct RegisterAuditTests {
  struct Deed: Sendable, CustomTestStringConvertible {
    var sql: String
    var findings: [Audit.Finding]
    var testDescription: String { sql }
  }

  static let deeds = [
    Deed(
      sql: "UPDATE entries SET printed = '1447/99' WHERE position = 3",
      findings: [.changed(position: 3, reference: "OUT-1447-000003")]),
    Deed(
      sql: "UPDATE entries SET file_sha256 = 'ff' WHERE position = 5",
      findings: [.changed(position: 5, reference: "OUT-1447-000005")]),
    Deed(
      sql: "UPDATE entries SET day = '99999999999999999-01-01' WHERE position = 2",
      findings: [.changed(position: 2, reference: "OUT-1447-000002")]),
    Deed(
      sql: "UPDATE particulars SET name = 'فلان' WHERE position = 2",
      findings: [.particularsChanged(position: 2, reference: "OUT-1447-000002")]),
    Deed(
      sql: "DELETE FROM particulars WHERE position = 2",
      findings: [.particularsMissing(position: 2, reference: "OUT-1447-000002")]),
    Deed(
      sql: "DELETE FROM entries WHERE position = 4",
      findings: [
        .missing(position: 4, reference: nil), .gap(RegisterNumber(series: .outgoing, year: 1447, number: 4)),
      ]),
    Deed(
      sql: "DELETE FROM entries WHERE position = 4; DELETE FROM ledger WHERE position = 4",
      findings: [
        .missing(position: 4, reference: nil), .gap(RegisterNumber(series: .outgoing, year: 1447, number: 4)),
      ]),
    Deed(
      sql: "DELETE FROM ledger WHERE position = 4",
      findings: [.missing(position: 4, reference: "OUT-1447-000004")]),
    Deed(
      sql: """
        UPDATE entries SET position = 99 WHERE position = 2; UPDATE entries SET position = 2 WHERE position = 5;
        UPDATE entries SET position = 5 WHERE position = 99;
        UPDATE particulars SET position = 99 WHERE position = 2;
        UPDATE particulars SET position = 2 WHERE position = 5;
        UPDATE particulars SET position = 5 WHERE position = 99;
        """,
      findings: [
        .swapped(position: 2, reference: "OUT-1447-000005", with: 5),
        .swapped(position: 5, reference: "OUT-1447-000002", with: 2),
      ]),
    Deed(
      sql: """
        UPDATE particulars SET position = 99 WHERE position = 2;
        UPDATE particulars SET position = 2 WHERE position = 5;
        UPDATE particulars SET position = 5 WHERE position = 99;
        """,
      findings: [
        .swapped(position: 2, reference: "OUT-1447-000002", with: 5),
        .swapped(position: 5, reference: "OUT-1447-000005", with: 2),
      ]),
    Deed(
      sql: """
        UPDATE ledger SET position = 99 WHERE position = 2; UPDATE ledger SET position = 2 WHERE position = 5;
        UPDATE ledger SET position = 5 WHERE position = 99;
        """,
      findings: [
        .swapped(position: 2, reference: "OUT-1447-000002", with: 5),
        .swapped(position: 5, reference: "OUT-1447-000005", with: 2),
      ]),
    Deed(
      sql: "UPDATE ledger SET recorded_at = '2020-01-01T00:00:00Z' WHERE position = 3",
      findings: [.changed(position: 3, reference: "OUT-1447-000003")]),
    Deed(
      sql: "UPDATE series SET last = 3",
      findings: [.lastNumber(RegisterNumber(series: .outgoing, year: 1447, number: 6))]),
    Deed(
      sql: "DELETE FROM series",
      findings: [.lastNumber(RegisterNumber(series: .outgoing, year: 1447, number: 6))]),
    Deed(
      sql: "DELETE FROM acts", findings: [.missing(position: 7, reference: nil)]),
    Deed(
      sql: "UPDATE acts SET reason = 'x'", findings: [.changed(position: 7, reference: nil)]),
    Deed(
      sql: """
        INSERT INTO entries (position, series, year, number, reference, printed, day, recorded_at, particulars_sha256)
        VALUES (50, 'outgoing', 1447, 7, 'OUT-1447-000007', '1447/7', '2025-11-26', '2025-11-26T00:00:00Z', x'00')
        """,
      findings: [.unlinked(position: 50, reference: "OUT-1447-000007")]),
  ]

  @Test(arguments: deeds) func namesWhatWasDone(deed: Deed) throws {
    let office = try filled()
    #expect(try office.register.audit().findings.isEmpty)
    try office.tamper(deed.sql)
    let audit = try office.register.audit()
    #expect(audit.findings == deed.findings)
  }

  /// Not all the numbers below the largest there is are named.
  @Test(arguments: [
    "UPDATE series SET last = 9223372036854775807",
    "UPDATE ledger SET position = 9223372036854775807 WHERE position = 7",
  ])
  func aNumberAsLargeAsNumbersAreDoesNotKeepTheAudit(sql: String) throws {
    let office = try filled()
    try office.tamper(sql)
    #expect((10_000...10_010).contains(try office.register.audit().findings.count))
  }

  /// Somebody who makes a link anew, with the right formula, is given away by the next one.
  @Test func aForgedLinkIsFoundByTheOneAfterIt() throws {
    let office = try filled()
    try office.tamper("UPDATE ledger SET hash = randomblob(32) WHERE position = 3")
    #expect(
      try office.register.audit().findings.contains(.changed(position: 3, reference: "OUT-1447-000003")))
  }

  @Test func anEndThatWasCutOffIsFoundByTheLinkThatWasNotedDown() throws {
    let office = try filled()
    let head = try office.register.audit().head
    #expect(Audit.Head(head.description) == head)
    try office.add([.letter()])
    #expect(try office.register.audit(noted: head).findings.isEmpty)
    try office.tamper(
      """
      DELETE FROM acts; DELETE FROM particulars WHERE position > 6; DELETE FROM entries WHERE position > 6;
      DELETE FROM ledger WHERE position > 6; UPDATE series SET last = 6;
      """)
    #expect(try office.register.audit().findings.isEmpty)
    #expect(try office.register.audit(noted: head).findings == [.headDiffers(position: 7)])
  }

  @Test func encryptedParticularsAreProvenToo() throws {
    let office = try filled(key: RegisterKey(bytes: Array(0..<32)))
    #expect(try office.register.audit().findings.isEmpty)
    try office.tamper(
      "UPDATE particulars SET name = (SELECT name FROM particulars WHERE position = 3) WHERE position = 2")
    #expect(
      try office.register.audit().findings == [.particularsChanged(position: 2, reference: "OUT-1447-000002")]
    )
  }

  /// Six letters and the voiding of the last.
  private func filled(key: RegisterKey? = nil) throws -> TemporaryRegister {
    let office = try TemporaryRegister(key: key)
    let entries = try office.add((1...6).map { .letter(to: "عضو رقم \($0)", party: "000\($0)") })
    let log = try office.act(
      RegisterAct(.void, by: "منيرة", approver: "سلمان", reason: "خطأ في المبلغ"), on: entries[5])
    #expect(log.diagnostics.isEmpty)
    return office
  }
}
