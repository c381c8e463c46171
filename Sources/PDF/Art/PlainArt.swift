import Content
import Geometry
import Layout

/// Art of filled rectangles and straight lines alone, such as a table's rules and the squares of a code, as the
/// content of a form XObject.
///
/// Such art is a letter's own, so that it is drawn anew for each. A surface of Cairo's, and reading back what it
/// wrote, would take as long as the letter's text.
struct PlainArt: Hashable {
  private(set) var content = PDFBytes()
  private let size: Size

  /// The art of `key`; `nil` where something of it must be drawn.
  init?(_ key: ArtKey) {
    size = key.size
    guard key.items.allSatisfy(\.isPlain) else { return nil }
    // As on our pages, places are counted from the top.
    add([1, 0, 0, -1, 0, size.height], " cm\n")
    for item in key.items { add(item) }
  }

  private mutating func add(_ item: FrameItem) {
    switch item {
    case .fill(let rect, let color): fill([rect], color)
    case .fills(let rects, let color): fill(rects, color)
    case .rule(let from, let to, let stroke):
      begin(stroke)
      add([from.x, from.y], " m\n")
      add([to.x, to.y], " l\nS\n")
    case .frame(let rect, let stroke):
      begin(stroke)
      add(rect)
      content.add("S\n")
    case .scaled(let factor, let at, let items):
      content.add("q\n")
      add([factor, 0, 0, factor, at.x, at.y], " cm\n", places: 5)
      for item in items { add(item) }
      content.add("Q\n")
    case .marked(_, let items):
      for item in items { add(item) }
    case .line, .image, .rotated, .signatureField: break
    }
  }

  private mutating func fill(_ rects: [Rect], _ color: Color) {
    add([color.red, color.green, color.blue], " rg\n")
    for rect in rects { add(rect) }
    content.add("f\n")
  }

  /// Sets all that a line is drawn with (ISO 32000-1, 8.4.3): colour, width, cap and dashes.
  private mutating func begin(_ stroke: Stroke) {
    add([stroke.color.red, stroke.color.green, stroke.color.blue], " RG\n")
    content.add(stroke.width)
    if stroke.isDotted {
      // A dash of no length under a round cap is a dot as wide as the line.
      content.add(" w 1 J [0 ")
      content.add(2.5 * stroke.width)
      content.add("] 0 d\n")
    } else {
      content.add(" w 0 J [] 0 d\n")
    }
  }

  private mutating func add(_ rect: Rect) {
    add([rect.minX, rect.minY, rect.size.width, rect.size.height], " re\n")
  }

  private mutating func add(_ numbers: [Double], _ operation: StaticString, places: Int = 3) {
    content.add(atMost: numbers.count * (SyntaxLine.numberLength + 1) + operation.utf8CodeUnitCount) { line in
      for (index, number) in numbers.enumerated() {
        if index > 0 { line.add(byte: 0x20) }
        line.add(number, places: places)
      }
      operation.withUTF8Buffer { line.add($0) }
    }
  }

  /// Writes the form under `number`.
  func write(as number: ObjectNumber, to file: inout ObjectFile) {
    file.writeStream(number, content.bytes) {
      $0.add("/Type/XObject/Subtype/Form/BBox[0 0 ")
      $0.add(size.width)
      $0.add(" ")
      $0.add(size.height)
      $0.add("]/Resources<<>>")
    }
  }
}

extension FrameItem {
  /// Whether it is filled rectangles and straight lines, and nothing else.
  fileprivate var isPlain: Bool {
    switch self {
    case .fill, .fills, .rule, .frame: true
    case .scaled(_, _, let items), .marked(_, let items): items.allSatisfy(\.isPlain)
    case .line, .image, .rotated, .signatureField: false
    }
  }
}
