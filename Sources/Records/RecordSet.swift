public import Diagnostics
public import Values

/// All the records of a file.
public struct RecordSet: Hashable, Sendable {
  /// A column of the file and the field it fills.
  public struct Column: Hashable, Sendable {
    /// The heading as the file has it.
    public var heading: String
    /// The column's letters, as spreadsheets show them.
    public var letters: String
    /// The field's name, or `nil` for a column that no field claims.
    public var field: String?
  }

  /// The records, one for each row that isn't blank, in the file's order; bad rows are among them.
  public internal(set) var records: [ReadRecord]
  /// What is wrong with the file as a whole; with an error in it no record may become a letter.
  public internal(set) var log: DiagnosticLog
  /// The file's columns, from the first.
  public internal(set) var columns: [Column]
  /// After `joined(with:on:)`, the rows of the other file that no record names.
  public internal(set) var unmatched: [ReadRecord] = []
  /// The dictionary the file was read by.
  public let dictionary: DataDictionary

  /// The records that may become letters.
  public var usable: [Record] {
    log.hasErrors ? [] : records.filter { !$0.log.hasErrors }.map(\.record)
  }

  /// Everything that was found: of the file first, then row by row; rows without a letter come last.
  public var fullLog: DiagnosticLog {
    var all = log
    for read in records + unmatched { all.append(contentsOf: read.log) }
    return all
  }
}
