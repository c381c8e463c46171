/// Where a mistake stands, in terms its author can find again.
///
/// Indirect, because every word of a letter carries its place along to its glyphs: a copy is one reference.
public indirect enum SourceLocation: Hashable, Sendable {
  /// A whole file.
  case file(String)
  /// A place in a text file: 1-based line, 1-based column in user-perceived characters, and the words there.
  case text(file: String, line: Int, column: Int, phrase: String)
  /// A cell of a table of records: `row` is the row as the file's own program numbers it, 1-based.
  case cell(file: String, sheet: String?, row: Int, column: String?)
  /// A key of a settings file, as a path of keys from the top: `styles/body/size`.
  case setting(file: String, path: String)
  /// A laid-out page, 1-based.
  case page(Int)

  /// The file the place is in, where it is in one.
  public var file: String? {
    switch self {
    case .file(let file), .text(let file, _, _, _), .cell(let file, _, _, _), .setting(let file, _): file
    case .page: nil
    }
  }

  /// The cell in a column of the row that this place is; any other place as it is.
  public func cell(inColumn column: String) -> SourceLocation {
    guard case .cell(let file, let sheet, let row, nil) = self else { return self }
    return .cell(file: file, sheet: sheet, row: row, column: column)
  }
}
