public import Values

extension RecordSet {
  /// Reads a file of records: Excel (`xlsx`), CSV (`csv`, `tsv`, `txt`), JSON or SQLite (`sqlite`, `db`).
  ///
  /// All that is wrong with the file or its rows is in the logs; a bad row never stops the others.
  /// - Parameters:
  ///   - path: the file, named in messages as it is given here.
  ///   - sheet: the sheet of a workbook or the table of a database; without it the first or only one.
  ///   - query: an SQL query to read a database with, instead of a table.
  ///   - dictionary: the fields that columns may fill.
  ///   - calendar: the calendar of Hijri dates, with the office's corrections.
  ///   - isPartial: whether `joined(with:on:)` completes the records, so that required fields may be missing.
  /// - Returns: the records with their logs.
  /// - Throws: `RecordError` when the file can't be read at all.
  public static func read(
    path: String, sheet: String? = nil, query: String? = nil, dictionary: DataDictionary,
    calendar: UmmAlQura = .official, isPartial: Bool = false
  ) throws(RecordError) -> RecordSet {
    var source = try RecordSource(path: path, limits: .standard)
    let table = source.table(sheet: sheet, query: query)
    var set = RecordReader(dictionary: dictionary, isPartial: isPartial, calendar: calendar).records(
      of: table)
    for field in dictionary.fields {
      guard let list = field.source, set.has(list.key), source.hasOtherTables else { continue }
      set.attach(try source.listTable(named: list.sheet), to: field, by: calendar)
    }
    return set
  }

  /// Whether a column fills the field named so.
  func has(_ name: String) -> Bool {
    guard let field = dictionary.field(named: name) else { return false }
    return columns.contains { $0.field == field.name }
  }
}
