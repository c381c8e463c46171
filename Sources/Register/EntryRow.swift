import Foundation
import GRDB
import Values

/// Entries as rows of the database.
enum EntryRow {
  private static let fixed = [
    "position", "series", "year", "number", "reference", "printed", "day", "hijri", "recorded_at",
    "particulars_sha256",
  ]

  private static let insertion: String = {
    let columns = fixed + EntryColumn.allCases.map(\.rawValue)
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO entries (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }()

  private static let insertionOfParticulars: String = {
    let columns = ["position", "salt", "party_key"] + PersonalColumn.allCases.map(\.rawValue)
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO particulars (\(columns.joined(separator: ", "))) VALUES (\(marks))"
  }()

  static func insert(
    _ entry: RegisterEntry, commitment: [UInt8], salt: [UInt8], cipher: PersonalCipher,
    into database: Database
  ) throws {
    let number = entry.number
    var values: [(any DatabaseValueConvertible)?] = [
      entry.position, number.series.rawValue, number.year, number.number, number.description,
      entry.printed, entry.day.iso, entry.hijri?.numeric, entry.recordedAt.iso, Data(commitment),
    ]
    values += EntryColumn.allCases.map { entry.facts[$0] }
    try database.cachedStatement(sql: insertion).execute(arguments: StatementArguments(values))
    try insertParticulars(of: entry, salt: salt, cipher: cipher, into: database)
  }

  private static func insertParticulars(
    of entry: RegisterEntry, salt: [UInt8], cipher: PersonalCipher, into database: Database
  ) throws {
    let particulars = entry.particulars ?? [:]
    var values: [(any DatabaseValueConvertible)?] = [
      entry.position, try cipher.stored(salt, "salt", row: entry.position),
      particulars[.party].map { cipher.token(SearchWords.key($0)) },
    ]
    for column in PersonalColumn.allCases {
      values.append(try cipher.stored(particulars[column], column.rawValue, row: entry.position))
    }
    try database.cachedStatement(sql: insertionOfParticulars).execute(arguments: StatementArguments(values))
    try database.cachedStatement(sql: "INSERT INTO words (rowid, text) VALUES (?, ?)").execute(
      arguments: [entry.position, SearchWords.indexed(particulars, cipher: cipher)])
  }

  private static let selection: String = {
    let personal = PersonalColumn.allCases.map { "p.\($0.rawValue) AS personal_\($0.rawValue)" }
    return """
      SELECT e.*, p.position AS has_particulars, p.salt, \(personal.joined(separator: ", "))
      FROM entries AS e LEFT JOIN particulars AS p ON p.position = e.position
      """
  }()

  /// The entries that a condition picks, with their acts, in the order asked for.
  static func fetch(
    _ database: Database, _ cipher: PersonalCipher, where condition: String,
    arguments: StatementArguments = StatementArguments(), order: String = "e.position", limit: Int? = nil
  ) throws -> [RegisterEntry] {
    // Preparing a statement of so many columns takes longer than running it. A negative limit is none.
    let sql = "\(selection) WHERE \(condition) ORDER BY \(order) LIMIT ?"
    let rows = try Row.fetchAll(
      database.cachedStatement(sql: sql), arguments: arguments + [limit ?? -1])
    return try rows.map { row in
      var entry = try Self.entry(row, cipher)
      entry.acts = try ActRow.fetch(database, on: entry.position)
      return entry
    }
  }

  /// All rows in order of position.
  static func cursor(_ database: Database) throws -> RowCursor {
    try Row.fetchCursor(database, sql: "\(selection) ORDER BY e.position")
  }

  /// Walks over all entries with their acts, in order of position, without keeping them in memory.
  static func walk(
    _ database: Database, _ cipher: PersonalCipher, _ visit: (RegisterEntry) throws -> Void
  ) throws {
    let rows = try cursor(database)
    while let row = try rows.next() {
      var entry = try entry(row, cipher)
      entry.acts = try ActRow.fetch(database, on: entry.position)
      try visit(entry)
    }
  }

  /// The entry of a row of `selection`.
  static func entry(_ row: Row, _ cipher: PersonalCipher) throws -> RegisterEntry {
    let position: Int = row["position"]
    var facts: [EntryColumn: String] = [:]
    for column in EntryColumn.allCases {
      if let value: String = row[column.rawValue] { facts[column] = value }
    }
    var particulars: [PersonalColumn: String]?
    if row.hasColumn("has_particulars"), row["has_particulars"] as Int? != nil {
      var found: [PersonalColumn: String] = [:]
      for column in PersonalColumn.allCases {
        let value: DatabaseValue = row["personal_\(column.rawValue)"]
        if let text = cipher.text(value, column.rawValue, row: position) { found[column] = text }
      }
      particulars = found
    }
    let number = RegisterNumber(
      series: Series(rawValue: row["series"] ?? "") ?? .internal, year: row["year"], number: row["number"])
    return RegisterEntry(
      position: position, number: number, printed: row["printed"], day: day(row["day"]),
      hijri: hijri(row["hijri"]), recordedAt: Moment(iso: row["recorded_at"] ?? "") ?? Moment(seconds: 0),
      facts: facts,
      particulars: particulars)
  }

  private static func hijri(_ text: String?) -> HijriDate? {
    let parts = (text ?? "").split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? HijriDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  static func day(_ text: String) -> CivilDate {
    // Whatever else somebody wrote there is no day that was recorded: the audit names the row.
    CivilDate(iso: text) ?? CivilDate(year: 1970, month: 1, day: 1)
  }
}

/// Acts as rows of the database.
enum ActRow {
  static func insert(_ act: RegisterAct, on entry: Int?, into database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO acts (position, entry, kind, recorded_at, day, done_by, approver, reason, copy, file_sha256,
          related, list, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      act.position, entry, act.kind.rawValue, act.recordedAt.iso, act.day.iso, act.by, act.approver,
      act.reason, act.copy, act.file, act.related, act.list, act.ended?.iso,
    ])
  }

  static func fetch(_ database: Database, on entry: Int) throws -> [RegisterAct] {
    try Row.fetchAll(
      database.cachedStatement(sql: "SELECT * FROM acts WHERE entry = ? ORDER BY position"),
      arguments: [entry]
    ).map(act)
  }

  static func act(_ row: Row) -> RegisterAct {
    var act = RegisterAct(
      RegisterAct.Kind(rawValue: row["kind"] ?? "") ?? .referral, by: row["done_by"],
      approver: row["approver"],
      reason: row["reason"], copy: row["copy"], file: row["file_sha256"], related: row["related"])
    (act.list, act.ended) = (row["list"], (row["ended"] as String?).map(EntryRow.day))
    act.position = row["position"]
    act.day = EntryRow.day(row["day"])
    act.recordedAt = Moment(iso: row["recorded_at"] ?? "") ?? Moment(seconds: 0)
    return act
  }
}
