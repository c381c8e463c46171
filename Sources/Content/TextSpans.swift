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

  /// Adds the square codes in it, in reading order.
  fileprivate func addCodes(to codes: inout [QRBlock]) {
    switch self {
    case .qr(let code): codes.append(code)
    case .paragraph: break
    default: for block in inner { block.addCodes(to: &codes) }
    }
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

  /// The square codes that its first page and flow show, in reading order.
  public var shownCodes: [QRBlock] {
    var codes: [QRBlock] = []
    for furniture in pageSetup.first.furniture {
      for block in furniture.blocks { block.addCodes(to: &codes) }
    }
    for block in body { block.addCodes(to: &codes) }
    return codes
  }
}
