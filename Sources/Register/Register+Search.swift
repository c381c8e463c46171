import GRDB
public import Values

extension Register {
  /// What to look for; a part that isn't given doesn't matter.
  public struct Query: Hashable, Sendable {
    /// Words of the name, capacity or subject, in any spelling; also the party's own number.
    public var words: String?
    /// The series.
    public var series: Series?
    /// The days on which entries were made.
    public var days: ClosedRange<CivilDate>?
    /// The number of the request.
    public var request: String?
    /// The batch.
    public var batch: String?
    /// How many at most, the newest first.
    public var limit = 50

    /// A query of nothing in particular: the newest entries.
    public init() {}
  }

  /// The entries that a query finds, the newest first.
  public func search(_ query: Query) throws(RegisterError) -> [RegisterEntry] {
    var conditions: [String] = []
    var arguments: StatementArguments = []
    if let words = query.words {
      guard let match = SearchWords.query(words, cipher: cipher) else { return [] }
      conditions.append(
        "e.position IN (SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT ?)")
      // What else is asked for may drop some of them.
      arguments += [match, query.isByWordsAlone ? query.limit : -1]
    }
    if let series = query.series {
      conditions.append("e.series = ?")
      arguments += [series.rawValue]
    }
    if let days = query.days {
      conditions.append("e.day BETWEEN ? AND ?")
      arguments += [days.lowerBound.iso, days.upperBound.iso]
    }
    if let request = query.request {
      conditions.append("e.request = ?")
      arguments += [Digits.ascii(request)]
    }
    if let batch = query.batch {
      conditions.append("e.batch = ?")
      arguments += [batch]
    }
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return try reading { database in
      try EntryRow.fetch(
        database, cipher, where: condition, arguments: arguments, order: "e.position DESC", limit: query.limit
      )
    }
  }

  /// The entries that a number or code names: a canonical number, one as printed, a verification code, or the
  /// number on a sender's letter.
  ///
  /// Printed numbers may be those of several series; the newest is first.
  public func entries(named text: String) throws(RegisterError) -> [RegisterEntry] {
    let plain = Digits.ascii(text).filter { !$0.isWhitespace }
    let code = plain.uppercased().filter { $0 != "-" }
    // O, I and L aren't in the alphabet of codes; they are misread digits.
    let spelled = String(code.map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 })
    let canonical = RegisterNumber(plain)?.description ?? plain
    return try reading { database in
      try EntryRow.fetch(
        database, cipher,
        where: """
          e.position IN (
            SELECT position FROM entries WHERE reference = ? UNION SELECT position FROM entries WHERE printed = ?
            UNION SELECT position FROM entries WHERE code = ?
            UNION SELECT position FROM entries WHERE sender_number = ?)
          """,
        arguments: [canonical, plain, spelled, plain], order: "e.position DESC", limit: 50)
    }
  }

  /// All entries of a party, oldest first, by its own number in the office's records.
  public func entries(ofParty party: String) throws(RegisterError) -> [RegisterEntry] {
    let key = cipher.token(SearchWords.key(party))
    return try reading { database in
      try EntryRow.fetch(database, cipher, where: "p.party_key = ?", arguments: [key])
    }
  }

  /// Walks over every entry in the order of the ledger, without keeping them in memory.
  public func walk(_ visit: (RegisterEntry) throws -> Void) throws(RegisterError) {
    try reading { database in try EntryRow.walk(database, cipher, visit) }
  }
}

extension Register.Query {
  fileprivate var isByWordsAlone: Bool { series == nil && days == nil && request == nil && batch == nil }
}
