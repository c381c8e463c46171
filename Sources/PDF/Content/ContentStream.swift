import Fonts
import Geometry
import Layout

/// The content stream of one page in the making (ISO 32000-1, 7.8.2).
struct ContentStream {
  private(set) var bytes = PDFBytes()
  /// The structure element of each marked-content sequence, by its identifier (MCID).
  private(set) var elements: [StructureTree.ElementID] = []
  private let height: Points
  private var color: Color?
  private var isVisible = true

  init(height: Points) {
    self.height = height
    bytes.reserve(1 << 16)
  }

  /// Begins a marked-content sequence (14.6); `tag` is the element's structure type.
  mutating func begin(_ mark: ContentMark, tag: String) {
    switch mark {
    case .element(let id):
      bytes.add("/")
      bytes.add(ascii: tag)
      bytes.add("<</MCID ")
      bytes.add(elements.count)
      bytes.add(">>BDC\n")
      elements.append(id)
    case .artifact(let kind):
      bytes.add("/Artifact")
      bytes.add(kind.properties)
      bytes.add("BDC\n")
    }
  }

  /// Ends it.
  mutating func end() { bytes.add("EMC\n") }

  /// Shows a form or image XObject, with the page's own axes.
  mutating func show(_ art: ArtName) {
    bytes.add("/A")
    bytes.add(art.value)
    bytes.add(" Do\n")
  }

  mutating func beginText() { bytes.add("BT\n") }

  mutating func endText() {
    // What art draws with letters must not inherit the mode.
    if !isVisible { setVisible(true) }
    bytes.add("ET\n")
    color = nil
  }

  /// Shows one code; each has its own font, place and string, which readers need to tell words (`TextLayer`).
  mutating func show(_ code: TextCode, as number: UInt16, font: Int, size: Points, at place: Point) {
    if !code.code.ink.isEmpty, code.color != color {
      for part in [code.color.red, code.color.green, code.color.blue] {
        bytes.add(part)
        bytes.add(" ")
      }
      bytes.add("rg\n")
      color = code.color
    }
    if (code.code.area == nil) != isVisible { setVisible(!isVisible) }
    bytes.add("/F")
    bytes.add(font)
    bytes.add(" ")
    bytes.add(size)
    bytes.add(" Tf 1 0 0 1 ")
    if let turn = code.turn {
      bytes.add(StackedPlace.x(place.x, turn: turn), places: StackedPlace.decimals)
    } else {
      bytes.add(place.x)
    }
    bytes.add(" ")
    bytes.add(height - place.y)
    bytes.add(" Tm ")
    bytes.add(code: number)
    bytes.add("Tj\n")
  }

  /// Chooses between text rendering mode 0, which fills letters, and 3, which draws nothing (9.3.6).
  private mutating func setVisible(_ visible: Bool) {
    bytes.add(visible ? "0 Tr\n" : "3 Tr\n")
    isVisible = visible
  }
}

/// The name of a piece of art in the pages' resources.
struct ArtName: Hashable {
  let value: Int
}

extension ArtifactKind {
  /// The property list of its marked content (ISO 32000-1, 14.8.2.2.2).
  fileprivate var properties: StaticString {
    switch self {
    case .pagination(.header): "<</Type/Pagination/Subtype/Header/Attached[/Top]>>"
    case .pagination(.footer): "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>"
    case .pagination(.watermark): "<</Type/Pagination/Subtype/Watermark>>"
    case .pagination(nil): "<</Type/Pagination>>"
    case .layout: "<</Type/Layout>>"
    case .background: "<</Type/Background>>"
    }
  }
}
