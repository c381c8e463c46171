extension Block {
  /// The stretches of text in it, in reading order.
  public var spans: [TextSpan] {
    switch self {
    case .paragraph(let paragraph):
      paragraph.inlines.compactMap { if case .text(let span) = $0 { span } else { nil } }
    case .list, .table, .box, .columns, .group, .image, .rule, .qr, .bar, .signing, .space, .pageBreak:
      inner.flatMap(\.spans)
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

extension Document {
  /// Everything that its first page and flow show: the flow, and the furniture of the first page.
  public var shownBlocks: [Block] { pageSetup.first.furniture.flatMap(\.blocks) + body }
}
