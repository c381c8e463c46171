import Content
import Geometry
import Text

/// Lists: an element for each item, with its marker and what it says (ISO 32000-1 14.8.4.3.3).
extension BlockPreparer {
  mutating func prepare(_ list: ListBlock) -> PreparedList {
    var element = StructureTree.Element(.list)
    element.attributes.listNumbering = list.marker.numbering
    structure.begin(element)
    defer { structure.end() }
    var items: [PreparedList.Item] = []
    for (index, blocks) in list.items.enumerated() {
      let style = styles[blocks.first?.leadingStyle ?? .body]
      structure.begin(StructureTree.Element(.listItem))
      let marker = marker(list.marker, at: index, style)
      items.append(
        PreparedList.Item(marker: marker, blocks: prepare(blocks, in: StructureTree.Element(.listBody))))
      structure.end()
    }
    let widest = items.reduce(0) { max($0, $1.marker.frame.size.width + $1.marker.gap) }
    return PreparedList(items: items, indent: widest)
  }

  private mutating func marker(
    _ marker: ListBlock.Marker, at index: Int, _ style: ParagraphStyle
  ) -> ListMarker {
    let words =
      switch marker {
      case .bullet: "•"
      case .hyphen: "-"
      // A full stop after ٩ reads as a zero, so a hyphen stands there, as in Arabic offices.
      case .number(let start, .arabicIndic): NumberDigits.arabicIndic.written(start + index) + "-"
      case .number(let start, .european): NumberDigits.european.written(start + index) + "."
      case .checkBox: "☐"
      }
    return label(words, style)
  }

  /// What leads an item or note.
  mutating func label(_ words: String, _ style: ParagraphStyle) -> ListMarker {
    let pieces: [TextPiece] = [
      .run(StyledRun(words, attributes: TextAttributes(style), isBreakable: false))
    ]
    var label = StructureTree.Element(.label)
    label.actualText = pieces.textOfSigns
    let mark = structure.leaf(label)
    let shaped = paragraphs.shape(pieces, log: &log).shaped
    var frame = Frame(width: shaped.naturalWidth, height: 0)
    if let line = shaped.lines(alignment: .start, measure: { _ in shaped.naturalWidth }).first {
      frame = LineBox(line, style).frame(width: shaped.naturalWidth, left: 0, mark: mark)
    }
    return ListMarker(frame: frame, gap: style.size / 2)
  }
}

extension ListBlock.Marker {
  fileprivate var numbering: StructureTree.Attributes.ListNumbering {
    switch self {
    case .bullet: .disc
    case .number: .decimal
    case .hyphen, .checkBox: .none
    }
  }
}

extension Block {
  /// The style of its first line, which a list's marker takes.
  fileprivate var leadingStyle: StyleName? {
    switch self {
    case .paragraph(let paragraph): paragraph.style
    case .group(_, let blocks): blocks.first?.leadingStyle
    case .box(let box): box.blocks.first?.leadingStyle
    default: nil
    }
  }
}
