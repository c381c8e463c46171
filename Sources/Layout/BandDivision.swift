import Content
import Diagnostics
import Geometry

extension Band {
  /// The part of the band that fits a region, and what goes on in the next one.
  ///
  /// Nothing is returned if no part may be placed here. Whole rows are kept where a region holds them;
  /// otherwise the first row is divided, each of its cells between lines.
  func divided(_ room: FlowRoom, log: inout DiagnosticLog) -> (part: Frame, rest: Band?)? {
    var rows = 0
    var kept: Points = 0
    while rows < heights.count, kept + heights[rows] <= room.height + FlowRoom.tolerance {
      kept += heights[rows]
      rows += 1
    }
    return rows > 0 && rows < heights.count
      ? divided(afterRows: rows, kept: kept, room, log: &log) : dividedInFirstRow(room, log: &log)
  }

  /// A cut between rows: cells over both sides go on in the rest.
  private func divided(
    afterRows rows: Int, kept: Points, _ room: FlowRoom, log: inout DiagnosticLog
  ) -> (part: Frame, rest: Band?)? {
    var part = self
    var rest = self
    part.cells = []
    rest.cells = []
    for cell in cells {
      let end = cell.row + cell.rowSpan
      var (above, below) = (cell, cell)
      if end <= rows {
        part.cells.append(above)
      } else if cell.row >= rows {
        below.row -= rows
        rest.cells.append(below)
      } else {
        let top = heights[..<cell.row].reduce(0, +)
        (above.flow, below.flow) = taking(kept - top, of: cell, room, mustAdvance: false, log: &log)
        above.rowSpan = rows - cell.row
        below.row = 0
        below.rowSpan = end - rows
        part.cells.append(above)
        rest.cells.append(below)
      }
    }
    part.setRows(Array(heights[..<rows]))
    rest.setRows(Array(minimumHeights[rows...]))
    return (part.frame(), rest)
  }

  /// A cut through the first row: every cell that begins in it is divided between its own lines.
  private func dividedInFirstRow(
    _ room: FlowRoom, log: inout DiagnosticLog
  ) -> (part: Frame, rest: Band?)? {
    var part = self
    var rest = self
    var hasAdvanced = false
    part.cells = []
    for (index, cell) in cells.enumerated() where cell.row == 0 {
      var above = cell
      (above.flow, rest.cells[index].flow) = taking(
        room.height, of: cell, room, mustAdvance: room.mustAdvance, log: &log)
      // A column of nothing but space gives no reason to begin the others here.
      hasAdvanced = hasAdvanced || !above.flow.isEmpty && (room.mustAdvance || !cell.flow.entries.isEmpty)
      (above.rowSpan, above.alignment, rest.cells[index].alignment) = (1, .top, .top)
      part.cells.append(above)
    }
    guard hasAdvanced else { return nil }
    part.setRows([0])
    rest.minimumHeights[0] = 0
    rest.dropFinishedRows()
    rest.setRows(rest.minimumHeights)
    return (part.frame(), rest.heights.isEmpty ? nil : rest)
  }

  /// What a cell has above and below a cut at `height` from its top.
  private func taking(
    _ height: Points, of cell: Cell, _ room: FlowRoom, mustAdvance: Bool, log: inout DiagnosticLog
  ) -> (above: Flow, below: Flow) {
    let around = padding.top + padding.bottom + ruleBelow
    let inner = FlowRoom(
      width: contentWidth(column: cell.column, span: cell.columnSpan), height: height - around,
      next: room.next - around, mustAdvance: mustAdvance)
    var none = Flow()
    none.openings = cell.flow.openings
    guard !cell.flow.isEmpty else { return (none, none) }
    guard let filling = cell.flow.filling(inner, log: &log) else { return (none, cell.flow) }
    var above = none
    above.entries = [
      FlowEntry(matter: .frame(filling.frame), height: filling.frame.size.height, isLine: true)
    ]
    return (above, filling.rest ?? none)
  }

  /// Drops the first row if none of the cells that end in it has anything left.
  private mutating func dropFinishedRows() {
    guard cells.allSatisfy({ $0.row > 0 || $0.rowSpan > 1 || $0.flow.isEmpty }) else { return }
    minimumHeights.removeFirst()
    cells = cells.compactMap { cell in
      var cell = cell
      if cell.row > 0 {
        cell.row -= 1
      } else if cell.rowSpan > 1 {
        cell.rowSpan -= 1
      } else {
        return nil
      }
      return cell
    }
    if minimumHeights.isEmpty { cells = [] }
  }
}
