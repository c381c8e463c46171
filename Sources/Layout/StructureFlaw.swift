import Content
public import Diagnostics
import Fonts

/// A fault in the structure of a laid-out document, which a tagged file must not have.
public struct StructureFlaw: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// An item of a page is neither content of an element nor an artifact (ISO 14289-1 7.1).
    case unmarkedItem
    /// A mark holds nothing, or another mark.
    case badMark
    /// An element that isn't in the tree once, in the order of reading.
    case outOfOrder
    /// An element with other parts than links and places of notes has content of its own too.
    case contentBesideParts
    /// An element other than a cell has neither content nor parts.
    case empty
    /// A heading's level skips one (ISO 14289-1 7.4.2).
    case skippedHeading
    /// The rows of a table don't all have the same columns (ISO 14289-1 7.5).
    case irregularTable
    /// A header cell doesn't say what it heads (ISO 14289-1 7.5).
    case headerWithoutScope
    /// A figure has no alternative text (ISO 14289-1 7.3).
    case figureWithoutWords
    /// A link leads nowhere.
    case linkWithoutTarget
    /// A note has no number, or that of another one (ISO 14289-1 7.9).
    case noteWithoutNumber
  }

  /// What is wrong.
  public var kind: Kind
  /// The element it is wrong with.
  public var element: StructureTree.ElementID?
  /// The page, from 1, it shows on.
  public var page: Int?
  /// Where the element stands in the template.
  public var origin: SourceLocation?
}

extension PagedDocument {
  /// All that is wrong with the document's structure and the marks on its pages.
  public var structureFlaws: [StructureFlaw] {
    var flaws: [StructureFlaw] = []
    let marked = markedElements(&flaws)
    var walk = StructureWalk(elements: structure.elements, marked: marked, flaws: flaws)
    walk.enter(0)
    for index in structure.elements.indices where !walk.met.contains(index) {
      walk.report(.outOfOrder, index)
    }
    return walk.flaws
  }

  /// The elements that have content on pages.
  private func markedElements(_ flaws: inout [StructureFlaw]) -> Set<Int> {
    var marked: Set<Int> = []
    for (index, page) in pages.enumerated() {
      for item in page.items {
        guard case .marked(let mark, let items) = item else {
          flaws.append(StructureFlaw(kind: .unmarkedItem, page: index + 1))
          continue
        }
        if items.isEmpty || items.contains(where: \.holdsMark) {
          flaws.append(StructureFlaw(kind: .badMark, page: index + 1))
        }
        guard case .element(let id) = mark else { continue }
        marked.insert(id.index)
        for place in items.links {
          if let owner = structure.owner(ofLink: place, in: id) { marked.insert(owner.index) }
        }
      }
    }
    return marked
  }
}

/// One walk through a tree in the order of reading.
private struct StructureWalk {
  let elements: [StructureTree.Element]
  let marked: Set<Int>
  var flaws: [StructureFlaw]
  /// The elements that were met.
  var met: Set<Int> = []
  private var next = 0
  private var heading = 0
  private var notes: Set<Int> = []

  init(elements: [StructureTree.Element], marked: Set<Int>, flaws: [StructureFlaw]) {
    self.elements = elements
    self.marked = marked
    self.flaws = flaws
  }

  mutating func report(_ kind: StructureFlaw.Kind, _ index: Int) {
    let origin = elements.indices.contains(index) ? elements[index].origin : nil
    flaws.append(StructureFlaw(kind: kind, element: StructureTree.ElementID(index), origin: origin))
  }

  mutating func enter(_ index: Int) {
    guard index == next, elements.indices.contains(index) else { return report(.outOfOrder, index) }
    next += 1
    met.insert(index)
    check(elements[index], index)
    for child in elements[index].children { enter(child.index) }
  }

  private mutating func check(_ element: StructureTree.Element, _ index: Int) {
    let isCell = element.role == .tableCell || element.role == .tableHeaderCell
    // A paragraph may have content beside its links and places of notes; the place of a note has its link alone.
    let parts = element.children.contains { child in
      guard element.role != .reference, elements.indices.contains(child.index) else { return true }
      return elements[child.index].role != .link && elements[child.index].role != .reference
    }
    switch (marked.contains(index), !parts) {
    case (true, false): report(.contentBesideParts, index)
    case (false, true) where !isCell && index > 0: report(.empty, index)
    default: break
    }
    if let level = element.role.headingLevel {
      if level > heading + 1 { report(.skippedHeading, index) }
      heading = level
    }
    if element.role == .table, !isRegular(element) { report(.irregularTable, index) }
    if element.role == .tableHeaderCell, element.attributes.headerScope == nil {
      report(.headerWithoutScope, index)
    }
    if element.role == .figure, element.alternativeText?.isWhiteSpace ?? true {
      report(.figureWithoutWords, index)
    }
    if element.role == .link, !leads(element) { report(.linkWithoutTarget, index) }
    if element.role == .note, element.noteNumber.map({ notes.insert($0).inserted }) != true {
      report(.noteWithoutNumber, index)
    }
  }

  /// Whether a link leads to an address or to one of the document's notes.
  private func leads(_ link: StructureTree.Element) -> Bool {
    guard link.link == nil else { return true }
    return link.noteNumber.map { number in
      elements.contains { $0.role == .note && $0.noteNumber == number }
    } ?? false
  }

  /// Whether every row covers as many columns as the others, cells from above counted.
  private func isRegular(_ table: StructureTree.Element) -> Bool {
    var fromAbove: [Int: Int] = [:]
    var widths: Set<Int> = []
    for (row, id) in table.children.enumerated() where elements.indices.contains(id.index) {
      var width = fromAbove[row] ?? 0
      for cell in elements[id.index].children where elements.indices.contains(cell.index) {
        let spans = elements[cell.index].attributes
        width += spans.columnSpan
        for below in 1..<max(spans.rowSpan, 1) { fromAbove[row + below, default: 0] += spans.columnSpan }
      }
      widths.insert(width)
    }
    return widths.count <= 1
  }
}

extension [FrameItem] {
  /// The places, among their paragraph's links, of the links in them.
  fileprivate var links: Set<Int> {
    reduce(into: []) { links, item in
      switch item {
      case .line(let line, _): links.formUnion(line.runs.compactMap(\.run.link))
      case .scaled(_, _, let items): links.formUnion(items.links)
      case .fill, .fills, .rule, .frame, .image, .signatureField, .rotated, .marked: break
      }
    }
  }
}

extension FrameItem {
  /// Whether there is a mark in it.
  fileprivate var holdsMark: Bool {
    switch self {
    case .marked: true
    case .rotated(_, _, let items), .scaled(_, _, let items): items.contains(where: \.holdsMark)
    case .line, .fill, .fills, .rule, .frame, .image, .signatureField: false
    }
  }
}
