import Content
import Diagnostics

/// Numbers the elements of a document in the order of reading, while its blocks are prepared.
struct StructureBuilder {
  /// An element that isn't finished.
  private struct Opening {
    var id: StructureTree.ElementID
    /// How many elements with content there were before it.
    var leaves: Int
  }

  /// The elements so far.
  private(set) var tree: StructureTree
  /// What all matter is that isn't read: set while furniture is prepared.
  var artifact: ArtifactKind?
  /// The elements that are not finished, from the document inwards.
  private var openings = [Opening(id: StructureTree.document, leaves: 0)]
  /// The levels, as the template states them, of the headings that what comes next stands under.
  private var headings: [Int] = []
  private var leaves = 0

  init(title: String? = nil, language: String? = nil) {
    tree = StructureTree(title: title, language: language)
  }

  /// Adds an element that owns content, and gives the mark of that content; runs of its text that are part of a link
  /// or the place of a note belong to its child for that one of `links`.
  ///
  /// An empty one is left out, and what is drawn of it isn't read; but an empty cell keeps its place, for all
  /// rows of a table have the same columns (ISO 14289-1 7.5).
  mutating func leaf(
    _ element: consuming StructureTree.Element, links: [TextLink] = [], isEmpty: Bool = false
  )
    -> ContentMark
  {
    if let artifact { return .artifact(artifact) }
    guard !isEmpty else {
      if element.role.isPartOfTable { _ = append(element) }
      return .artifact(.layout)
    }
    leaves += 1
    let origin = element.origin
    let id = append(element)
    for target in links {
      var link = StructureTree.Element(.link, origin: origin)
      switch target {
      case .target(let target):
        link.link = target
        _ = append(link, to: id)
      case .footnote(let number, let words):
        // An annotation can only be part of a link (ISO 14289-1 7.18.5).
        link.noteNumber = number
        link.title = words
        let reference = append(StructureTree.Element(.reference, origin: origin), to: id)
        _ = append(link, to: reference)
      }
    }
    return .element(id)
  }

  /// Adds an element whose parts come next.
  mutating func begin(_ element: consuming StructureTree.Element) {
    guard artifact == nil else { return }
    openings.append(Opening(id: append(element), leaves: leaves))
  }

  /// Ends the element that was begun last; one in which there is nothing to read falls away, a row or cell only
  /// with its table.
  mutating func end() {
    guard artifact == nil else { return }
    let opening = openings.removeLast()
    guard leaves == opening.leaves, !tree.elements[opening.id.index].role.isPartOfTable else { return }
    tree.elements.removeSubrange(opening.id.index...)
    tree.elements[openings[openings.count - 1].id.index].children.removeLast()
  }

  /// The role of a heading whose template states `level`: no level is skipped (ISO 14289-1 7.4.2).
  mutating func headingRole(_ level: Int) -> StructureRole {
    guard artifact == nil else { return .paragraph }
    while let above = headings.last, above >= level { headings.removeLast() }
    headings.append(level)
    return .heading(headings.count)
  }

  private mutating func append(_ element: consuming StructureTree.Element) -> StructureTree.ElementID {
    append(element, to: openings[openings.count - 1].id)
  }

  private mutating func append(
    _ element: consuming StructureTree.Element, to parent: StructureTree.ElementID
  ) -> StructureTree.ElementID {
    let id = StructureTree.ElementID(tree.elements.count)
    tree.elements.append(element)
    tree.elements[parent.index].children.append(id)
    return id
  }
}

extension StructureRole {
  fileprivate var isPartOfTable: Bool {
    self == .tableRow || self == .tableCell || self == .tableHeaderCell
  }
}
