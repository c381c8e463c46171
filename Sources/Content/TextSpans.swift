extension Block {
  /// Calls `body` with each stretch of text in it, in reading order.
  func forEachSpan(_ body: (TextSpan) -> Void) {
    switch self {
    case .paragraph(let paragraph):
      // By their places: copying a stretch of text costs more than reading it.
      for index in paragraph.inlines.indices { paragraph.inlines[index].forEachSpan(body) }
    default: forEachInner { $0.forEachSpan(body) }
    }
  }

  /// Adds the square codes in it, in reading order.
  fileprivate func addCodes(to codes: inout [QRBlock]) {
    switch self {
    case .qr(let code): codes.append(code)
    case .paragraph: break
    default: forEachInner { $0.addCodes(to: &codes) }
    }
  }

  /// Calls `body` with each block that stands in it, in reading order.
  private func forEachInner(_ body: (Block) -> Void) {
    switch self {
    case .list(let list): for item in list.items { item.forEach(body) }
    case .table(let table):
      for row in table.header { for cell in row { cell.blocks.forEach(body) } }
      for row in table.rows { for cell in row { cell.blocks.forEach(body) } }
    case .box(let box): box.blocks.forEach(body)
    case .columns(let columns): for column in columns.columns { column.blocks.forEach(body) }
    case .group(_, let blocks): blocks.forEach(body)
    case .paragraph, .image, .rule, .qr, .bar, .signing, .space, .pageBreak: break
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
