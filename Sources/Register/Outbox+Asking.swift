import GRDB
public import Values

extension Register {
  /// Whether an item of a channel is due.
  public func isDue(channel: String, at now: Moment) throws(RegisterError) -> Bool {
    try reading { database in
      try Bool.fetchOne(
        database.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM outbox WHERE channel = ? AND state = 'queued' AND due_at <= ?)"),
        arguments: [channel, now.iso]) ?? false
    }
  }

  /// The items of a channel that stand in one of `states`, in the order in which they are due.
  public func outbox(
    channel: String, in states: [OutboxItem.State]
  ) throws(RegisterError) -> [OutboxItem] {
    let marks = states.map { _ in "?" }.joined(separator: ", ")
    return try reading { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM outbox WHERE channel = ? AND state IN (\(marks)) ORDER BY due_at, id",
        arguments: [channel] + StatementArguments(states.map(\.rawValue))
      ).map(item)
    }
  }

  /// One item by its row.
  public func outboxItem(_ id: Int) throws(RegisterError) -> OutboxItem? {
    try reading { database in
      try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM outbox WHERE id = ?"), arguments: [id]
      ).map(item)
    }
  }

  /// The entry at a place of the ledger.
  public func entry(at position: Int) throws(RegisterError) -> RegisterEntry? {
    try reading { database in
      try EntryRow.fetch(database, cipher, where: "e.position = ?", arguments: [position]).first
    }
  }
}

extension OutboxItem {
  /// What a person says of an item that no program can go on with.
  public enum Resolution: Hashable, Sendable {
    /// It went out.
    case sent
    /// It didn't, or is to go out again; to another address where one is given.
    case again(address: String?)
    /// It isn't to be sent.
    case cancelled

    /// The states in which it may be said.
    var states: [OutboxItem.State] {
      switch self {
      case .sent: [.unknown, .failed]
      case .again: [.unknown, .failed, .cancelled]
      case .cancelled: [.queued, .unknown, .failed]
      }
    }

    var state: OutboxItem.State {
      switch self {
      case .sent: .sent
      case .again: .queued
      case .cancelled: .cancelled
      }
    }
  }
}

extension Register {
  /// Does with an item what a person says, if it still stands so that it may be said.
  ///
  /// - Returns: whether it was done.
  public func resolve(
    _ item: OutboxItem, as resolution: OutboxItem.Resolution, by: String, reason: String, at now: Moment
  ) throws(RegisterError) -> Bool {
    try writing { database in
      let state = try String.fetchOne(
        database, sql: "SELECT state FROM outbox WHERE id = ?", arguments: [item.id]
      ).flatMap(OutboxItem.State.init(rawValue:))
      guard let state, resolution.states.contains(state) else { return false }
      // A person's word begins the count of attempts anew.
      try database.execute(
        sql: "UPDATE outbox SET state = ?, attempts = 0, due_at = ?, changed_at = ? WHERE id = ?",
        arguments: [resolution.state.rawValue, now.iso, now.iso, item.id])
      if case .again(let address?) = resolution {
        try database.execute(
          sql: "UPDATE outbox SET address = ? WHERE id = ?",
          arguments: [try cipher.stored(address, "address", row: item.entry), item.id])
      }
      try insert(
        Delivery(
          channel: item.channel, state: resolution.state.rawValue, attempt: item.attempts, at: now, by: by,
          reason: reason), on: item.entry, into: database)
      return true
    }
  }
}

/// What another server's report does in the register.
public enum ReportOutcome: Hashable, Sendable {
  /// The log of deliveries has it now.
  case logged(RegisterEntry)
  /// The log had it from an earlier reading.
  case known
  /// No message of the register's is called so.
  case stranger
}

extension Register {
  /// Enters what another server says of a message in the log of deliveries, once.
  ///
  /// - Parameters:
  ///   - delivery: what it says; its `evidence` tells reports apart.
  ///   - message: the message's own name.
  ///   - state: what the message's place in the outbox becomes, if it changes.
  /// - Returns: whether it was new.
  /// - Throws: `RegisterError` for the database's failures.
  public func log(
    report delivery: Delivery, onMessage message: String, becoming state: OutboxItem.State?
  ) throws(RegisterError) -> ReportOutcome {
    try writing { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM outbox WHERE message = ?", arguments: [message])
      guard let item = row.map(item) else { return .stranger }
      let isKnown = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM deliveries WHERE entry = ? AND evidence = ?)",
        arguments: [item.entry, delivery.evidence])
      if isKnown == true { return .known }
      var delivery = delivery
      delivery.attempt = item.attempts
      try insert(delivery, on: item.entry, into: database)
      // What was sent again or taken back since isn't touched by a late report.
      if let state, [.sent, .unknown, .sending].contains(item.state) {
        try database.execute(
          sql: "UPDATE outbox SET state = ?, changed_at = ? WHERE id = ?",
          arguments: [state.rawValue, delivery.at.iso, item.id])
      }
      let entry = try EntryRow.fetch(database, cipher, where: "e.position = ?", arguments: [item.entry]).first
      return entry.map { .logged($0) } ?? .stranger
    }
  }
}
