import Content
import Diagnostics
import Geometry

extension FlowComposer {
  /// Adds the rows of a table: one band for each row, or for rows tied by cells over several.
  mutating func add(_ table: PreparedTable, width: Points, to builder: inout FlowBuilder) {
    let edges = edges(of: table, width: width)
    let header = bands(table.header, isHeader: true, table, edges, width: width)
    let bands = bands(table.body, isHeader: false, table, edges, width: width)
    let opening = builder.addOpening(table.opening(header, edges, width: width))
    guard !bands.isEmpty else {
      guard !header.isEmpty else { return }
      let frame = builder.openings[opening].full
      var entry = FlowEntry(matter: .frame(frame), height: frame.size.height)
      entry.origin = table.source.origin
      entry.notes = header.flatMap(\.notes)
      return builder.append(entry)
    }
    for (index, band) in bands.enumerated() {
      var entry = FlowEntry(band)
      entry.opening = opening
      entry.opensTable = index == 0
      if index == 0 { entry.notes = header.flatMap(\.notes) + entry.notes }
      entry.line = index
      entry.origin = entry.origin ?? table.source.origin
      // The last row, often a total, keeps the one before it for company.
      if index > 0, index == bands.count - 1 { entry.breakBefore = .avoidedInGroup }
      builder.append(entry)
    }
  }

  /// The edges of the columns, the first at the right; outer rules lie inside the measure.
  private mutating func edges(of table: PreparedTable, width: Points) -> [Points] {
    let rule = table.source.rules?.width ?? 0
    let room = max(width - rule, 1)
    let asked = table.columnWidths(in: .none)
    let (widths, fits) =
      asked.fits(in: room)
      ? asked.resolved(within: room) : asked.narrowed(to: table.columnWidths(in: .room), within: room)
    if !fits {
      log.warning(.tableTooWide, at: table.source.origin, hints: [.fewerColumns])
    }
    return widths.reduce(into: [width - rule / 2]) { $0.append($0[$0.count - 1] - $1) }
  }

  private mutating func bands(
    _ rows: (cells: [PreparedTable.Cell], rowCount: Int), isHeader: Bool, _ table: PreparedTable,
    _ edges: [Points], width: Points
  ) -> [Band] {
    let ties = rows.cells.reduce(into: [Bool](repeating: false, count: rows.rowCount)) { ties, cell in
      for row in cell.row..<cell.row + cell.rowSpan - 1 { ties[row] = true }
    }
    var bands: [Band] = []
    var next = rows.cells[...]
    var first = 0
    while first < rows.rowCount {
      var end = first + 1
      while end < rows.rowCount, ties[end - 1] { end += 1 }
      let own = next.prefix { $0.row < end }
      next = next.dropFirst(own.count)
      bands.append(band(own, rows: first..<end, isHeader: isHeader, table, edges, width: width))
      first = end
    }
    return bands
  }

  private mutating func band(
    _ cells: ArraySlice<PreparedTable.Cell>, rows: Range<Int>, isHeader: Bool, _ table: PreparedTable,
    _ edges: [Points], width: Points
  ) -> Band {
    let ruling: Band.Ruling = table.source.rules.map { .grid($0) } ?? .none
    var band = Band(
      width: width, edges: edges, padding: table.source.cellPadding, ruling: ruling, cells: [],
      minimumHeights: [])
    band.cells = cells.map { cell in
      let content = cell.content
      let background =
        content.background ?? (isHeader || content.isHeader ? table.source.headerBackground : nil)
      let inner = band.contentWidth(column: cell.column, span: cell.columnSpan)
      return Band.Cell(
        flow: self.inner(cell.blocks, width: inner), column: cell.column, row: cell.row - rows.lowerBound,
        columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, alignment: content.verticalAlignment,
        background: background)
    }
    band.setRows([Points](repeating: 0, count: rows.count))
    return band
  }
}

extension PreparedTable {
  /// What its columns ask for.
  fileprivate func columnWidths(in need: Need) -> ColumnWidths {
    var widths = ColumnWidths(columns, need: need)
    let around = source.cellPadding.start + source.cellPadding.end
    for isWide in [false, true] {
      for rows in [header.cells, body.cells] {
        for index in rows.indices where (rows[index].columnSpan > 1) == isWide {
          let column = rows[index].column
          let range = rows[index].blocks.widths(in: need).padded(by: around)
          widths.count(range, in: column..<column + rows[index].columnSpan)
        }
      }
    }
    return widths
  }

  /// The widths the whole table can take.
  func widths(in need: Need) -> WidthRange {
    let rule = source.rules?.width ?? 0
    let columns = columnWidths(in: need)
    // Columns that are alike stay so.
    let widest = need == .room && columns.areFixed ? columns.ranges.map(\.minimum).max() : nil
    return columns.ranges.reduce(WidthRange(minimum: rule, natural: rule)) {
      WidthRange(minimum: $0.minimum + (widest ?? $1.minimum), natural: $0.natural + $1.natural)
    }
  }

  /// The top rule, and under it the header rows.
  fileprivate func opening(_ header: [Band], _ edges: [Points], width: Points) -> TableOpening {
    var bare = Frame(width: width, height: 0)
    if let rules = source.rules {
      let y = rules.width / 2
      let from = Point(x: edges[edges.count - 1] - rules.width / 2, y: y)
      bare.addOrnament(.rule(from: from, to: Point(x: edges[0] + rules.width / 2, y: y), rules))
      bare.size.height = rules.width
    }
    var full = bare
    for band in header {
      full.add(band.frame(), x: 0, y: full.size.height)
      full.size.height += band.height
    }
    return TableOpening(full: full, bare: bare)
  }
}

extension Diagnostic.Message {
  fileprivate static let tableTooWide = Diagnostic.Message(
    "layout.table-too-wide",
    arabic: "الجدول أعرض من مساحة النص، فضُيّقت أعمدته لتتسع لها الصفحة.",
    english: "The table is wider than the text area; its columns were narrowed to stay on the page.")
}

extension Diagnostic.Hint {
  fileprivate static let fewerColumns = Diagnostic.Hint(
    arabic: "قلّل الأعمدة أو عروضها المحددة، أو صغّر الخط.",
    english: "Use fewer columns, smaller fixed widths or smaller type.")
}
