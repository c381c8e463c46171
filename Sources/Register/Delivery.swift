import GRDB
public import Values

/// A line of the log of deliveries: what became of one attempt.
public struct Delivery: Hashable, Sendable {
  /// The way it went: `email`, `post`, `hand`, `sms`.
  public var channel: String
  /// What became of it: `queued`, `sent`, `retry`, `delivered`, `bounced`, `returned`, `handed-over`, `failed`.
  public var state: String
  /// Which attempt it was, from 1.
  public var attempt: Int
  /// When.
  public var at: Moment
  /// Who or what says so.
  public var by: String?
  /// Why, without personal data: «لم يستدل على العنوان», a server's answer.
  public var reason: String?
  /// The carrier's tracking number.
  public var tracking: String?
  /// Who took it, where it was handed over; `nil` if it can't be read without the key.
  public var receiver: String?
  /// In what capacity: «ابنه», «وكيله»; kept and read as the name is.
  public var capacity: String?
  /// The file that proves it.
  public var evidence: String?

  /// A line by its parts.
  public init(
    channel: String, state: String, attempt: Int = 1, at: Moment, by: String? = nil, reason: String? = nil,
    tracking: String? = nil, receiver: String? = nil, capacity: String? = nil, evidence: String? = nil
  ) {
    self.channel = channel
    self.state = state
    self.attempt = attempt
    self.at = at
    self.by = by
    self.reason = reason
    self.tracking = tracking
    self.receiver = receiver
    self.capacity = capacity
    self.evidence = evidence
  }
}

extension Delivery {
  /// Arabic for a state of the log or of the outbox; any other text as it stands.
  public static func arabic(state: String) -> String { arabicStates[state] ?? state }

  private static let arabicStates = [
    "queued": "ينتظر", "sending": "قيد الإرسال", "sent": "أُرسل", "retry": "يعاد إرساله", "delivered": "وصل",
    "bounced": "رُد", "bounced-hard": "رُد نهائياً",
    "bounced-soft": "رُد مؤقتاً", "delayed": "تأخر", "relayed": "أُحيل إلى خادم آخر", "returned": "أعيد",
    "handed-over": "سُلّم", "failed": "تعذّر", "unknown": "لا يُعلم هل وصل",
    "cancelled": "أُلغي",
  ]
}

extension Register {
  /// The log of an entry's deliveries, oldest first.
  public func deliveries(of entry: RegisterEntry) throws(RegisterError) -> [Delivery] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM deliveries WHERE entry = ? ORDER BY id", arguments: [entry.position]
      ).map { row in
        Delivery(
          channel: row["channel"], state: row["state"], attempt: row["attempt"],
          at: Moment(iso: row["at"] ?? "") ?? Moment(seconds: 0), by: row["done_by"], reason: row["reason"],
          tracking: row["tracking"],
          receiver: cipher.text(row["receiver"], "receiver", row: entry.position),
          capacity: cipher.text(row["capacity"], "capacity", row: entry.position), evidence: row["evidence"])
      }
    }
  }

  func insert(_ delivery: Delivery, on entry: Int, into database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO deliveries (entry, channel, state, attempt, at, done_by, reason, tracking, receiver, capacity,
          evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      entry, delivery.channel, delivery.state, delivery.attempt, delivery.at.iso, delivery.by,
      delivery.reason, delivery.tracking, try cipher.stored(delivery.receiver, "receiver", row: entry),
      try cipher.stored(delivery.capacity, "capacity", row: entry), delivery.evidence,
    ])
  }
}
