import Content
import Diagnostics
import Geometry

/// Tables: an element for each row and cell (ISO 32000-1 14.8.4.3.4).
extension BlockPreparer {
  mutating func prepare(_ table: Table) -> PreparedTable {
    var grid = TableGrid(columnCount: table.columns.count, origin: table.origin)
    let header = grid.place(table.header, log: &log)
    let body = grid.place(table.rows, log: &log)
    let added = [ColumnWidth](repeating: .automatic, count: grid.columnCount - table.columns.count)
    var prepared = PreparedTable(
      columns: table.columns + added, header: ([], table.header.count), body: ([], table.rows.count),
      source: table)
    guard table.comb == nil else {
      prepared.body = (cells(ofComb: table, header + body), table.header.count + table.rows.count)
      prepared.header.rowCount = 0
      return prepared
    }
    structure.begin(StructureTree.Element(.table, origin: table.origin))
    prepared.header.cells = rows(header, count: table.header.count, grid.columnCount, isHeader: true)
    prepared.body.cells = rows(body, count: table.rows.count, grid.columnCount, isHeader: false)
    structure.end()
    return prepared
  }

  /// The cells of rows; where a row has none, the structure gets empty ones.
  private mutating func rows(
    _ places: [TableGrid.Place], count: Int, _ columns: Int, isHeader: Bool
  ) -> [PreparedTable.Cell] {
    var cells: [PreparedTable.Cell] = []
    cells.reserveCapacity(places.count)
    /// For each column, the first row that no cell from above reaches into.
    var freeFrom = [Int](repeating: 0, count: columns)
    for row in 0..<count {
      structure.begin(StructureTree.Element(.tableRow))
      while cells.count < places.count, places[cells.count].row == row {
        let place = places[cells.count]
        for column in place.column..<place.column + place.columnSpan {
          freeFrom[column] = row + place.rowSpan
        }
        cells.append(PreparedTable.Cell(place, prepare(place.cell.blocks, in: place.element(isHeader))))
      }
      for free in freeFrom where free <= row {
        _ = structure.leaf(StructureTree.Element(.tableCell), isEmpty: true)
      }
      structure.end()
    }
    return cells
  }

  /// The boxes of a comb, whose characters are content of one paragraph.
  private mutating func cells(ofComb table: Table, _ places: [TableGrid.Place]) -> [PreparedTable.Cell] {
    var element = StructureTree.Element(.paragraph, origin: table.origin)
    element.actualText = table.comb
    let mark = structure.leaf(element, isEmpty: table.comb?.isEmpty ?? true)
    return places.map { place in
      PreparedTable.Cell(
        place,
        place.cell.blocks.flatMap { block in
          if case .paragraph(let paragraph) = block {
            [PreparedBlock.paragraph(prepare(paragraph, mark: mark))]
          } else {
            prepare([block])
          }
        })
    }
  }
}

extension PreparedTable.Cell {
  fileprivate init(_ place: TableGrid.Place, _ blocks: [PreparedBlock]) {
    self.init(
      content: place.cell, blocks: blocks, column: place.column, row: place.row,
      columnSpan: place.columnSpan, rowSpan: place.rowSpan)
  }
}

extension TableGrid.Place {
  /// Its element: a cell that heads its column, its row, or none.
  fileprivate func element(_ isInHeader: Bool) -> StructureTree.Element {
    var element = StructureTree.Element(isInHeader || cell.isHeader ? .tableHeaderCell : .tableCell)
    element.attributes.columnSpan = columnSpan
    element.attributes.rowSpan = rowSpan
    if element.role == .tableHeaderCell { element.attributes.headerScope = isInHeader ? .column : .row }
    return element
  }
}
