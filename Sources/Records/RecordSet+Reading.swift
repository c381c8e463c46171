public import Values

extension RecordSet {
  /// Reads a file of records: CSV (`csv`, `tsv`, `txt`).
  ///
  /// All that is wrong with the file or its rows is in the logs; a bad row never stops the others.
  /// - Parameters:
  ///   - path: the file, named in messages as it is given here.
  ///   - sheet: the sheet of a workbook or the table of a database; without it the first one.
  ///   - query: an SQL query to read a database with, instead of a table.
  ///   - dictionary: the fields that columns may fill.
  ///   - isPartial: whether `joined(with:on:)` completes the records, so that required fields may be missing.
  /// - Returns: the records with their logs.
  /// - Throws: `RecordError` when the file can't be read at all.
  public static func read(
    path: String, sheet: String? = nil, query: String? = nil, dictionary: DataDictionary,
    isPartial: Bool = false
  ) throws(RecordError) -> RecordSet {
    let source = RecordSource(path: path, limits: .standard)
    let reader = RecordReader(dictionary: dictionary, isPartial: isPartial)
    return reader.records(of: try source.table(sheet: sheet, query: query))
  }
}
