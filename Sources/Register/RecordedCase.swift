import Cryptography
import Foundation
import GRDB

/// A member's case as the register keeps it: the entry of its request, and what was done about it, each as the bytes
/// that its owner wrote.
///
/// What they say tells of a person: with a key they are sealed like the names of entries. The ledger holds a digest of
/// each, made with a salt of its own, so that nothing can be changed, left out or tried out afterwards.
public struct RecordedCase: Hashable, Sendable {
  /// The entry in the register of requests.
  public let entry: RegisterEntry
  /// The opening, then the acts in order.
  public let contents: [[UInt8]]
}

extension Recording {
  /// Adds what was done to a case.
  ///
  /// - Parameters:
  ///   - content: what the case's owner wrote of it.
  ///   - act: who did it, and what it is called.
  ///   - entry: the case's entry.
  ///   - place: 0 for the opening, then which act it is.
  /// - Throws: the database's failures; a place that is taken is one.
  public func append(
    _ content: [UInt8], as act: RegisterAct, toCaseOf entry: RegisterEntry, place: Int
  ) throws {
    let salted = CaseContent.salted(content)
    var act = act
    act.file = SHA256Digest(of: salted).description
    let position = try record(act, on: entry.position).position
    try database.cachedStatement(
      sql: "INSERT INTO case_acts (position, entry, place, content) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      position, entry.position, place,
      try register.cipher.stored(salted, CaseContent.column, row: position),
    ])
  }

  /// The case of an entry, as this transaction sees it; `nil` where the entry has none.
  public func recordedCase(of entry: RegisterEntry) throws -> RecordedCase? {
    try CaseContent.fetch(database, register, of: entry)
  }
}

extension Register {
  /// The case of an entry; `nil` where the entry has none.
  public func recordedCase(of entry: RegisterEntry) throws(RegisterError) -> RecordedCase? {
    try reading { database in try CaseContent.fetch(database, self, of: entry) }
  }

  /// All cases, in the order they were opened.
  public func recordedCases() throws(RegisterError) -> [RecordedCase] {
    try reading { database in
      try EntryRow.fetch(
        database, cipher, where: "e.position IN (SELECT DISTINCT entry FROM case_acts)"
      ).compactMap { try CaseContent.fetch(database, self, of: $0) }
    }
  }
}

/// What a case's acts say, as rows of the database.
enum CaseContent {
  /// The name that binds a sealed content to its column.
  static let column = "case act"
  private static let saltLength = 16

  /// The content after a salt of its own.
  static func salted(_ content: [UInt8]) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<saltLength).map { _ in UInt8.random(in: 0...255, using: &generator) } + content
  }

  static func fetch(_ database: Database, _ register: Register, of entry: RegisterEntry) throws
    -> RecordedCase?
  {
    let rows = try Row.fetchAll(
      database, sql: "SELECT position, place, content FROM case_acts WHERE entry = ? ORDER BY place",
      arguments: [entry.position])
    let acts = entry.acts.filter { $0.kind == .caseAct }
    guard entry.particulars != nil, !rows.isEmpty || !acts.isEmpty else { return nil }
    guard rows.map({ $0["position"] as Int }) == acts.map(\.position) else {
      throw RegisterError.damaged(path: register.path, reason: "acts of \(entry.number) are missing")
    }
    let contents = try zip(rows, acts).map { row, act in
      guard isWhole(row, register.cipher, digest: act.file), let salted = salted(row, register.cipher) else {
        throw RegisterError.damaged(path: register.path, reason: "an act of \(entry.number) was changed")
      }
      return Array(salted.dropFirst(saltLength))
    }
    return RecordedCase(entry: entry, contents: contents)
  }

  /// Whether a row's content is what was recorded of it, given the digest in its act.
  static func isWhole(_ row: Row, _ cipher: PersonalCipher, digest: String?) -> Bool {
    salted(row, cipher).map { SHA256Digest(of: $0).description == digest } ?? false
  }

  /// The content of a row with its salt; `nil` where it can't be opened.
  static func salted(_ row: Row, _ cipher: PersonalCipher) -> [UInt8]? {
    let (position, value): (Int, DatabaseValue) = (row["position"], row["content"])
    return cipher.bytes(value, column, row: position)
  }
}
