extension Document {
  /// The words of the flow in reading order, a line for each paragraph, cell, item and note; without furniture.
  public var plainText: String {
    var text = PlainText()
    return text.lines(of: body) + "\n"
  }
}

extension Block {
  /// The words of the block in reading order.
  public var plainText: String {
    var text = PlainText()
    return text.text(of: self)
  }
}

/// The words of blocks, with the notes numbered as they come.
private struct PlainText {
  private var notes = 0

  mutating func lines(of blocks: [Block]) -> String {
    var lines: [String] = []
    for block in blocks {
      let text = text(of: block)
      if !text.isEmpty { lines.append(text) }
    }
    return lines.joined(separator: "\n")
  }

  mutating func text(of block: Block) -> String {
    switch block {
    case .paragraph(let paragraph): text(of: paragraph.inlines)
    case .list(let list): lines(of: list.items.flatMap { $0 })
    case .table(let table) where table.comb != nil: table.comb ?? ""
    case .table(let table): lines(of: (table.header + table.rows).flatMap { $0.flatMap(\.blocks) })
    case .box(let box): lines(of: box.blocks)
    case .columns(let columns): lines(of: columns.columns.flatMap(\.blocks))
    case .group(_, let blocks): lines(of: blocks)
    case .image, .rule, .qr, .bar, .signing, .space, .pageBreak: ""
    }
  }

  /// The words of a paragraph, and of its notes below them.
  private mutating func text(of inlines: [Inline]) -> String {
    var (text, below) = ("", "")
    for inline in inlines {
      switch inline {
      case .text(let span): text += span.text
      case .lineBreak: text += "\n"
      case .flexibleSpace, .dottedFill, .writingSpace: text += " "
      case .pageNumber, .pageCount: break
      case .footnote(let note):
        notes += 1
        let mark = note.mark(notes)
        text += mark
        below += "\n" + mark + " " + self.text(of: note.inlines)
      }
    }
    return text + below
  }
}

extension String {
  /// Whether nothing of it is seen: there is no character in it but white space.
  public var isWhiteSpace: Bool {
    // Most texts begin with a letter or digit, of ASCII or the Arabic block.
    if let first = utf8.first, 0x21...0x7E ~= first || 0xD8...0xDB ~= first { return false }
    return allSatisfy(\.isWhitespace)
  }
}
