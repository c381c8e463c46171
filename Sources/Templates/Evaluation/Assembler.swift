import Content
import Diagnostics

/// Gathers items to lists and rows to tables.
enum Assembler {
  /// The blocks that pieces make; neighbouring items are one list, and rows up to an empty line one table.
  static func blocks(of pieces: [Piece], digits: NumberDigits) -> [Block] {
    var blocks: [Block] = []
    var rest = pieces[...]
    while let piece = rest.first {
      switch piece {
      case .item(_, let indent, _):
        blocks += lists(&rest, indent: indent, digits: digits)
      case .row, .headerRule:
        blocks.append(table(&rest))
      case .block(let block):
        blocks.append(block)
        rest.removeFirst()
      case .fieldLine(let label, let value):
        blocks.append(.paragraph(Paragraph(style: .fieldLabel, label)))
        blocks += value ?? []
        rest.removeFirst()
      case .blank:
        rest.removeFirst()
      }
    }
    return blocks
  }

  /// The lists that items of one indent make: a new one where the kind of marker changes.
  private static func lists(
    _ pieces: inout ArraySlice<Piece>, indent: Int, digits: NumberDigits
  ) -> [Block] {
    var lists: [ListBlock] = []
    while let (item, gap) = nextItem(pieces), item.indent >= indent {
      if item.indent >= indent + 2, !lists.isEmpty {
        pieces = pieces.dropFirst(gap)
        let inner = Assembler.lists(&pieces, indent: item.indent, digits: digits)
        let last = lists[lists.count - 1].items.count - 1
        lists[lists.count - 1].items[last] += inner
        continue
      }
      pieces = pieces.dropFirst(gap + 1)
      let isNumbered = item.number != nil
      if let last = lists.last, last.isNumbered == isNumbered {
        lists[lists.count - 1].items.append(item.blocks)
      } else {
        let marker = item.number.map { ListBlock.Marker.number(start: $0, digits: digits) } ?? .bullet
        lists.append(ListBlock(marker: marker, items: [item.blocks]))
      }
    }
    return lists.map { .list($0) }
  }

  /// The next item, over empty lines, and how many of them stand before it.
  private static func nextItem(
    _ pieces: ArraySlice<Piece>
  ) -> (item: (number: Int?, indent: Int, blocks: [Block]), gap: Int)? {
    let gap = pieces.prefix { $0 == .blank }.count
    guard case .item(let number, let indent, let blocks)? = pieces.dropFirst(gap).first else { return nil }
    return ((number, indent, blocks), gap)
  }

  private static func table(_ pieces: inout ArraySlice<Piece>) -> Block {
    var header: [[TableCell]] = []
    var rows: [[TableCell]] = []
    var widths: [ColumnWidth] = []
    var rooms: [Int: Double] = [:]
    var origin: SourceLocation?
    while let piece = pieces.first {
      if case .row(let cells, let written, let place) = piece {
        origin = origin ?? place
        rows.append(cells)
        if !cells.contains(where: \.isSpanning) {
          // What one row states gives the others room to write in.
          for (column, room) in written.enumerated() {
            rooms[column] = room.map { min($0, rooms[column] ?? $0) } ?? 0
          }
        }
      } else if case .headerRule(let stated, let place) = piece {
        origin = origin ?? place
        if widths.isEmpty {
          widths = stated
          header = rows
          rows = []
          rooms = [:]
        }
      } else {
        break
      }
      pieces.removeFirst()
    }
    let count = max(widths.count, TableGrid.columnCount(of: header), TableGrid.columnCount(of: rows), 1)
    widths += Array(repeating: .automatic, count: count - widths.count)
    return .table(
      Table(
        columns: widths.filled(for: rooms),
        header: TableGrid.squared(header, columns: count).map { $0.map(\.asHeader) },
        rows: TableGrid.squared(rows, columns: count), origin: origin))
  }
}

/// Which columns the cells of rows stand in, when cells may cover several columns and rows.
enum TableGrid {
  /// The number of columns that the widest row takes, cells reaching down from above included.
  static func columnCount(of rows: [[TableCell]]) -> Int {
    var reaching: [Int] = []
    var widest = 0
    for row in rows {
      let width = row.reduce(0) { $0 + $1.columnSpan } + reaching.count
      widest = max(widest, width)
      reaching = reaching.map { $0 - 1 }.filter { $0 > 0 }
      for cell in row where cell.rowSpan > 1 {
        reaching += Array(repeating: cell.rowSpan - 1, count: cell.columnSpan)
      }
    }
    return widest
  }

  /// The rows with empty cells where a row falls short, and no cell reaching below the last row.
  static func squared(_ rows: [[TableCell]], columns: Int) -> [[TableCell]] {
    var reaching: [Int] = []
    var squared: [[TableCell]] = []
    for (index, row) in rows.enumerated() {
      var cells = row
      for at in cells.indices { cells[at].rowSpan = min(cells[at].rowSpan, rows.count - index) }
      let width = row.reduce(0) { $0 + $1.columnSpan } + reaching.count
      cells += Array(repeating: TableCell(blocks: []), count: max(0, columns - width))
      squared.append(cells)
      reaching = reaching.map { $0 - 1 }.filter { $0 > 0 }
      for cell in cells where cell.rowSpan > 1 {
        reaching += Array(repeating: cell.rowSpan - 1, count: cell.columnSpan)
      }
    }
    return squared
  }
}

extension [ColumnWidth] {
  /// The widths of a table that is written by hand: columns without contents to measure share what the others leave, unless
  /// the template says what each has of it.
  fileprivate func filled(for rooms: [Int: Double]) -> [ColumnWidth] {
    guard !contains(where: { if case .fraction = $0 { true } else { false } }) else { return self }
    return enumerated().map { column, width in
      guard case .automatic = width, let room = rooms[column], room > 0 else { return width }
      return .fraction(room)
    }
  }
}

extension TableCell {
  fileprivate var isSpanning: Bool { columnSpan > 1 || rowSpan > 1 }

  /// The cell as the heading of its column.
  fileprivate var asHeader: TableCell {
    var cell = self
    cell.isHeader = true
    cell.verticalAlignment = .middle
    cell.blocks = cell.blocks.map { block in
      guard case .paragraph(var paragraph) = block, paragraph.style == .tableCell else { return block }
      paragraph.style = .tableHeader
      return .paragraph(paragraph)
    }
    return cell
  }
}

extension ListBlock {
  fileprivate var isNumbered: Bool {
    if case .number = marker { true } else { false }
  }
}
