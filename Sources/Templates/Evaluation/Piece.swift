import Content
import Diagnostics

/// A block being written, before items are gathered to lists and rows to tables.
enum Piece: Hashable, Sendable {
  case block(Block)
  case item(number: Int?, indent: Int, [Block])
  /// The room of each cell that is written by hand, in ems of its type's values, goes with its row.
  case row([TableCell], rooms: [Double?], SourceLocation)
  case headerRule([ColumnWidth], SourceLocation)
  case fieldLine(label: [Inline], value: [Block]?)
  case blank
}
