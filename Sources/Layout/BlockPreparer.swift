import Content
import Diagnostics
import Geometry
import Text

/// Shapes the text of blocks and puts the cells of tables in their places.
struct BlockPreparer {
  let paragraphs: ParagraphCache
  let styles: StyleSheet
  /// What the page references say.
  var references: PageReferences
  /// What is wrong in the text.
  var log = DiagnosticLog()

  init(paragraphs: ParagraphCache, styles: StyleSheet, references: PageReferences) {
    self.paragraphs = paragraphs
    self.styles = styles
    self.references = references
  }

  /// The blocks, ready to be given a width.
  mutating func prepare(_ blocks: [Block]) -> [PreparedBlock] {
    var prepared: [PreparedBlock] = []
    prepared.reserveCapacity(blocks.count)
    for block in blocks { prepared.append(prepare(block)) }
    return prepared
  }

  private mutating func prepare(_ block: Block) -> PreparedBlock {
    switch block {
    case .paragraph(let paragraph): .paragraph(prepare(paragraph))
    case .list(let list): .list(prepare(list))
    case .table(let table): .table(prepare(table))
    case .image(let image): .image(image)
    case .rule(let stroke): .rule(stroke)
    case .box(let box): .box(box, prepare(box.blocks))
    case .columns(let columns): .columns(columns, columns.columns.map { prepare($0.blocks) })
    case .qr(let code): .qr(code)
    case .group(let cohesion, let blocks): .group(cohesion, prepare(blocks))
    case .space(let space): .space(space)
    case .pageBreak: .pageBreak
    }
  }

  private mutating func prepare(_ paragraph: Paragraph) -> PreparedParagraph {
    let style = styles[paragraph.style]
    let plain = TextAttributes(style)
    var resolved: [Int] = []
    var pieces: [TextPiece] = []
    pieces.reserveCapacity(paragraph.inlines.count)
    for inline in paragraph.inlines {
      switch inline {
      case .text(let span):
        let attributes = TextAttributes(style, span.style)
        pieces.append(
          .run(
            StyledRun(
              span.text, attributes: attributes, isolation: span.isolation, isBreakable: span.isBreakable,
              origin: span.origin ?? paragraph.origin)))
      case .lineBreak: pieces.append(.lineBreak(plain))
      case .flexibleSpace: pieces.append(.flexibleSpace(plain))
      case .dottedFill: pieces.append(.dottedFill(plain))
      case .pageNumber(let own, let digits):
        resolved.append(references.ordinal)
        pieces.append(number(references.next(), digits, TextAttributes(style, own), paragraph.origin))
      case .pageCount(let own, let digits):
        references.hasCount = true
        pieces.append(number(references.count, digits, TextAttributes(style, own), paragraph.origin))
      }
    }
    let text = paragraphs.shape(pieces, log: &log)
    let origin = paragraph.origin ?? pieces.lazy.compactMap(\.runOrigin).first
    return PreparedParagraph(text: text, style: style, origin: origin, references: resolved)
  }

  private func number(
    _ number: Int, _ digits: NumberDigits, _ attributes: TextAttributes, _ origin: SourceLocation?
  ) -> TextPiece {
    .run(
      StyledRun(
        digits.written(number), attributes: attributes, isolation: .leftToRight, isBreakable: false,
        origin: origin))
  }

  private mutating func prepare(_ list: ListBlock) -> PreparedList {
    var items: [PreparedList.Item] = []
    for (index, blocks) in list.items.enumerated() {
      let style = styles[blocks.first?.leadingStyle ?? .body]
      let marker = marker(list.marker, at: index, style)
      items.append(PreparedList.Item(marker: marker, blocks: prepare(blocks)))
    }
    let widest = items.reduce(0) { max($0, $1.marker.frame.size.width + $1.marker.gap) }
    return PreparedList(items: items, indent: widest)
  }

  private mutating func marker(
    _ marker: ListBlock.Marker, at index: Int, _ style: ParagraphStyle
  ) -> ListMarker {
    let words =
      switch marker {
      case .bullet: "•"
      // A full stop after ٩ reads as a zero, so a hyphen stands there, as in Arabic offices.
      case .number(let start, .arabicIndic): NumberDigits.arabicIndic.written(start + index) + "-"
      case .number(let start, .european): NumberDigits.european.written(start + index) + "."
      case .checkBox: "☐"
      }
    let run = StyledRun(words, attributes: TextAttributes(style), isBreakable: false)
    let shaped = paragraphs.shape([.run(run)], log: &log).shaped
    var frame = Frame(width: shaped.naturalWidth, height: 0)
    if let line = shaped.lines(alignment: .start, measure: { _ in shaped.naturalWidth }).first {
      frame = LineBox(line, style).frame(width: shaped.naturalWidth, left: 0)
    }
    return ListMarker(frame: frame, gap: style.size / 2)
  }

  private mutating func prepare(_ table: Table) -> PreparedTable {
    var grid = TableGrid(columnCount: table.columns.count, origin: table.origin)
    let header = grid.place(table.header, log: &log)
    let body = grid.place(table.rows, log: &log)
    let added = [ColumnWidth](repeating: .automatic, count: grid.columnCount - table.columns.count)
    return PreparedTable(
      columns: table.columns + added, header: (header.map { prepared($0) }, table.header.count),
      body: (body.map { prepared($0) }, table.rows.count), source: table)
  }

  private mutating func prepared(_ placed: TableGrid.Place) -> PreparedTable.Cell {
    PreparedTable.Cell(
      content: placed.cell, blocks: prepare(placed.cell.blocks), column: placed.column, row: placed.row,
      columnSpan: placed.columnSpan, rowSpan: placed.rowSpan)
  }
}

extension TextAttributes {
  /// A paragraph's style, with what its inline changes.
  init(_ style: ParagraphStyle, _ own: InlineStyle = .plain) {
    self.init(
      families: own.family.map { [$0] + style.families } ?? style.families,
      isBold: own.isBold ?? style.isBold,
      size: style.size * (own.scale ?? 1), color: own.color ?? style.color)
  }
}

extension TextPiece {
  fileprivate var runOrigin: SourceLocation? { if case .run(let run) = self { run.origin } else { nil } }
}

extension Block {
  /// The style of its first line, which a list's marker takes.
  fileprivate var leadingStyle: StyleName? {
    switch self {
    case .paragraph(let paragraph): paragraph.style
    case .group(_, let blocks): blocks.first?.leadingStyle
    case .box(let box): box.blocks.first?.leadingStyle
    default: nil
    }
  }
}
