import GRDB
public import Values

/// What somebody says of a letter that goes by post or by hand.
public enum PaperDelivery: String, Hashable, Sendable, CaseIterable {
  /// It was given to the post.
  case sent
  /// The post says that it arrived.
  case delivered
  /// Somebody took it, and signed for it.
  case handedOver = "handed-over"
  /// It came back.
  case returned
  /// It was lost, or couldn't be handed over.
  case failed

  /// What it makes of the letter's place in the queue.
  var state: OutboxItem.State {
    switch self {
    case .sent, .delivered, .handedOver: .sent
    case .returned, .failed: .failed
    }
  }

  /// The places in the queue in which it may be said.
  var before: Set<OutboxItem.State> {
    switch self {
    // What came back may be sent once more.
    case .sent: [.queued, .failed, .unknown]
    case .delivered, .handedOver, .returned, .failed: [.queued, .sent, .failed, .unknown]
    }
  }
}

extension Register {
  /// Enters what became of a letter that goes by post or by hand, if it still stands so that it may be said.
  ///
  /// - Parameters:
  ///   - word: what became of it.
  ///   - item: the letter's place in the queue.
  ///   - delivery: who says so, when and on what ground; its channel, state and attempt are the item's and the word's.
  /// - Returns: whether it was entered.
  /// - Throws: `RegisterError` for the database's failures.
  public func enter(
    _ word: PaperDelivery, of item: OutboxItem, saying delivery: Delivery
  ) throws(RegisterError) -> Bool {
    try writing { database in
      let row = try Row.fetchOne(database, sql: "SELECT * FROM outbox WHERE id = ?", arguments: [item.id])
      guard let now = row.map(self.item), word.before.contains(now.state) else { return false }
      var delivery = delivery
      // Each sending is an attempt; what is said of a letter without one is said of its first.
      delivery.attempt = word == .sent ? now.attempts + 1 : max(now.attempts, 1)
      (delivery.channel, delivery.state) = (now.channel, word.rawValue)
      try database.execute(
        sql: "UPDATE outbox SET state = ?, attempts = ?, changed_at = ? WHERE id = ?",
        arguments: [word.state.rawValue, delivery.attempt, delivery.at.iso, now.id])
      try insert(delivery, on: now.entry, into: database)
      return true
    }
  }
}

/// How far a letter has come on its way, by the last word about it.
public struct DeliveryStand: Hashable, Sendable {
  /// A state of the log of deliveries, or of the queue where the log says nothing yet.
  public var state: String
  /// Since when.
  public var at: Moment
  /// The last tracking number that a carrier gave it.
  public var tracking: String?
}

extension Register {
  /// How far the letters have come on their ways, by their entries' places in the ledger.
  public func deliveryStands() throws(RegisterError) -> [Int: DeliveryStand] {
    try reading { database in try Self.stands(database, where: "TRUE", arguments: []) }
  }

  /// How far an entry's letter has come on its way; `nil` for one that isn't sent anywhere.
  public func deliveryStand(of entry: RegisterEntry) throws(RegisterError) -> DeliveryStand? {
    try reading { database in
      try Self.stands(database, where: "o.entry = ?", arguments: [entry.position])[entry.position]
    }
  }

  /// The last way that was chosen counts, and the last word about it.
  private static func stands(
    _ database: Database, where condition: String, arguments: StatementArguments
  ) throws -> [Int: DeliveryStand] {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT o.entry, coalesce(d.state, o.state) AS state, coalesce(d.at, o.changed_at) AS at,
          (SELECT tracking FROM deliveries WHERE entry = o.entry AND tracking IS NOT NULL ORDER BY id DESC LIMIT 1)
            AS tracking
        FROM outbox AS o LEFT JOIN deliveries AS d ON d.id =
          (SELECT max(id) FROM deliveries WHERE entry = o.entry AND channel = o.channel AND at >= o.changed_at)
        WHERE o.id = (SELECT max(id) FROM outbox WHERE entry = o.entry) AND \(condition)
        """, arguments: arguments)
    var stands: [Int: DeliveryStand] = [:]
    while let row = try rows.next() {
      stands[row["entry"]] = DeliveryStand(
        state: row["state"], at: Moment(iso: row["at"] ?? "") ?? Moment(seconds: 0), tracking: row["tracking"]
      )
    }
    return stands
  }
}
