public import Diagnostics
public import Geometry

/// How a column's width is found.
public enum ColumnWidth: Hashable, Sendable {
  /// As wide as its contents ask, within the measure.
  case automatic
  /// This wide.
  case fixed(Points)
  /// This share of what the others leave.
  case fraction(Double)
}

/// Where contents stand in a height that is more than theirs.
public enum VerticalAlignment: String, Hashable, Sendable, CaseIterable {
  /// At the top.
  case top
  /// In the middle.
  case middle
  /// At the bottom.
  case bottom
}

/// A cell of a table.
public struct TableCell: Hashable, Sendable {
  /// What stands in it.
  public var blocks: [Block]
  /// How many columns it covers, itself and those to its left.
  public var columnSpan: Int
  /// How many rows it covers, itself and those below.
  public var rowSpan: Int
  /// Whether it is the heading of its column or row.
  public var isHeader: Bool
  /// Where its contents stand in its height.
  public var verticalAlignment: VerticalAlignment
  /// The colour behind it.
  public var background: Color?

  /// A cell holding `blocks`.
  public init(
    blocks: [Block], columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false,
    verticalAlignment: VerticalAlignment = .top, background: Color? = nil
  ) {
    self.blocks = blocks
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isHeader = isHeader
    self.verticalAlignment = verticalAlignment
    self.background = background
  }
}

/// A table whose first column stands at the right.
public struct Table: Hashable, Sendable {
  /// The widths of the columns, from the right.
  public var columns: [ColumnWidth]
  /// Rows repeated at the head of each page.
  public var header: [[TableCell]]
  /// The rows; each lists only the cells that begin in it.
  public var rows: [[TableCell]]
  /// The rules between and around cells.
  public var rules: Stroke?
  /// Space between a cell's edge and its contents.
  public var cellPadding: Insets
  /// The colour behind header cells that have none of their own.
  public var headerBackground: Color?
  /// What its cells say together if it is a comb, which is read as one word; empty for boxes to write in.
  public var comb: String?
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A table of the given rows.
  public init(
    columns: [ColumnWidth], header: [[TableCell]] = [], rows: [[TableCell]],
    rules: Stroke? = Stroke(width: 0.5, color: .black),
    cellPadding: Insets = Insets(top: 3, start: 5, bottom: 3, end: 5), headerBackground: Color? = nil,
    comb: String? = nil, origin: SourceLocation? = nil
  ) {
    self.columns = columns
    self.header = header
    self.rows = rows
    self.rules = rules
    self.cellPadding = cellPadding
    self.headerBackground = headerBackground
    self.comb = comb
    self.origin = origin
  }
}
