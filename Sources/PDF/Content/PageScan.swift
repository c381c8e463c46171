import Fonts
import Geometry
import Layout

/// A page's items sorted into what the content stream is made of: text under its mark, pictures of structure
/// elements, and the art beneath them; and the annotations that lie over it.
///
/// Art stands in layers, each of one piece or more. All of a page's art lies in the first, under the text, unless
/// a filled area is painted over text that came before it: from there on a new layer begins.
struct PageScan {
  /// A piece of the page.
  enum Piece {
    /// Lines of text of one mark.
    case text(ContentMark, [PlacedLine])
    /// A picture that a structure element stands for.
    case figure(StructureTree.ElementID, [FrameItem])
    /// Art that belongs to no element.
    case art([FrameItem])
  }

  /// A line, the place of its origin on the page, and how much larger it is drawn than it was set.
  struct PlacedLine {
    var line: TextLine
    var origin: Point
    var scale: Double
  }

  /// The pieces, in the order they are painted.
  private(set) var pieces: [Piece] = []
  /// The annotations that structure elements own; a field that is part of nothing is left out.
  private(set) var annotations: [PlacedAnnotation] = []
  private var art: [(item: FrameItem, isFurniture: Bool)] = []
  private var artPlace = 0
  private var covered: [Rect] = []
  private let structure: StructureTree

  init(_ page: Page, of structure: StructureTree) {
    self.structure = structure
    for item in page.items { add(item, mark: .artifact(.layout), scale: 1, origin: .zero) }
    endArt()
  }

  private mutating func add(_ item: FrameItem, mark: ContentMark, scale: Double, origin: Point) {
    switch item {
    case .marked(let inner, let items):
      if case .element(let id) = inner, items.contains(where: { !$0.isText && !$0.isAnnotation }),
        !items.contains(where: \.isText)
      {
        pieces.append(.figure(id, items.map { $0.placed(scale: scale, origin: origin) }))
      } else {
        for item in items { add(item, mark: inner, scale: scale, origin: origin) }
      }
    case .line(let line, let at):
      add(line, at: Point(x: origin.x + scale * at.x, y: origin.y + scale * at.y), mark, scale)
    case .scaled(let factor, let at, let items):
      let origin = Point(x: origin.x + scale * at.x, y: origin.y + scale * at.y)
      for item in items { add(item, mark: mark, scale: scale * factor, origin: origin) }
    case .fill, .fills, .image:
      let placed = item.placed(scale: scale, origin: origin)
      if let box = placed.box, covered.contains(where: { $0.overlaps(box) }) { endArt() }
      addArt(placed, mark)
    case .signatureField(let field, _):
      guard case .element(let id) = mark, let box = item.placed(scale: scale, origin: origin).box else {
        break
      }
      annotations.append(PlacedAnnotation(element: id, kind: .signatureField(field), box: box))
    case .rule, .frame, .rotated:
      addArt(item.placed(scale: scale, origin: origin), mark)
    }
  }

  private mutating func add(_ line: TextLine, at origin: Point, _ mark: ContentMark, _ scale: Double) {
    if !line.decorations.isEmpty {
      let decoration = TextLine(
        runs: [], decorations: line.decorations, isRightToLeft: line.isRightToLeft,
        endsParagraph: line.endsParagraph)
      addArt(FrameItem.line(decoration, at: .zero).placed(scale: scale, origin: origin), mark)
    }
    guard !line.runs.isEmpty else { return }
    let placed = PlacedLine(line: line, origin: origin, scale: scale)
    covered.append(placed.box)
    if case .element(let id) = mark, structure.hasChildren(id) {
      addLinks(of: placed, in: id)
    }
    if case .text(mark, var lines)? = pieces.last, pieces.count > artPlace {
      lines.append(placed)
      pieces[pieces.count - 1] = .text(mark, lines)
    } else {
      pieces.append(.text(mark, [placed]))
    }
  }

  /// Adds an annotation for each link of a line.
  private mutating func addLinks(of line: PlacedLine, in paragraph: StructureTree.ElementID) {
    for place in structure[paragraph].children.indices {
      guard let owner = structure.owner(ofLink: place, in: paragraph),
        let kind = PlacedAnnotation.Kind(structure[owner])
      else { continue }
      let runs = line.line.runs.filter { $0.run.link == place }
      guard let first = runs.first else { continue }
      var part = PlacedLine(line: TextLine(runs: runs), origin: line.origin, scale: line.scale)
      // The number at a note's place is raised.
      part.origin.y -= line.scale * max(first.run.glyphs.map(\.y).min() ?? 0, 0)
      annotations.append(PlacedAnnotation(element: owner, kind: kind, box: part.box))
    }
  }

  private mutating func addArt(_ item: FrameItem, _ mark: ContentMark) {
    art.append((item, mark.isFurniture && !item.isCode))
  }

  /// Puts the art so far beneath the text that came with it; later art lies above it.
  ///
  /// Furniture is the same from letter to letter, and is a piece of its own that is drawn once for all of them.
  private mutating func endArt() {
    var layer: [Piece] = []
    var start = 0
    while start < art.count {
      let end = art[start...].firstIndex { $0.isFurniture != art[start].isFurniture } ?? art.count
      layer.append(.art(art[start..<end].map(\.item)))
      start = end
    }
    pieces.insert(contentsOf: layer, at: artPlace)
    art = []
    artPlace = pieces.count
    covered = []
  }
}

extension ContentMark {
  /// Whether it is of what pages have in common: letterhead, feet, watermarks, grounds.
  fileprivate var isFurniture: Bool {
    switch self {
    case .artifact(.pagination), .artifact(.background): true
    case .artifact(.layout), .element: false
    }
  }
}

extension FrameItem {
  /// Whether it is the squares of a code, which is a letter's own.
  fileprivate var isCode: Bool {
    switch self {
    case .fills: true
    case .scaled(_, _, let items): items.contains(where: \.isCode)
    default: false
    }
  }
}
