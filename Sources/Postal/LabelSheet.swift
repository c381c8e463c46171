public import Geometry

/// A sheet of adhesive labels: A4, filled from the right, row by row.
public struct LabelSheet: Hashable, Sendable {
  /// The sheet's name on the command line.
  public var name: String
  /// How many labels stand beside each other.
  public var columns: Int
  /// How many rows there are.
  public var rows: Int
  /// The size of one label.
  public var label: Size
  /// Distance of the first label's right edge from the paper's.
  public var start: Points
  /// Distance of the first label's top edge from the paper's.
  public var top: Points
  /// Distance from a label's right edge to that of the next, and from one row to the next.
  public var pitch: Size
  /// How far the printer's image is to be moved: to the left and down where positive.
  public var offset: Point

  /// The paper: A4.
  public static let paper = Size(width: .mm(210), height: .mm(297))

  /// A sheet of labels.
  public init(
    name: String, columns: Int, rows: Int, label: Size, start: Points, top: Points, pitch: Size,
    offset: Point = Point(x: 0, y: 0)
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.label = label
    self.start = start
    self.top = top
    self.pitch = pitch
    self.offset = offset
  }

  /// 21 labels of 63.5 × 38.1 mm.
  public static let threeBySeven = LabelSheet(
    name: "3x7", columns: 3, rows: 7, label: Size(width: .mm(63.5), height: .mm(38.1)), start: .mm(7.21),
    top: .mm(15.15), pitch: Size(width: .mm(66.04), height: .mm(38.1)))
  /// 14 labels of 99.1 × 38.1 mm.
  public static let twoBySeven = LabelSheet(
    name: "2x7", columns: 2, rows: 7, label: Size(width: .mm(99.1), height: .mm(38.1)), start: .mm(4.65),
    top: .mm(15.15), pitch: Size(width: .mm(101.6), height: .mm(38.1)))
  /// The sheets there are.
  public static let all = [threeBySeven, twoBySeven]

  /// How many labels a sheet has.
  public var count: Int { columns * rows }

  /// The place of the label with that index, the first at the right of the top row.
  public func place(_ index: Int) -> Rect {
    let (row, column) = (index / columns, index % columns)
    return Rect(
      x: Self.paper.width - start - Double(column) * pitch.width - label.width - offset.x,
      y: top + Double(row) * pitch.height + offset.y, width: label.width, height: label.height)
  }
}
