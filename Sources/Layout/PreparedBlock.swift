import Content
import Diagnostics
import Geometry
import Text
import Verification

/// A block whose text is shaped, so that the widths it can take are known before it is given one.
indirect enum PreparedBlock {
  case paragraph(PreparedParagraph)
  case list(PreparedList)
  case table(PreparedTable)
  case image(ImageBlock, ContentMark)
  case rule(Stroke)
  case box(BoxBlock, [PreparedBlock])
  case columns(ColumnsBlock, [[PreparedBlock]])
  case qr(PreparedCode)
  case bar(BarBlock, ContentMark)
  case group(Cohesion, [PreparedBlock])
  case signing(PreparedSigning)
  case space(Points)
  case pageBreak
}

/// A paragraph, shaped; shared, for it is passed from hand to hand.
final class PreparedParagraph: Sendable {
  let text: KeptParagraph
  let style: ParagraphStyle
  let origin: SourceLocation?
  /// Where its first words came from, for runs that don't say it (``ParagraphCache``).
  let textOrigin: SourceLocation?
  /// The ordinals of the page references in it.
  let references: [Int]
  /// The places of notes in it.
  let calls: [FootnoteCall]
  /// Whose content its lines are.
  let mark: ContentMark

  init(
    text: KeptParagraph, style: ParagraphStyle, origin: SourceLocation?, textOrigin: SourceLocation?,
    references: [Int], calls: [FootnoteCall], mark: ContentMark
  ) {
    self.text = text
    self.style = style
    self.origin = origin
    self.textOrigin = textOrigin
    self.references = references
    self.calls = calls
    self.mark = mark
  }
}

/// A QR code whose text is coded.
struct PreparedCode {
  var block: QRBlock
  /// Its modules; `nil` where the text can't be coded.
  var matrix: QRMatrix?
  /// Whose content it is.
  var mark: ContentMark
}

/// A list with its markers.
struct PreparedList {
  /// An item: its marker and its blocks.
  struct Item {
    var marker: ListMarker
    var blocks: [PreparedBlock]
  }

  var items: [Item]
  /// The space for the markers at the right.
  var indent: Points
}

/// What leads an item of a list, as a line of its own.
struct ListMarker {
  /// The marker's line.
  var frame: Frame
  /// The space between it and the item.
  var gap: Points
}

/// A table whose cells stand in their columns and rows.
struct PreparedTable {
  /// A cell in its place.
  struct Cell {
    var content: TableCell
    var blocks: [PreparedBlock]
    var column: Int
    var row: Int
    var columnSpan: Int
    var rowSpan: Int
  }

  /// How its columns are found.
  var columns: [ColumnWidth]
  /// The header's cells and how many rows they make.
  var header: (cells: [Cell], rowCount: Int)
  /// The cells of all other rows and how many rows they make.
  var body: (cells: [Cell], rowCount: Int)
  /// Everything else of the table.
  var source: Table
}

/// The widths a block can take.
struct WidthRange: Hashable {
  /// The least: that of its widest piece that can't be broken.
  var minimum: Points = 0
  /// What it would take if it had all the room.
  var natural: Points = 0

  func padded(by extra: Points) -> WidthRange {
    WidthRange(minimum: minimum + extra, natural: natural + extra)
  }

  func union(_ other: WidthRange) -> WidthRange {
    WidthRange(minimum: max(minimum, other.minimum), natural: max(natural, other.natural))
  }
}

extension [PreparedBlock] {
  /// The widths that blocks below each other can take; in `need`, with what is broken only where no line holds it.
  func widths(in need: Need) -> WidthRange { reduce(WidthRange()) { $0.union($1.widths(in: need)) } }
}

/// Whether there is less room than matter takes.
enum Need {
  case none
  /// Addresses are broken and stated widths of columns give way.
  case room
}

extension PreparedBlock {
  /// The widths it can take.
  func widths(in need: Need) -> WidthRange {
    switch self {
    case .paragraph(let paragraph): paragraph.widths(in: need)
    case .list(let list):
      list.items.reduce(WidthRange()) { $0.union($1.blocks.widths(in: need)) }.padded(by: list.indent)
    case .table(let table): table.widths(in: need)
    case .image(let image, _): image.widths
    case .box(let box, let blocks):
      blocks.widths(in: need).padded(by: box.padding.start + box.padding.end + 2 * (box.border?.width ?? 0))
    case .columns(let columns, let blocks): columns.widths(of: blocks, in: need)
    case .qr(let code): WidthRange(minimum: code.block.side, natural: code.block.side)
    case .bar(let bar, _): bar.widths
    case .group(_, let blocks): blocks.widths(in: need)
    case .rule, .signing, .space, .pageBreak: WidthRange()
    }
  }
}

extension PreparedParagraph {
  /// The widths its text can take, indents counted.
  func widths(in need: Need) -> WidthRange {
    let around = style.startIndent + style.endIndent + max(style.firstLineIndent, 0)
    let least = need == .none ? text.shaped.minimumWidth : text.shaped.leastWidth
    return WidthRange(minimum: least + around, natural: text.shaped.naturalWidth + around)
  }
}

extension ColumnsBlock {
  fileprivate func widths(of blocks: [[PreparedBlock]], in need: Need) -> WidthRange {
    let gaps = gap * Double(max(columns.count - 1, 0))
    return zip(columns, blocks).reduce(WidthRange(minimum: gaps, natural: gaps)) { sum, column in
      var own = column.1.widths(in: need)
      if case .fixed(let width) = column.0.width { own = WidthRange(minimum: width, natural: width) }
      return WidthRange(minimum: sum.minimum + own.minimum, natural: sum.natural + own.natural)
    }
  }
}
