import Content
import Geometry

/// The rules of a table's rows: below every row, and beside every cell.
///
/// Neighbouring cells share one rule, and rules that continue each other are one line.
struct BandRules {
  let band: Band
  let tops: [Points]
  let stroke: Stroke

  private var columnCount: Int { band.edges.count - 1 }
  private var rowCount: Int { band.heights.count }

  /// All rules, those below rows first.
  var lines: [FrameItem] {
    let owners = owners
    return horizontal(owners) + vertical(owners)
  }

  /// Which cell covers each place of the grid.
  private var owners: [[Int?]] {
    var owners = [[Int?]](repeating: [Int?](repeating: nil, count: columnCount), count: rowCount)
    for (index, cell) in band.cells.enumerated() {
      for row in cell.row..<cell.row + cell.rowSpan {
        for column in cell.column..<cell.column + cell.columnSpan { owners[row][column] = index }
      }
    }
    return owners
  }

  private func horizontal(_ owners: [[Int?]]) -> [FrameItem] {
    var lines: [FrameItem] = []
    for row in 0..<rowCount {
      let y = tops[row + 1] - stroke.width / 2
      let isRuled = (0..<columnCount).map { column in
        row == rowCount - 1 || owners[row][column] == nil || owners[row][column] != owners[row + 1][column]
      }
      for columns in Self.stretches(isRuled) {
        let from = Point(x: band.edges[columns.upperBound] - stroke.width / 2, y: y)
        let to = Point(x: band.edges[columns.lowerBound] + stroke.width / 2, y: y)
        lines.append(.rule(from: from, to: to, stroke))
      }
    }
    return lines
  }

  private func vertical(_ owners: [[Int?]]) -> [FrameItem] {
    var lines: [FrameItem] = []
    for edge in 0...columnCount {
      let isRuled = (0..<rowCount).map { row in
        edge == 0 || edge == columnCount || owners[row][edge] == nil
          || owners[row][edge] != owners[row][edge - 1]
      }
      for rows in Self.stretches(isRuled) {
        let x = band.edges[edge]
        let bottom = tops[rows.upperBound] - (rows.upperBound == rowCount ? 0 : stroke.width)
        lines.append(.rule(from: Point(x: x, y: tops[rows.lowerBound]), to: Point(x: x, y: bottom), stroke))
      }
    }
    return lines
  }

  /// The longest stretches of places that hold.
  private static func stretches(_ holds: [Bool]) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    for (index, holds) in holds.enumerated() where holds {
      if let last = stretches.last, last.upperBound == index {
        stretches[stretches.count - 1] = last.lowerBound..<index + 1
      } else {
        stretches.append(index..<index + 1)
      }
    }
    return stretches
  }
}
