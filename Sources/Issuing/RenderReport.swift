public import Diagnostics

/// What a run did with each record.
public struct RenderReport: Sendable, Encodable {
  /// One record's fate.
  public struct Letter: Sendable, Encodable {
    /// Where the record stands.
    public var record: SourceLocation
    /// The file written; nothing in a merged run or for a refused record.
    public var file: String?
    /// The number of pages, or 0 for a refused record.
    public var pages: Int
    /// SHA-256 of the file, in hexadecimal.
    public var sha256: String?
    /// What was wrong or put right in the record and its letter.
    public var diagnostics: [Diagnostic]

    /// Whether a letter was made.
    public var isWritten: Bool { pages > 0 }
  }

  /// The records in their order.
  public var letters: [Letter] = []
  /// The merged file, in a merged run.
  public var mergedFile: String?
  /// What was wrong with the files of records as a whole.
  public var diagnostics: [Diagnostic] = []

  /// The number of letters made.
  public var written: Int { letters.count { $0.isWritten } }
  /// The number of records that gave none.
  public var refused: Int { letters.count - written }
  /// Everything that was found, the run's own first; what no place tells of names the records of its letters.
  public var allDiagnostics: [Diagnostic] {
    diagnostics + LetterFindings(letters.map { ($0.record, $0.diagnostics) }).diagnostics
  }
}
