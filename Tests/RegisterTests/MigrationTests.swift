import Foundation
import Register
import Testing
import Values

/// A register of an earlier version is brought to this one's form with everything in it.
@Suite struct MigrationTests {
  @Test func aRegisterFromBeforeApprovalsWereRecordedGoesOn() throws {
    let temporary = try TemporaryRegister()
    let old = try temporary.add([.letter([.approver: "سلمان"])])[0]
    try temporary.tamper(
      """
      ALTER TABLE entries DROP COLUMN reviewed_at; ALTER TABLE entries DROP COLUMN approved_at;
      ALTER TABLE entries DROP COLUMN plan_sha256;
      DELETE FROM grdb_migrations WHERE identifier = 'approvals';
      """)
    let register = try temporary.another()
    #expect(try register.entries(named: old.number.description) == [old])
    let word = try #require(
      try temporary.add([.letter([.approver: "سلمان", .approvedAt: "2026-11-26T12:30:00Z", .plan: "9f86"])])
        .first)
    #expect(
      try register.entries(named: word.number.description).first?[.approvedAt] == "2026-11-26T12:30:00Z")
    #expect(try register.audit().findings == [])
  }
}
