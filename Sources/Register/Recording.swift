import Foundation
import GRDB
public import Values

/// A transaction of the register that is under way: it gives numbers and takes entries.
///
/// It is of use only inside `Register.recording(at:log:_:)`.
public final class Recording {
  /// The register.
  public let register: Register
  /// The moment that everything in the transaction is recorded at.
  public let now: Moment
  let database: Database
  private var tail: Ledger.Tail
  /// The last numbers of series that were asked for: nobody else gives any while the transaction lasts.
  private var lastNumbers: [NumberedYear: Int] = [:]
  /// The series that gave one.
  private var given: Set<NumberedYear> = []

  private struct NumberedYear: Hashable {
    var series: Series
    var year: Int
  }

  /// More than any office records; a larger number was made by somebody else.
  private static let largest = Int(Int32.max)

  init(register: Register, database: Database, now: Moment, tail: Ledger.Tail) throws(RegisterError) {
    guard (0..<Self.largest).contains(tail.position) else {
      throw .damaged(path: register.path, reason: "the ledger's last place is \(tail.position)")
    }
    self.register = register
    self.database = database
    self.now = now
    self.tail = tail
  }

  /// The number that the next entry of a series will get.
  ///
  /// - Parameters:
  ///   - series: the series.
  ///   - offset: how many entries will be recorded in it before.
  /// - Returns: the number; it is taken only when an entry is recorded.
  /// - Throws: the database's failures, and a day beyond the calendar's table.
  public func nextNumber(in series: Series, after offset: Int = 0) throws -> RegisterNumber {
    guard let year = register.numbering.year(of: now.day) else {
      throw RegisterError.failed(path: register.path, reason: "\(now.day.iso) is beyond the calendar's table")
    }
    let numbered = NumberedYear(series: series, year: year)
    let last =
      if let known = lastNumbers[numbered] {
        known
      } else {
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT last FROM series WHERE series = ? AND year = ?"),
          arguments: [series.rawValue, year]) ?? 0
      }
    guard (0..<Self.largest).contains(last) else {
      throw RegisterError.damaged(
        path: register.path, reason: "the last number of \(series.rawValue) \(year) is \(last)")
    }
    lastNumbers[numbered] = last
    return RegisterNumber(series: series, year: year, number: last + 1 + offset)
  }

  /// Makes an entry of `draft` under the next number of its series.
  @discardableResult
  public func record(_ draft: EntryDraft) throws -> RegisterEntry {
    let number = try nextNumber(in: draft.series)
    let entry = RegisterEntry(
      position: tail.position + 1, number: number, printed: register.numbering.printed(number), day: now.day,
      hijri: register.numbering.ummAlQura.hijri(now.day), recordedAt: now,
      facts: draft.facts.filter { !$0.value.isEmpty },
      particulars: draft.particulars.filter { !$0.value.isEmpty })
    let salt = LedgerDigest.newSalt()
    let commitment = LedgerDigest.commitment(to: entry.particulars ?? [:], salt: salt)
    let content = LedgerDigest.content(of: entry, commitment: commitment)
    try Ledger.append(kind: "entry", content: content, at: now, to: &tail, in: database)
    let numbered = NumberedYear(series: number.series, year: number.year)
    lastNumbers[numbered] = number.number
    given.insert(numbered)
    try EntryRow.insert(entry, commitment: commitment, salt: salt, cipher: register.cipher, into: database)
    return entry
  }

  /// Keeps the last numbers of the series that gave any, before the transaction ends.
  func keepLastNumbers() throws {
    for numbered in given.sorted(by: { ($0.series.rawValue, $0.year) < ($1.series.rawValue, $1.year) }) {
      try database.cachedStatement(
        sql: """
          INSERT INTO series VALUES (?, ?, ?) ON CONFLICT (series, year) DO UPDATE SET last = excluded.last
          """
      ).execute(arguments: [numbered.series.rawValue, numbered.year, lastNumbers[numbered]])
    }
  }

  /// Records that `act` happened to the entry at `position`, or to what has no entry.
  @discardableResult
  public func record(_ act: RegisterAct, on position: Int?) throws -> RegisterAct {
    var act = act
    act.position = tail.position + 1
    act.day = now.day
    act.recordedAt = now
    let content = LedgerDigest.content(of: act, on: position)
    try Ledger.append(kind: "act", content: content, at: now, to: &tail, in: database)
    try ActRow.insert(act, on: position, into: database)
    return act
  }

  /// The entry under a number, with its acts, as this transaction sees it.
  public func entry(_ number: RegisterNumber) throws -> RegisterEntry? {
    try EntryRow.fetch(
      database, register.cipher, where: "e.reference = ?", arguments: [number.description]
    ).first
  }

  /// Whether the entry of a member in a batch was made already.
  public func hasEntry(ofMember member: String, inBatch batch: String) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM entries WHERE batch = ? AND member = ?"),
      arguments: [batch, member]) ?? false
  }
}
