import Foundation
import GRDB
import Values

/// The chain of hashes over everything that was recorded.
enum Ledger {
  /// The last link.
  struct Tail {
    var position = 0
    var hash = LedgerDigest.origin
    var recordedAt: Moment?
  }

  static func tail(of database: Database) throws -> Tail {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT position, hash, recorded_at FROM ledger ORDER BY position DESC LIMIT 1"))
    guard let row else { return Tail() }
    let (hash, moment): (Data, String) = (row["hash"], row["recorded_at"])
    return Tail(position: row["position"], hash: [UInt8](hash), recordedAt: Moment(iso: moment))
  }

  /// Adds a link after `tail` and moves `tail` to it.
  static func append(
    kind: String, content: [UInt8], at moment: Moment, to tail: inout Tail, in database: Database
  ) throws {
    let position = tail.position + 1
    let hash = LedgerDigest.link(after: tail.hash, position: position, kind: kind, content: content)
    let statement = try database.cachedStatement(sql: "INSERT INTO ledger VALUES (?, ?, ?, ?, ?)")
    try statement.execute(
      arguments: [position, kind, moment.iso, Data(tail.hash), Data(hash)])
    tail = Tail(position: position, hash: hash, recordedAt: moment)
  }
}
