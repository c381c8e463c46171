import Content
import Diagnostics
import Geometry

/// A piece of a paragraph, as written.
indirect enum InlineNode: Hashable, Sendable {
  case text(String, SourceLocation)
  case emphasis([InlineNode])
  case field(FieldTag)
  case forms(FormsTag)
  case choices(FieldName)
  case checkBox(FieldName?)
  case conditional([Branch<InlineNode>])
  case loop(Loop<InlineNode>)
  case optional([InlineNode])
  case leftToRight(String, SourceLocation)
  case link(String, LinkTarget, SourceLocation)
  case footnote([InlineNode], SourceLocation)
  case symbol(SymbolName, SourceLocation)
  case index(SourceLocation)
  case newLine, flexibleSpace, dottedFill
  case pageNumber, pageCount
  /// A stretch that could not be read, and what it encloses; reported when parsed.
  case error(SourceLocation, [InlineNode])
}

/// A piece of a template's body, as written.
indirect enum BlockNode: Hashable, Sendable {
  case paragraph(headingLevel: Int?, [InlineNode], SourceLocation)
  case item(ItemNode)
  case row(RowNode)
  /// The line under a table's header row, with the columns' widths.
  case headerRule([ColumnWidthNode], SourceLocation)
  /// A line of a `{{حقول}}` block.
  case fieldLine(label: [InlineNode], value: [InlineNode]?, SourceLocation)
  /// An empty line: it parts one table from the next.
  case blank
  case conditional([Branch<BlockNode>])
  case loop(Loop<BlockNode>)
  case optional([BlockNode])
  case included([BlockNode])
  case fields(columns: Int, [BlockNode], SourceLocation)
  case signatures([String], SourceLocation)
  case chart(ChartNode)
  case dottedLines(Int)
  case box(height: Points, [BlockNode])
  case styled(FieldName, [BlockNode])
  case together([BlockNode])
  case columns([[BlockNode]])
  case rule, newPage
  case space(Points)
  /// A stretch that could not be read, and what it encloses; reported when parsed.
  case error(SourceLocation, [BlockNode])
}

/// An item of a list.
struct ItemNode: Hashable, Sendable {
  /// Its number; `nil` for a bullet.
  let number: Int?
  /// How many spaces stand before it: an item set further in belongs to the one above.
  let indent: Int
  let inlines: [InlineNode]
  let place: SourceLocation
}

/// A row of a table.
struct RowNode: Hashable, Sendable {
  /// A cell, with how many columns and rows it covers.
  struct Cell: Hashable, Sendable {
    var inlines: [InlineNode]
    var columnSpan = 1
    var rowSpan = 1
    let place: SourceLocation
  }

  let cells: [Cell]
  let place: SourceLocation
}

/// A column's width, as written in a header rule.
enum ColumnWidthNode: Hashable, Sendable {
  case automatic
  case fixed(Points)
  case fraction(Double)
}
