import GRDB
public import Values

/// Something that is still to be sent, queued in the transaction that made its entry.
public struct OutboxItem: Hashable, Sendable {
  /// How far it has come.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// It waits for its time.
    case queued
    /// A process is at it; found so after a crash, nobody knows whether it went out.
    case sending
    /// It was handed over.
    case sent
    /// It failed for good.
    case failed
    /// It may have gone out: a person is asked, it isn't sent again.
    case unknown
    /// It is not to be sent: the entry was voided, or a person said so.
    case cancelled
  }

  /// Its row.
  public let id: Int
  /// The entry it belongs to.
  public let entry: Int
  /// The way it goes: `email`, `post`, `hand`, `sms`.
  public let channel: String
  /// Where it goes, where that isn't known from the records; `nil` if it can't be read without the key.
  public let address: String?
  /// The message's own name, the same at every attempt: a server that saw it once knows it again.
  public let message: String
  /// How far it has come.
  public let state: State
  /// How often it was tried.
  public let attempts: Int
  /// When it may be tried next.
  public let due: Moment
}

extension Recording {
  /// Queues an entry's document for a channel.
  public func enqueue(_ entry: RegisterEntry, channel: String, address: String? = nil) throws {
    let message = "\(entry.number).\(channel)".lowercased()
    try database.cachedStatement(
      sql: """
        INSERT INTO outbox (entry, channel, address, message, state, due_at, changed_at)
        VALUES (?, ?, ?, ?, 'queued', ?, ?)
        """
    ).execute(arguments: [
      entry.position, channel, try register.cipher.stored(address, "address", row: entry.position), message,
      now.iso, now.iso,
    ])
  }

  /// Takes back what is queued for an entry and isn't sent yet.
  ///
  /// - Returns: whether nothing of it may have gone out.
  @discardableResult
  public func cancelQueue(of entry: RegisterEntry) throws -> Bool {
    try database.execute(
      sql: "UPDATE outbox SET state = 'cancelled', changed_at = ? WHERE entry = ? AND state = 'queued'",
      arguments: [now.iso, entry.position])
    let others = "SELECT count(*) FROM outbox WHERE entry = ? AND state IN ('sending', 'sent', 'unknown')"
    return try Int.fetchOne(database, sql: others, arguments: [entry.position]) == 0
  }
}

extension Register {
  /// Takes the next item of a channel that is due, so that no other process sends it too.
  ///
  /// It stands as `sending` until `settle(_:as:at:by:reason:retry:)`; found so by another process, see `orphans`.
  public func claim(channel: String, at now: Moment) throws(RegisterError) -> OutboxItem? {
    try writing { database in
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT * FROM outbox WHERE channel = ? AND state = 'queued' AND due_at <= ? ORDER BY due_at, id LIMIT 1
            """), arguments: [channel, now.iso])
      guard let row else { return nil }
      let id: Int = row["id"]
      try database.cachedStatement(
        sql: "UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed_at = ? WHERE id = ?"
      ).execute(arguments: [now.iso, id])
      return try Row.fetchOne(database, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [id]).map(item)
    }
  }

  /// Says what became of an item, in the outbox and the log of deliveries.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - state: what became of it; `queued` means that it is tried again at `retry`.
  ///   - now: the moment.
  ///   - by: who or what says so.
  ///   - reason: the other side's answer, without personal data.
  ///   - retry: when it may be tried again.
  /// - Throws: `RegisterError` for the database's failures.
  public func settle(
    _ item: OutboxItem, as state: OutboxItem.State, at now: Moment, by: String? = nil, reason: String? = nil,
    retry: Moment? = nil
  ) throws(RegisterError) {
    try writing { database in
      try database.execute(
        sql: "UPDATE outbox SET state = ?, due_at = ?, changed_at = ? WHERE id = ?",
        arguments: [state.rawValue, (retry ?? item.due).iso, now.iso, item.id])
      let delivery = Delivery(
        channel: item.channel, state: state == .queued ? "retry" : state.rawValue, attempt: item.attempts,
        at: now, by: by, reason: reason)
      try insert(delivery, on: item.entry, into: database)
    }
  }

  /// Gives back an item of which nothing was sent, for a reason that isn't its own: it waits as before, and the attempt
  /// doesn't count.
  public func release(_ item: OutboxItem, at now: Moment) throws(RegisterError) {
    try writing { database in
      try database.execute(
        sql: """
          UPDATE outbox SET state = 'queued', attempts = attempts - 1, changed_at = ?
          WHERE id = ? AND state = 'sending'
          """, arguments: [now.iso, item.id])
    }
  }

  /// All that is queued, was sent or failed for an entry.
  public func outbox(of entry: RegisterEntry) throws(RegisterError) -> [OutboxItem] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM outbox WHERE entry = ? ORDER BY id", arguments: [entry.position]
      ).map(item)
    }
  }

  /// How many items of a channel stand in each state.
  public func outboxCounts(channel: String? = nil) throws(RegisterError) -> [OutboxItem.State: Int] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT state, count(*) AS n FROM outbox WHERE channel = ? OR ? IS NULL GROUP BY state",
        arguments: [channel, channel])
      return Dictionary(
        rows.compactMap { row in OutboxItem.State(rawValue: row["state"] ?? "").map { ($0, row["n"]) } },
        uniquingKeysWith: { first, _ in first })
    }
  }

  func item(_ row: Row) -> OutboxItem {
    let entry: Int = row["entry"]
    return OutboxItem(
      id: row["id"], entry: entry, channel: row["channel"],
      address: cipher.text(row["address"], "address", row: entry), message: row["message"],
      state: OutboxItem.State(rawValue: row["state"] ?? "") ?? .unknown, attempts: row["attempts"],
      due: Moment(iso: row["due_at"] ?? "") ?? Moment(seconds: 0))
  }
}
