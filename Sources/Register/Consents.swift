import GRDB
public import Values

/// What a party has said about being written to by a channel: agreement or its withdrawal (PDPL, article 5).
public struct Consent: Hashable, Sendable {
  /// The channel: `email`, `sms`.
  public var channel: String
  /// Whether the party agrees.
  public var isGiven: Bool
  /// Since when.
  public var at: Moment
  /// Who entered it.
  public var by: String
  /// How it was said, or on what form.
  public var basis: String?

  /// A consent by its parts.
  public init(channel: String, isGiven: Bool, at: Moment, by: String, basis: String? = nil) {
    self.channel = channel
    self.isGiven = isGiven
    self.at = at
    self.by = by
    self.basis = basis
  }
}

extension Recording {
  /// Notes what a letter's record says of a party's consent, unless that is what stands there already.
  public func note(_ consent: Consent, of party: String) throws {
    let key = register.cipher.token(SearchWords.key(party))
    let last = try Bool.fetchOne(
      database,
      sql: "SELECT given FROM consents WHERE party_key = ? AND channel = ? ORDER BY id DESC LIMIT 1",
      arguments: [key, consent.channel])
    if last != consent.isGiven { try Register.insert(consent, of: key, into: database) }
  }
}

extension Register {
  /// Enters what a party says about being written to.
  public func note(_ consent: Consent, of party: String) throws(RegisterError) {
    let key = cipher.token(SearchWords.key(party))
    try writing { try Self.insert(consent, of: key, into: $0) }
  }

  /// All that a party ever said about being written to, oldest first.
  public func consents(of party: String) throws(RegisterError) -> [Consent] {
    let key = cipher.token(SearchWords.key(party))
    return try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM consents WHERE party_key = ? ORDER BY id", arguments: [key]
      ).map { row in
        Consent(
          channel: row["channel"], isGiven: row["given"],
          at: Moment(iso: row["at"] ?? "") ?? Moment(seconds: 0),
          by: row["done_by"], basis: row["basis"])
      }
    }
  }

  /// What the party of an entry said last about a channel; `nil` if it never said anything.
  public func consent(ofEntry position: Int, channel: String) throws(RegisterError) -> Bool? {
    try reading { database in
      try Bool.fetchOne(
        database,
        sql: """
          SELECT given FROM consents
          WHERE party_key = (SELECT party_key FROM particulars WHERE position = ?) AND channel = ?
          ORDER BY id DESC LIMIT 1
          """, arguments: [position, channel])
    }
  }

  fileprivate static func insert(_ consent: Consent, of key: String, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO consents (party_key, channel, given, at, done_by, basis) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [key, consent.channel, consent.isGiven, consent.at.iso, consent.by, consent.basis])
  }
}
