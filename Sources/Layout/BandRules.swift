import Content
import Geometry

/// The rules of a table's rows: below every row, and beside every cell.
///
/// Neighbouring cells share one rule, and rules that continue each other are one line.
struct BandRules {
  private let edges: [Points]
  /// The top of every row, and the last one's bottom.
  private let tops: [Points]
  private let stroke: Stroke
  /// Which cell covers each place of the grid, row by row; -1 for none.
  private var owners: [Int]

  private var columnCount: Int { edges.count - 1 }
  private var rowCount: Int { tops.count - 1 }

  init(band: borrowing Band, tops: [Points], stroke: Stroke) {
    edges = band.edges
    self.tops = tops
    self.stroke = stroke
    owners = [Int](repeating: -1, count: (edges.count - 1) * (tops.count - 1))
    for index in band.cells.indices {
      for row in band.cells[index].rows {
        for column in band.cells[index].columns { owners[row * columnCount + column] = index }
      }
    }
  }

  /// Draws all rules, those below rows first, in the frame of a band whose top left corner is at (x, y).
  func draw(in frame: inout Frame, x: Points, y: Points) {
    for row in 0..<rowCount {
      let place = y + tops[row + 1] - stroke.width / 2
      forEachStretch(of: columnCount, where: { isRuled(below: row, $0) }) { columns in
        let from = Point(x: x + edges[columns.upperBound] - stroke.width / 2, y: place)
        let to = Point(x: x + edges[columns.lowerBound] + stroke.width / 2, y: place)
        frame.addOrnament(.rule(from: from, to: to, stroke))
      }
    }
    for edge in 0...columnCount {
      forEachStretch(of: rowCount, where: { isRuled(beside: edge, $0) }) { rows in
        let place = x + edges[edge]
        let bottom = tops[rows.upperBound] - (rows.upperBound == rowCount ? 0 : stroke.width)
        let (from, to) = (Point(x: place, y: y + tops[rows.lowerBound]), Point(x: place, y: y + bottom))
        frame.addOrnament(.rule(from: from, to: to, stroke))
      }
    }
  }

  /// Whether a rule stands below a row in a column.
  private func isRuled(below row: Int, _ column: Int) -> Bool {
    guard row + 1 < rowCount else { return true }
    let owner = owners[row * columnCount + column]
    return owner < 0 || owner != owners[(row + 1) * columnCount + column]
  }

  /// Whether a rule stands at an edge beside a row.
  private func isRuled(beside edge: Int, _ row: Int) -> Bool {
    guard 0 < edge, edge < columnCount else { return true }
    let owner = owners[row * columnCount + edge]
    return owner < 0 || owner != owners[row * columnCount + edge - 1]
  }

  /// Calls `body` with the longest stretches of places, from 0, that are ruled.
  private func forEachStretch(of count: Int, where isRuled: (Int) -> Bool, _ body: (Range<Int>) -> Void) {
    var start = 0
    for place in 0...count where place == count || !isRuled(place) {
      if start < place { body(start..<place) }
      start = place + 1
    }
  }
}
