extension Document {
  /// The words of the flow in reading order, a line for each paragraph, cell and item; without furniture.
  public var plainText: String { body.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n") + "\n" }
}

extension Block {
  /// The words of the block in reading order.
  public var plainText: String {
    switch self {
    case .paragraph(let paragraph): paragraph.inlines.map(\.plainText).joined()
    case .list(let list): Self.lines(list.items.flatMap { $0 })
    case .table(let table) where table.comb != nil: table.comb ?? ""
    case .table(let table): Self.lines((table.header + table.rows).flatMap { $0.flatMap(\.blocks) })
    case .box(let box): Self.lines(box.blocks)
    case .columns(let columns): Self.lines(columns.columns.flatMap(\.blocks))
    case .group(_, let blocks): Self.lines(blocks)
    case .image, .rule, .qr, .bar, .signing, .space, .pageBreak: ""
    }
  }

  private static func lines(_ blocks: [Block]) -> String {
    blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Inline {
  fileprivate var plainText: String {
    switch self {
    case .text(let span): span.text
    case .lineBreak: "\n"
    case .flexibleSpace, .dottedFill, .writingSpace: " "
    case .pageNumber, .pageCount: ""
    }
  }
}
