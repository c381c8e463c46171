import Content
import Templates

/// Blocks as a reader sees them, for the examples of the documentation.
enum PlainText {
  /// The places of notes and the notes themselves, before they are numbered.
  private static let (call, note): (Character, Character) = ("\u{E000}", "\u{E001}")

  /// One line a paragraph, item, row or note.
  static func text(of blocks: [Block]) -> String {
    var (calls, notes) = (0, 0)
    func number(_ count: inout Int) -> String {
      count += 1
      return Footnote([], digits: .arabicIndic).mark(count)
    }
    return lines(of: blocks).joined(separator: "\n").map { character in
      switch character {
      case call: number(&calls)
      case note: number(&notes) + " "
      default: String(character)
      }
    }.joined()
  }

  private static func lines(of blocks: [Block]) -> [String] { blocks.flatMap { lines(of: $0) } }

  private static func lines(of block: Block) -> [String] {
    switch block {
    case .paragraph(let paragraph):
      return text(of: paragraph.inlines).split(separator: "\n").map(String.init)
        + paragraph.inlines.flatMap { inline in
          guard case .footnote(let note) = inline else { return [String]() }
          return [String(Self.note) + text(of: note.inlines)]
        }
    case .list(let list):
      return list.items.enumerated().flatMap { index, item in
        let lines = lines(of: item)
        let marker = if case .number(let start, _) = list.marker { "\(start + index)." } else { "•" }
        return lines.prefix(1).map { marker + " " + $0 } + lines.dropFirst().map { "  " + $0 }
      }
    case .table(let table):
      if table.columns.count > 5, table.columns.allSatisfy({ $0 == table.columns[0] }) {
        let boxes = table.rows[0].reversed().map { "[" + lines(of: $0.blocks).joined() + "]" }
        return [boxes.joined()]
      }
      let rule = "|" + String(repeating: "---|", count: table.columns.count)
      return table.header.map(row) + (table.header.isEmpty ? [] : [rule]) + table.rows.map(row)
    case .box(let box): return lines(of: box.blocks).map { "│ " + $0 }
    case .columns(let columns): return columns.columns.flatMap { lines(of: $0.blocks) }
    case .group(_, let blocks): return lines(of: blocks)
    case .image, .rule, .qr, .bar, .signing, .space, .pageBreak: return []
    }
  }

  private static func row(_ cells: [TableCell]) -> String {
    "| " + cells.map { lines(of: $0.blocks).joined(separator: " / ") }.joined(separator: " | ") + " |"
  }

  private static func text(of inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let span):
        let text = span.text.replacing("\u{00A0}", with: " ").replacing("\u{2003}", with: "")
        return span.style.isBold == true ? "**\(text)**" : text
      case .lineBreak: return "\n"
      case .flexibleSpace: return " ⇔ "
      case .dottedFill, .writingSpace: return "……"
      case .pageNumber, .pageCount: return "#"
      case .footnote: return String(call)
      }
    }.joined()
  }
}
