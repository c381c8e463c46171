import Diagnostics
import Foundation
import Register
import Testing
import Values

/// A register of an earlier version is brought to this one's form with everything in it.
@Suite struct MigrationTests {
  @Test func aRegisterFromBeforeApprovalsWereRecordedGoesOn() throws {
    let temporary = try TemporaryRegister()
    let old = try temporary.add([.letter([.approver: "سلمان"])])[0]
    let act = RegisterAct(.void, by: "منيرة", approver: "سلمان", reason: "خطأ في المبلغ")
    #expect(try temporary.act(act, on: old).diagnostics.isEmpty)
    let before = try #require(try temporary.register.entries(named: old.number.description).first)
    try temporary.tamper("CREATE TABLE kept AS SELECT * FROM acts")
    try temporary.tamper(
      """
      DROP INDEX entries_plan; DROP TABLE acts;
      CREATE TABLE acts (
        position INTEGER PRIMARY KEY REFERENCES ledger (position),
        entry INTEGER NOT NULL REFERENCES entries (position),
        kind TEXT NOT NULL, recorded_at TEXT NOT NULL, day TEXT NOT NULL,
        done_by TEXT NOT NULL, approver TEXT, reason TEXT, copy INTEGER, file_sha256 TEXT, related TEXT
      ) STRICT;
      INSERT INTO acts SELECT position, entry, kind, recorded_at, day, done_by, approver, reason, copy, file_sha256,
        related FROM kept;
      DROP TABLE kept;
      ALTER TABLE entries DROP COLUMN reviewed_at; ALTER TABLE entries DROP COLUMN approved_at;
      ALTER TABLE entries DROP COLUMN plan_sha256;
      DELETE FROM grdb_migrations WHERE identifier IN ('approvals', 'withdrawals');
      """)
    let register = try temporary.another()
    #expect(try register.entries(named: old.number.description) == [before])
    #expect(before.acts.map(\.reason) == ["خطأ في المبلغ"])
    let word = try #require(
      try temporary.add([.letter([.approver: "سلمان", .approvedAt: "2026-11-26T12:30:00Z", .plan: "9f86"])])
        .first)
    #expect(
      try register.entries(named: word.number.description).first?[.approvedAt] == "2026-11-26T12:30:00Z")
    #expect(try register.audit().findings == [])
  }
  /// Several clerks may open an office's register for the first time at the same moment.
  @Test func aNewRegisterIsMadeOnceByAllWhoOpenItAtOnce() async throws {
    let folder = try TemporaryRegister().folder.deletingLastPathComponent()
      .appending(path: "khitab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for round in 0..<12 {
      let path = folder.appending(path: "\(round).db").path
      let registers = try await withThrowingTaskGroup(of: Register.self) { group in
        for _ in 0..<8 { group.addTask { try Register.open(path: path) } }
        return try await group.reduce(into: [Register]()) { $0.append($1) }
      }
      #expect(registers.count == 8)
      #expect(try registers[0].audit().findings == [])
    }
  }
}
