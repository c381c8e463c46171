import Content
import Diagnostics
import Geometry

extension Evaluator {
  /// Writes blocks, items gathered to lists and rows to tables.
  mutating func blocks(_ nodes: [BlockNode]) -> [Block] {
    Assembler.blocks(of: pieces(nodes), digits: digits)
  }

  /// Writes blocks one by one.
  mutating func pieces(_ nodes: [BlockNode]) -> [Piece] {
    var pieces: [Piece] = []
    append(nodes, to: &pieces)
    return pieces
  }

  private mutating func append(_ nodes: [BlockNode], to pieces: inout [Piece]) {
    for node in nodes where !isExhausted { append(node, to: &pieces) }
  }

  private mutating func append(_ node: BlockNode, to pieces: inout [Piece]) {
    switch node {
    case .row(let row):
      if let piece = self.row(row) { pieces.append(piece) }
    case .conditional(let branches):
      if let branch = branch(of: branches, orTry: { _ = $0.pieces($1) }) { append(branch.body, to: &pieces) }
    case .loop(let loop): iterate(loop, into: &pieces) { $0.append($1, to: &$2) }
    case .included(let inner): append(inner, to: &pieces)
    default: pieces += self.pieces(node)
    }
  }

  private mutating func pieces(_ node: BlockNode) -> [Piece] {
    switch node {
    case .paragraph(let level, let inlines, let place):
      return paragraph(inlines, level: level, at: place).map { .block($0) }
    case .item(let item):
      let isEmpty = isBlankPlace(item.inlines)
      let blocks = paragraphs(
        of: isEmpty ? [.inline(.dottedFill)] : atoms(item.inlines), style: .listItem, at: item.place)
      return blocks.isEmpty ? [] : [.item(number: item.number, indent: item.indent, blocks)]
    case .headerRule(let widths, let place): return [.headerRule(widths.map(\.width), place)]
    case .fieldLine(let label, let value, let place): return fieldLine(label, value, at: place)
    case .blank: return [.blank]
    case .optional(let inner): return optionally { $0.pieces(inner) } ?? []
    case .fields(let columns, let inner, let place):
      return FieldGrid.block(of: pieces(inner), columns: columns, at: place).map { [.block($0)] } ?? []
    case .styled(let name, let inner): return styled(name, inner)
    case .chart(let chart): return self.chart(chart).map { .block($0) }
    default: return leaf(node).map { [.block($0)] } ?? []
    }
  }

  private mutating func leaf(_ node: BlockNode) -> Block? {
    switch node {
    case .signatures(let titles, let place): signatures(titles, at: place)
    case .dottedLines(let count):
      .group(.together, Self.dottedLines(count))
    case .box(let height, let inner):
      .box(BoxBlock(border: Stroke(width: 0.75), minimumHeight: height, blocks: boxed(inner, height)))
    case .together(let inner): .group(.together, blocks(inner))
    case .columns(let parts):
      .columns(ColumnsBlock(columns: parts.map { ColumnsBlock.Column(blocks: blocks($0)) }))
    case .rule: .rule(Stroke(width: 0.5))
    case .newPage: .pageBreak
    case .space(let height): .space(height)
    default: nil
    }
  }

  private mutating func styled(_ name: FieldName, _ inner: [BlockNode]) -> [Piece] {
    let outer = paragraphStyle
    paragraphStyle = StyleName(ParagraphStyleWord.styleName(name))
    defer { paragraphStyle = outer }
    return pieces(inner)
  }

  private mutating func paragraph(
    _ nodes: [InlineNode], level: Int?, at place: SourceLocation
  ) -> [Block] {
    let style = level.map { .heading($0) } ?? paragraphStyle ?? .body
    if level == nil, isBlankPlace(nodes), nodes.contains(where: isParagraph) {
      return [.group(.together, Self.dottedLines(Self.linesOfParagraph))]
    }
    let atoms = atoms(nodes)
    if nodes.count == 1, case .field? = nodes.first {
      return atoms.split(separator: .paragraphBreak)
        .flatMap { paragraphs(of: Array($0), style: style, level: level, at: place) }
    }
    return paragraphs(of: atoms, style: style, level: level, at: place)
  }

  /// The paragraph that atoms make, or none if nothing of them is left; comb boxes alone make a table.
  func paragraphs(
    of atoms: [Atom], style: StyleName, level: Int? = nil, at place: SourceLocation
  ) -> [Block] {
    let visible = Clause.removingMissing(from: atoms)
    guard let first = visible.firstIndex(where: \.isVisible) else { return [] }
    if case .comb(let characters) = visible[first], !visible[(first + 1)...].contains(where: \.isVisible) {
      return [.table(CombBoxes.table(characters, at: place))]
    }
    return [
      .paragraph(
        Paragraph(style: style, headingLevel: level, Evaluator.inlines(visible), origin: place))
    ]
  }

  /// What a hand needs to write a line.
  private static let writingHeight: Points = .mm(6)

  /// A row, or nothing where one of its optional values is missing.
  private mutating func row(_ row: RowNode) -> Piece? {
    var cells: [TableCell] = []
    cells.reserveCapacity(row.cells.count)
    var lacksOptional = false
    // A row with no word in it still has to be high enough to write in.
    let rooms = row.cells.map { isBlankPlace($0.inlines) ? writingRoom(of: $0.inlines) : nil }
    let isEmpty = !rooms.contains(nil)
    // Room for one cell after the other: an amount is two.
    var atoms: [Atom] = []
    atoms.reserveCapacity(4)
    for (cell, room) in zip(row.cells, rooms) {
      atoms.removeAll(keepingCapacity: true)
      if room == nil { append(cell.inlines, .plain, to: &atoms) }
      lacksOptional = lacksOptional || atoms.contains(where: \.isMissing)
      cells.append(
        TableCell(
          blocks: isEmpty
            ? [.space(Self.writingHeight)] : paragraphs(of: atoms, style: .tableCell, at: cell.place),
          columnSpan: cell.columnSpan, rowSpan: cell.rowSpan))
    }
    return lacksOptional ? nil : .row(cells, rooms: rooms, row.place)
  }

  /// A line of a form, or nothing where one of its optional values is missing.
  private mutating func fieldLine(
    _ label: [InlineNode], _ value: [InlineNode]?, at place: SourceLocation
  ) -> [Piece] {
    let labelAtoms = atoms(label)
    var valueAtoms = value.map { isBlankPlace($0) ? [.inline(.dottedFill)] : atoms($0) }
    // A value that is neither known nor said to be missing is written by hand.
    if let written = valueAtoms, !written.contains(where: { $0.isVisible || $0 == .missing }) {
      valueAtoms = [.inline(.dottedFill)]
    }
    if labelAtoms.contains(.missing) || valueAtoms?.contains(.missing) == true { return [] }
    let labels = Evaluator.inlines(labelAtoms)
    let values = valueAtoms.map { paragraphs(of: $0, style: .fieldValue, at: place) }
    return [.fieldLine(label: labels, value: values)]
  }
}

extension ColumnWidthNode {
  fileprivate var width: ColumnWidth {
    switch self {
    case .automatic: .automatic
    case .fixed(let points): .fixed(points)
    case .fraction(let share): .fraction(share)
    }
  }
}
