import Content
import Diagnostics

/// Finds the column and row of every cell of a table, whose rows list only the cells that begin in them.
struct TableGrid {
  /// A cell and its place; spans are cut to the rows there are.
  struct Place {
    var cell: TableCell
    var column: Int
    var row: Int
    var columnSpan: Int
    var rowSpan: Int
  }

  /// How many columns there are: those stated, and those that rows go beyond them.
  private(set) var columnCount: Int
  private let stated: Int
  private let origin: SourceLocation?

  init(columnCount: Int, origin: SourceLocation?) {
    self.columnCount = max(columnCount, 1)
    stated = columnCount
    self.origin = origin
  }

  /// The places of the cells of `rows`, row by row, each from the right.
  mutating func place(_ rows: [[TableCell]], log: inout DiagnosticLog) -> [Place] {
    var places: [Place] = []
    /// For each column, the first row that no cell from above reaches into.
    var freeFrom = [Int](repeating: 0, count: columnCount)
    for (row, cells) in rows.enumerated() {
      var column = 0
      for cell in cells {
        while column < freeFrom.count, freeFrom[column] > row { column += 1 }
        let rowSpan = min(max(cell.rowSpan, 1), rows.count - row)
        let wanted = min(max(cell.columnSpan, 1), max(stated - column, 1))
        let columnSpan = freeFrom.dropFirst(column).prefix(wanted).prefix { $0 <= row }.count
        if column == freeFrom.count { freeFrom.append(0) }
        let span = max(columnSpan, 1)
        if max(cell.columnSpan, 1) > span || column >= max(stated, 1) {
          log.warning(.rowTooLong(row: row + 1), at: cell.origin ?? origin, hints: [.declareColumns])
        }
        for covered in column..<column + span { freeFrom[covered] = row + rowSpan }
        places.append(Place(cell: cell, column: column, row: row, columnSpan: span, rowSpan: rowSpan))
        column += span
      }
    }
    columnCount = max(columnCount, freeFrom.count)
    return places
  }
}

extension TableCell {
  /// Where its first words come from.
  fileprivate var origin: SourceLocation? {
    for case .paragraph(let paragraph) in blocks {
      if let origin = paragraph.origin { return origin }
    }
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func rowTooLong(row: Int) -> Diagnostic.Message {
    Diagnostic.Message(
      "layout.row-too-long",
      arabic: "خلايا الصف \(row) من الجدول أكثر من أعمدته.",
      english: "Row \(row) of the table has more cells than the table has columns.")
  }
}

extension Diagnostic.Hint {
  fileprivate static let declareColumns = Diagnostic.Hint(
    arabic: "صحّح عدد الأعمدة أو امتداد الخلايا.", english: "Correct the columns, or the cells' spans.")
}
