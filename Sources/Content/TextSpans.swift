extension Block {
  /// Calls `body` with each stretch of text in it, in reading order.
  func forEachSpan(_ body: (TextSpan) -> Void) {
    switch self {
    case .paragraph(let paragraph):
      // By their places: copying a stretch of text costs more than reading it.
      for index in paragraph.inlines.indices { paragraph.inlines[index].forEachSpan(body) }
    case .table(let table):
      for rows in [table.header, table.rows] {
        for row in rows { for cell in row { for block in cell.blocks { block.forEachSpan(body) } } }
      }
    case .list, .box, .columns, .group, .image, .rule, .qr, .bar, .signing, .space, .pageBreak:
      for block in inner { block.forEachSpan(body) }
    }
  }

  /// The square codes in it, in reading order.
  public var codes: [QRBlock] {
    if case .qr(let code) = self { [code] } else { inner.flatMap(\.codes) }
  }

  /// The blocks that stand in it.
  private var inner: [Block] {
    switch self {
    case .list(let list): list.items.flatMap { $0 }
    case .table(let table): (table.header + table.rows).flatMap { $0.flatMap(\.blocks) }
    case .box(let box): box.blocks
    case .columns(let columns): columns.columns.flatMap(\.blocks)
    case .group(_, let blocks): blocks
    case .paragraph, .image, .rule, .qr, .bar, .signing, .space, .pageBreak: []
    }
  }
}

extension Inline {
  fileprivate func forEachSpan(_ body: (TextSpan) -> Void) {
    switch self {
    case .text(let span): body(span)
    case .footnote(let note): for inline in note.inlines { inline.forEachSpan(body) }
    case .lineBreak, .flexibleSpace, .dottedFill, .writingSpace, .pageNumber, .pageCount: break
    }
  }
}

extension Document {
  /// Calls `body` with each stretch of text that its first page and flow show.
  public func forEachShownSpan(_ body: (TextSpan) -> Void) {
    for furniture in pageSetup.first.furniture { for block in furniture.blocks { block.forEachSpan(body) } }
    for block in self.body { block.forEachSpan(body) }
  }

  /// Everything that its first page and flow show: the flow, and the furniture of the first page.
  public var shownBlocks: [Block] { pageSetup.first.furniture.flatMap(\.blocks) + body }
}
