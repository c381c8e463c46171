import Content

/// Blocks as text: what a reader of the tests sees of them.
enum Outline {
  /// One line a block, indented by its depth.
  static func text(of blocks: [Block], depth: Int = 0) -> String {
    blocks.map { text(of: $0, depth: depth) }.joined(separator: "\n")
  }

  private static func text(of block: Block, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    switch block {
    case .paragraph(let paragraph):
      let style = paragraph.style == .body ? "" : "[\(paragraph.style.name)] "
      return indent + style + text(of: paragraph.inlines)
    case .list(let list):
      let lines = list.items.enumerated().map { index, item in
        let marker =
          switch list.marker {
          case .bullet, .hyphen: "-"
          case .number(let start, _): "\(start + index)."
          case .checkBox: "☐"
          }
        return indent + marker + "\n" + text(of: item, depth: depth + 1)
      }
      return lines.joined(separator: "\n")
    case .table(let table):
      let rows = table.header.map { ("header", $0) } + table.rows.map { ("row", $0) }
      let head = indent + "table \(table.columns.map(name).joined(separator: " "))"
      return ([head] + rows.map { indent + $0 + ": " + $1.map(text).joined(separator: " | ") })
        .joined(separator: "\n")
    case .box(let box):
      return indent + "box \(Int(box.minimumHeight))\n" + text(of: box.blocks, depth: depth + 1)
    case .columns(let columns):
      return columns.columns.map { indent + "column\n" + text(of: $0.blocks, depth: depth + 1) }
        .joined(separator: "\n")
    case .group(_, let blocks): return indent + "group\n" + text(of: blocks, depth: depth + 1)
    case .space(let height): return indent + "space \(Int(height))"
    case .rule: return indent + "rule"
    case .pageBreak: return indent + "page break"
    case .signing(let room): return indent + "room to sign \(Int(room.height))"
    case .image, .qr, .bar: return indent + "picture"
    }
  }

  private static func name(_ width: ColumnWidth) -> String {
    switch width {
    case .automatic: "auto"
    case .fixed(let points): "\(Int(points))pt"
    case .fraction(let share): "\(share)fr"
    }
  }

  private static func text(of cell: TableCell) -> String {
    let spans = [("c", cell.columnSpan), ("r", cell.rowSpan)].filter { $0.1 > 1 }.map { "\($0)\($1)" }
    let head = spans.isEmpty ? "" : "<\(spans.joined(separator: " "))>"
    return head
      + cell.blocks.map { text(of: $0, depth: 0) }.joined(separator: " / ")
      .replacing("[table-cell] ", with: "").replacing("[table-header] ", with: "")
      .replacing("\n", with: " ; ")
  }

  /// Inline pieces: `⟦…⟧` left to right, `⟨…⟩` by its own first letter, `*…*` bold, `↔` flexible space.
  static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let span):
        var text = span.text.replacing("\u{00A0}", with: "~")
        switch span.isolation {
        case .none: break
        case .leftToRight: text = "⟦\(text)⟧"
        case .rightToLeft: text = "⟧\(text)⟦"
        case .firstStrong: text = "⟨\(text)⟩"
        }
        return span.style.isBold == true ? "*\(text)*" : text
      case .lineBreak: return "⏎"
      case .flexibleSpace: return "↔"
      case .dottedFill, .writingSpace: return "……"
      case .pageNumber: return "#"
      case .pageCount: return "##"
      case .footnote(let note): return "^[\(text(of: note.inlines))]"
      }
    }.joined()
  }
}
