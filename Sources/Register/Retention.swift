public import Diagnostics
import GRDB
public import Values

/// How long what tells of a person is kept, for one class of documents.
///
/// Published policies differ, so an office states its own; the number, the hashes and the acts stay for ever.
public struct RetentionRule: Hashable, Sendable {
  /// The class, as templates and entries name it.
  public var documents: String
  /// Whole years of the Gregorian calendar from the day of entry; `nil` for permanent.
  public var years: Int?
  /// The law or policy it rests on.
  public var basis: String

  /// A rule by its parts.
  public init(documents: String, years: Int?, basis: String) {
    self.documents = documents
    self.years = years
    self.basis = basis
  }

  /// The rule that a destruction was carried out by, as its act keeps it: without the years, of which the act keeps the end.
  init?(of act: RegisterAct, on documents: String) {
    guard let reason = act.reason, reason.hasPrefix(documents + ": ") else { return nil }
    self.init(documents: documents, years: nil, basis: String(reason.dropFirst(documents.count + 2)))
  }

  /// What an act of destruction names as its reason.
  var reason: String { "\(documents): \(basis)" }

  /// The first day on which documents entered on `day` may be destroyed.
  public func end(for day: CivilDate) -> CivilDate? { years.map { day.adding(months: 12 * $0) } }
}

extension Register {
  /// The entries whose time has come on `day`, oldest first: the list that is approved before anything is destroyed.
  public func due(by rule: RetentionRule, on day: CivilDate) throws(RegisterError) -> [RegisterEntry] {
    guard let years = rule.years else { return [] }
    // An entry of the last day is due when `end(for:)` is not after `day`; February 29 needs the exact look.
    let last = day.adding(months: -12 * years).adding(days: 1)
    return try reading { database in
      try EntryRow.fetch(
        database, cipher,
        where: "e.retention_class = ? AND e.day <= ? AND p.position IS NOT NULL",
        arguments: [rule.documents, last.iso]
      ).filter { entry in rule.end(for: entry.day).map { $0 <= day } ?? false }
    }
  }
}

extension Recording {
  /// Destroys what tells of a person in an entry: its columns, its words in the index, the addresses in its queue,
  /// what carriers said of it, what its case says.
  ///
  /// The ledger keeps a digest that can't be tried out, because the salt is destroyed too; an audit goes on
  /// proving that the entry is the one that was made.
  ///
  /// - Parameters:
  ///   - number: the entry.
  ///   - rule: the rule by which its time is over.
  ///   - list: the digest of the approved list that it stands on, where there is one.
  ///   - by: who carries it out.
  ///   - approver: who approved it.
  ///   - log: takes what stands against it.
  /// - Returns: the act, which keeps what its record states; `nil` where something stands against it.
  /// - Throws: the database's failures.
  public func destroy(
    _ number: RegisterNumber, rule: RetentionRule, list: String? = nil, by: String, approver: String,
    log: inout DiagnosticLog
  ) throws -> RegisterAct? {
    guard let entry = try entry(number), let particulars = entry.particulars else {
      return try record(
        RegisterAct(.destruction, by: by, approver: approver), on: number, log: &log)
    }
    guard rule.documents == entry[.retentionClass], let end = rule.end(for: entry.day), end <= now.day else {
      log.error(.retentionNotOver(number))
      return nil
    }
    var destruction = RegisterAct(.destruction, by: by, approver: approver, reason: rule.reason)
    (destruction.list, destruction.ended) = (list, end)
    guard let act = try record(destruction, on: number, log: &log) else { return nil }
    try database.execute(
      sql: "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
      arguments: [entry.position, SearchWords.indexed(particulars, cipher: register.cipher)])
    // What the party said about being written to goes with the last entry that names it.
    try database.execute(
      sql: """
        DELETE FROM consents WHERE party_key = (SELECT party_key FROM particulars WHERE position = :position)
          AND NOT EXISTS (SELECT 1 FROM particulars AS p
            WHERE p.party_key = consents.party_key AND p.position <> :position)
        """, arguments: ["position": entry.position])
    try database.execute(sql: "DELETE FROM particulars WHERE position = ?", arguments: [entry.position])
    try database.execute(sql: "UPDATE outbox SET address = NULL WHERE entry = ?", arguments: [entry.position])
    // A carrier's words may repeat an address, and its tracking number leads to a recipient.
    try database.execute(
      sql: """
        UPDATE deliveries SET reason = NULL, tracking = NULL, receiver = NULL, capacity = NULL WHERE entry = ?
        """, arguments: [entry.position])
    try database.execute(sql: "DELETE FROM case_acts WHERE entry = ?", arguments: [entry.position])
    return act
  }
}

extension Register {
  /// Wipes what was destroyed from the file itself: deleted rows otherwise stand on free pages until they are reused.
  public func wipe() throws(RegisterError) {
    do {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "INSERT INTO words (words) VALUES ('optimize')")
        try database.execute(sql: "VACUUM")
        try database.checkpoint(.truncate)
      }
    } catch {
      throw RegisterError(error, path: path)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func retentionNotOver(_ number: RegisterNumber) -> Self {
    Self(
      "register.retention-not-over",
      arabic: "لم تنقضِ مدة حفظ القيد \u{2066}\(number)\u{2069}، أو ليس من هذه الفئة",
      english: "The time for which \(number) is kept isn't over, or it isn't of this class")
  }
}
