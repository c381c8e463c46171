import Content
import Diagnostics

/// A block being written, before items are gathered to lists and rows to tables.
enum Piece: Hashable, Sendable {
  case block(Block)
  case item(number: Int?, indent: Int, [Block])
  case row([TableCell], SourceLocation)
  case headerRule([ColumnWidth], SourceLocation)
  case fieldLine(label: [Inline], value: [Block]?)
  case blank
}
