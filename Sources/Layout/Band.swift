import Content
import Diagnostics
import Geometry

/// Cells side by side in one or more rows: rows of a table tied by spans, columns, or a box.
///
/// A band is the smallest part of a table that is moved to the next page as a whole; only a band that
/// no page holds is divided.
struct Band {
  /// One cell, its contents laid out for its width.
  struct Cell {
    /// What stands in it.
    var flow: Flow
    /// Its first column, counted from the right.
    var column: Int
    /// Its first row in the band.
    var row: Int
    /// How many columns it covers.
    var columnSpan: Int
    /// How many rows it covers.
    var rowSpan: Int
    /// Where its contents stand in its height.
    var alignment: VerticalAlignment
    /// The colour behind it.
    var background: Color?
  }

  /// The rules around it.
  enum Ruling: Hashable {
    case none
    /// A frame around the whole of it.
    case frame(Stroke)
    /// Rules between all cells, each edge drawn once; the rule above it belongs to what stands above.
    case grid(Stroke)
  }

  /// The width of the region it stands in.
  var width: Points
  /// The edges of the columns, from the right one leftwards.
  var edges: [Points]
  /// Empty space between two columns.
  var gap: Points = 0
  /// The space between a cell's edge and its contents.
  var padding: Insets
  /// The rules around it.
  var ruling: Ruling
  /// The cells, row by row, each row from the right.
  var cells: [Cell]
  /// The least height of every row.
  var minimumHeights: [Points]
  /// The heights of the rows, the rule below each counted.
  private(set) var heights: [Points] = []

  init(
    width: Points, edges: [Points], gap: Points = 0, padding: Insets, ruling: Ruling, cells: [Cell],
    minimumHeights: [Points]
  ) {
    self.width = width
    self.edges = edges
    self.gap = gap
    self.padding = padding
    self.ruling = ruling
    self.cells = cells
    self.minimumHeights = minimumHeights
    heights = measuredHeights()
  }

  /// The height of all its rows.
  var height: Points { heights.reduce(0, +) }

  /// The notes that are called in it.
  var notes: [Int] { cells.flatMap { $0.flow.entries.flatMap(\.notes) } }

  /// The thickness of the rule that every row carries below it.
  var ruleBelow: Points { if case .grid(let stroke) = ruling { stroke.width } else { 0 } }

  /// The width left for a cell's contents.
  func contentWidth(column: Int, span: Int) -> Points {
    let outer = edges[column] - edges[column + span] - (column + span < edges.count - 1 ? gap : 0)
    return max(outer - padding.start - padding.end, 1)
  }

  /// Gives it other rows, and measures them.
  mutating func setRows(_ minimumHeights: [Points]) {
    self.minimumHeights = minimumHeights
    heights = measuredHeights()
  }

  /// Rows are as high as their cells need; what a cell over several rows needs more goes to its last row.
  private func measuredHeights() -> [Points] {
    var heights = minimumHeights
    let around = padding.top + padding.bottom + ruleBelow
    for cell in cells where cell.rowSpan == 1 {
      heights[cell.row] = max(heights[cell.row], cell.flow.height + around)
    }
    for cell in cells where cell.rowSpan > 1 {
      let rows = cell.row..<cell.row + cell.rowSpan
      let missing = cell.flow.height + around - heights[rows].reduce(0, +)
      if missing > 0 { heights[rows.upperBound - 1] += missing }
    }
    return heights
  }
}

extension Band.Cell {
  /// The rows of its band that it covers.
  var rows: Range<Int> { row..<row + rowSpan }
  /// The columns that it covers.
  var columns: Range<Int> { column..<column + columnSpan }
}

extension Band {
  /// The whole band, drawn.
  func frame() -> Frame {
    var frame = Frame(width: width, height: height, baseline: firstBaseline)
    draw(in: &frame, x: 0, y: 0)
    return frame
  }

  /// Draws the whole band, its top left corner at (x, y).
  func draw(in frame: inout Frame, x: Points, y: Points) {
    var tops: [Points] = [0]
    tops.reserveCapacity(heights.count + 1)
    for height in heights { tops.append(tops[tops.count - 1] + height) }
    for index in cells.indices {
      draw(
        index, top: y + tops[cells[index].row], bottom: y + tops[cells[index].rows.upperBound], x: x,
        in: &frame)
    }
    switch ruling {
    case .none: break
    case .frame(let stroke):
      frame.addOrnament(.frame(outline(height: height, stroke).moved(x: x, y: y), stroke))
    case .grid(let stroke): BandRules(band: self, tops: tops, stroke: stroke).draw(in: &frame, x: x, y: y)
    }
  }

  /// The baseline that a list's marker stands on: that of the first cell.
  var firstBaseline: Points? {
    cells.first?.flow.baseline.map { $0 + padding.top }
  }

  /// The frame's rectangle: its rule lies inside the band.
  func outline(height: Points, _ stroke: Stroke) -> Rect {
    let left = edges[edges.count - 1]
    return Rect(
      x: left + stroke.width / 2, y: stroke.width / 2, width: max(edges[0] - left - stroke.width, 0),
      height: max(height - stroke.width, 0))
  }

  /// Draws a cell between `top` and `bottom`; `x` is the band's left edge.
  private func draw(_ index: Int, top: Points, bottom: Points, x: Points, in frame: inout Frame) {
    let (right, left) = (
      x + edges[cells[index].column], x + edges[cells[index].column + cells[index].columnSpan]
    )
    if let background = cells[index].background {
      // The rule below is drawn over the background's edge, so no gap shows between them.
      let area = Rect(x: left, y: top, width: right - left, height: bottom - top - ruleBelow / 2)
      frame.addOrnament(.fill(area, background), .background)
    }
    let free = bottom - top - ruleBelow - padding.top - padding.bottom - cells[index].flow.height
    let shift =
      switch cells[index].alignment {
      case .top: 0.0
      case .middle: max(free, 0) / 2
      case .bottom: max(free, 0)
      }
    let width = contentWidth(column: cells[index].column, span: cells[index].columnSpan)
    cells[index].flow.draw(in: &frame, x: right - padding.start - width, y: top + padding.top + shift)
  }
}
