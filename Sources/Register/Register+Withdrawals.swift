public import Diagnostics
import GRDB
import Values

/// Withdrawals as rows of the database: each plan has one at most.
enum WithdrawalRow {
  static func fetch(_ database: Database, of batch: String) throws -> RegisterAct? {
    // Asked for before each letter of a batch.
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT * FROM acts WHERE kind = 'withdrawal' AND related = ?"),
      arguments: [batch]
    ).map(ActRow.act)
  }
}

extension Recording {
  /// The withdrawal of what was prepared under a name, as this transaction sees it.
  public func withdrawal(ofBatch id: String) throws -> RegisterAct? {
    try WithdrawalRow.fetch(database, of: id)
  }

  /// Withdraws what was prepared: nothing is issued under its plan any more, whoever approved it.
  ///
  /// What was issued under it before stays issued.
  ///
  /// - Parameters:
  ///   - batch: the batch, the letter or the act that was prepared.
  ///   - count: how many letters it has.
  ///   - name: who withdraws it.
  ///   - reason: why.
  ///   - log: takes what stands against it.
  /// - Returns: the act; `nil` where nothing is left to withdraw.
  /// - Throws: the database's failures.
  public func withdraw(
    _ batch: RegisteredBatch, of count: Int, by name: String, reason: String, log: inout DiagnosticLog
  ) throws -> RegisterAct? {
    if name.isEmpty { log.error(.nobody) }
    if reason.isEmpty { log.error(.withdrawalNeedsReason) }
    if let earlier = try withdrawal(ofBatch: batch.id) { log.error(.withdrawn(batch.id, earlier)) }
    let issued = try EntryRow.fetch(
      database, register.cipher, where: "e.plan_sha256 = ?1 OR e.batch = ?2",
      arguments: [batch.digest, batch.id], limit: count)
    if issued.count >= max(count, 1), let last = issued.last {
      log.error(.issuedAlready(batch.id, last.number), hints: [.voidIt])
    }
    guard !log.hasErrors else { return nil }
    let act = RegisterAct(.withdrawal, by: name, reason: reason, file: batch.digest, related: batch.id)
    return try record(act, on: nil)
  }
}

extension Register {
  /// All that was withdrawn, in order.
  public func withdrawals() throws(RegisterError) -> [RegisterAct] {
    try reading { database in
      try Row.fetchAll(database, sql: "SELECT * FROM acts WHERE kind = 'withdrawal' ORDER BY position").map(
        ActRow.act)
    }
  }

  /// The letters that were issued under a plan.
  public func letters(issuedAs batch: RegisteredBatch) throws(RegisterError) -> [RegisterEntry] {
    try reading { database in
      try EntryRow.fetch(
        database, cipher, where: "e.plan_sha256 = ?1 OR e.batch = ?2", arguments: [batch.digest, batch.id])
    }
  }
}

extension Diagnostic.Message {
  /// What was prepared under a name was withdrawn, by whom, when and why.
  public static func withdrawn(_ name: String, _ act: RegisterAct) -> Self {
    let reason = act.reason ?? ""
    return Self(
      "register.withdrawn",
      arabic:
        "«\u{2068}\(name)\u{2069}» سحبه «\u{2068}\(act.by)\u{2069}» بتاريخ \u{2066}\(act.day.iso)\u{2069}، والسبب: \u{2068}\(reason)\u{2069}",
      english: "“\(name)” was withdrawn by “\(act.by)” on \(act.day.iso): \(reason)")
  }
  /// Everything that was prepared under a name was issued.
  public static func issuedAlready(_ name: String, _ number: RegisterNumber) -> Self {
    Self(
      "register.issued-already",
      arabic: "صدر «\u{2068}\(name)\u{2069}» من قبل، ورقمه \u{2066}\(number)\u{2069}",
      english: "“\(name)” was issued already, as \(number)")
  }
  fileprivate static let withdrawalNeedsReason = Self(
    "register.withdrawal-needs-reason", arabic: "لا يُسحب شيء إلا بذكر السبب",
    english: "Nothing is withdrawn without a reason")
}

extension Diagnostic.Hint {
  fileprivate static let voidIt = Self(
    arabic: "ما صدر لا يُسحب، بل يُلغى بـ khitab register void",
    english: "What was issued isn't withdrawn but voided, with `khitab register void`")
}
