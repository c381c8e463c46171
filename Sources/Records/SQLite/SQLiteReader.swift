import Diagnostics
import GRDB
import Values

/// Reads a table, or what a query gives, from an SQLite database that it never changes.
struct SQLiteReader {
  private let file: String
  private let limits: ReadingLimits
  private let queue: DatabaseQueue

  /// Opens a database read-only; `nil` with an error in `log` when it can't be.
  init?(path: String, limits: ReadingLimits, log: inout DiagnosticLog) {
    var configuration = Configuration()
    configuration.readonly = true
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
    } catch {
      log.error(.notADatabase, at: .file(path), hints: [.askForDatabase])
      return nil
    }
    file = path
    self.limits = limits
  }

  /// Whether there is a table or view of that name.
  func hasTable(named name: String) -> Bool { tableNames.contains(name) }

  private var tableNames: [String] { (try? queue.read { try Self.tableNames($0) }) ?? [] }

  /// The table named `name`, or the only one there is; rows are numbered from 1.
  func table(named name: String?) -> SourceTable {
    var table = SourceTable(file: file, sheet: name)
    let names = tableNames
    let chosen = name.map { wanted in names.first { $0 == wanted } } ?? (names.count == 1 ? names.first : nil)
    guard let chosen else {
      let suggestion = name.flatMap { Spelling.suggestion(for: $0, among: names) }.map(
        Diagnostic.Hint.didYouMean)
      table.log.error(
        name.map(Diagnostic.Message.noSuchTable) ?? .whichTable, at: .file(file),
        hints: [suggestion ?? .tables(names)])
      return table
    }
    table.sheet = chosen
    read("SELECT * FROM \(chosen.quotedDatabaseIdentifier)", into: &table)
    return table
  }

  /// The rows that a query gives.
  func table(query: String) -> SourceTable {
    var table = SourceTable(file: file)
    read(query, into: &table)
    return table
  }

  private static func tableNames(_ database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        ORDER BY name
        """)
  }

  private func read(_ sql: String, into table: inout SourceTable) {
    do {
      table = try queue.read { database in
        var table = table
        let rows = try GRDB.Row.fetchCursor(database, sql: sql)
        var cells = 0
        table.headings = try headings(database, sql)
        while let row = try rows.next() {
          cells += row.count
          guard cells <= limits.cells else {
            table.log.error(
              .tooManyCells(limits.cells), at: table.place(row: table.rows.count + 1), hints: [.splitFile])
            break
          }
          table.rows.append(
            SourceTable.Row(number: table.rows.count + 1, cells: row.databaseValues.map(Self.cell)))
        }
        return table
      }
    } catch {
      let reason = (error as? DatabaseError)?.message ?? "\(error)"
      table.log.error(.queryFailed(reason), at: .file(file), hints: [.checkQuery])
    }
  }

  private func headings(_ database: Database, _ sql: String) throws -> [String] {
    try database.makeStatement(sql: sql).columnNames
  }

  private static func cell(_ value: DatabaseValue) -> SourceCell {
    switch value.storage {
    case .null: .empty
    case .int64(let number):
      DecimalNumber(String(number)).map { SourceCell(content: .number($0, paddedTo: 0)) } ?? .empty
    case .double(let number):
      DecimalNumber("\(number)").map { SourceCell(content: .number($0, paddedTo: 0)) }
        ?? SourceCell(content: .failure("\(number)"))
    case .string(let text): SourceCell(content: text.isEmpty ? .empty : .text(text))
    case .blob:
      SourceCell(content: .empty, remarks: [Diagnostic(.error, .binaryValue, hints: [.storeAsText])])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let notADatabase = Diagnostic.Message(
    "records.not-a-database", arabic: "لا يُقرأ الملف قاعدةَ بيانات SQLite",
    english: "The file can't be read as an SQLite database")
  fileprivate static func noSuchTable(_ name: String) -> Diagnostic.Message {
    .init(
      "records.no-such-table", arabic: "ليس في قاعدة البيانات جدول باسم \(Quoting.quote(name))",
      english: "The database has no table named \(Quoting.quote(name))")
  }
  fileprivate static let whichTable = Diagnostic.Message(
    "records.which-table", arabic: "اذكر اسم الجدول المراد من قاعدة البيانات",
    english: "Say which table of the database to read")
  fileprivate static func queryFailed(_ reason: String) -> Diagnostic.Message {
    .init(
      "records.query-failed", arabic: "تعذّر الاستعلام من قاعدة البيانات: \(Quoting.quote(reason))",
      english: "The database refused the query: \(reason)")
  }
  fileprivate static let binaryValue = Diagnostic.Message(
    "records.binary-value", arabic: "القيمة بيانات ثنائية وليست نصاً", english: "The value is binary, not text"
  )
}

extension Diagnostic.Hint {
  fileprivate static let storeAsText = Diagnostic.Hint(
    arabic: "خزّن القيمة نصاً في قاعدة البيانات", english: "Store the value as text in the database")
  fileprivate static let askForDatabase = Diagnostic.Hint(
    arabic: "تأكد من الملف، أو صدّر الجدول بصيغة CSV", english: "Check the file, or export the table as CSV")
  fileprivate static let checkQuery = Diagnostic.Hint(
    arabic: "راجع الاستعلام؛ يُقرأ بـ SELECT وحده ولا تُغيَّر قاعدة البيانات",
    english: "Check the query; only SELECT is allowed, and the database is never changed")
  fileprivate static func tables(_ names: [String]) -> Diagnostic.Hint {
    .init(
      arabic: "جداول قاعدة البيانات: \(Quoting.list(names, separator: "، "))",
      english: "The database's tables: \(Quoting.list(names, separator: ", "))")
  }
}
