import Content

/// A document's blocks as lines of text: what a theme put where, without sizes.
enum Outline {
  static func text(of document: Document) -> String {
    let setup = document.pageSetup
    let parts: [(String, [Block])] =
      furniture("first", setup.first) + furniture("rest", setup.rest) + [("body", document.body)]
    return parts.map { ([$0] + lines($1, indent: 1)).joined(separator: "\n") }.joined(separator: "\n") + "\n"
  }

  private static func furniture(_ name: String, _ master: PageMaster) -> [(String, [Block])] {
    master.furniture.map { item in
      let edge = if case .top = item.anchor { "top" } else { "bottom" }
      return ("\(name) \(edge)", item.blocks)
    }
  }

  static func lines(_ blocks: [Block], indent: Int) -> [String] {
    blocks.flatMap { lines($0, indent) }
  }

  private static func lines(_ block: Block, _ indent: Int) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    switch block {
    case .paragraph(let paragraph): return [margin + paragraph.style.name + ": " + text(paragraph.inlines)]
    case .image(let image): return [margin + "image: " + (image.alternativeText ?? "")]
    case .rule: return [margin + "rule"]
    case .bar(let bar): return [margin + "bar: " + (bar.alternativeText ?? "")]
    case .qr(let qr): return [margin + "qr: " + qr.payload]
    case .space: return [margin + "space"]
    case .signing(let room):
      return [margin + "room to sign"] + room.fields.map { "\(margin)  \($0.name): \($0.purpose)" }
    case .pageBreak: return [margin + "page break"]
    case .list(let list): return [margin + "list"] + list.items.flatMap { lines($0, indent: indent + 1) }
    case .group(let cohesion, let inner): return [margin + "\(cohesion)"] + lines(inner, indent: indent + 1)
    case .box(let box): return [margin + "box"] + lines(box.blocks, indent: indent + 1)
    case .columns(let columns):
      return columns.columns.flatMap { [margin + "column"] + lines($0.blocks, indent: indent + 1) }
    case .table(let table):
      return [margin + "table"]
        + (table.header + table.rows).map { row in
          margin + "  | "
            + row.map { lines($0.blocks, indent: 0).joined(separator: " ") }.joined(separator: " | ")
        }
    }
  }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let span): span.text
      case .lineBreak: "⏎"
      case .flexibleSpace: "⇔"
      case .dottedFill, .writingSpace: "……"
      case .pageNumber: "#"
      case .pageCount: "##"
      case .footnote(let note): "^[\(text(note.inlines))]"
      }
    }.joined()
  }
}
