import Diagnostics

/// The rows of a file as they stand in it, before any heading becomes a field.
struct SourceTable: Sendable {
  /// One row.
  struct Row: Sendable {
    /// The row's number as the file's own program shows it, from 1.
    var number: Int
    /// Its cells from the first column; trailing empty ones may be absent.
    var cells: [SourceCell]
    /// What is wrong with the row as a whole: these have no place yet.
    var remarks: [Diagnostic] = []

    /// Whether it has nothing in it and nothing is to be said of it.
    var isBlank: Bool { remarks.isEmpty && cells.allSatisfy { $0.isBlank && $0.remarks.isEmpty } }
  }

  /// A rectangle of cells merged into one: 1-based rows, 0-based columns.
  struct Merge: Hashable, Sendable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  /// The file, as messages name it.
  var file: String
  /// The sheet or table, where the file has several.
  var sheet: String?
  /// The headings, where the format states them apart from the rows.
  var headings: [String]?
  /// The rows in the file's order.
  var rows: [Row] = []
  /// The merged cells.
  var merges: [Merge] = []
  /// The rows that the spreadsheet hides.
  var hiddenRows: [Int] = []
  /// Whether rows may have more or fewer cells than there are headings.
  var mayBeRagged = false
  /// What is wrong with the file as a whole.
  var log = DiagnosticLog()

  /// The place of a row or a cell.
  func place(row: Int, column: String? = nil) -> SourceLocation {
    .cell(file: file, sheet: sheet, row: row, column: column)
  }

  /// A column's letters as spreadsheets show them: A, B, …, Z, AA.
  static func letters(ofColumn index: Int) -> String {
    var rest = index
    var letters: [Character] = []
    repeat {
      letters.append(Character(Unicode.Scalar(UInt8(65 + rest % 26))))
      rest = rest / 26 - 1
    } while rest >= 0
    return String(letters.reversed())
  }
}
