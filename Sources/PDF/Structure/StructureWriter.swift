import Geometry
import Layout

/// Writes a document's structure tree (ISO 32000-1, 14.7), and remembers what the pages' marked content
/// belongs to.
struct StructureWriter {
  /// Content of an element, and the page it stands on.
  private struct Content {
    /// What it is.
    enum Kind {
      /// A marked-content sequence, by its identifier.
      case marked(Int)
      /// An annotation.
      case annotation(ObjectNumber)
    }

    var page: ObjectNumber
    var kind: Kind

    /// The most that it takes among an element's parts.
    static let length = 2 * SyntaxLine.referenceLength + 32

    /// Whether it is read before other marked content.
    func isBefore(_ other: Content) -> Bool {
      guard case .marked(let own) = kind, case .marked(let others) = other.kind else { return false }
      return (page.value, own) < (other.page.value, others)
    }
  }

  private let treeRoot: ObjectNumber
  let tree: StructureTree
  private let first: Int
  private var contents: [[Content]]
  private var boxes: [Rect?]

  /// Gives out numbers for all elements of `tree`.
  init(_ tree: StructureTree, root: ObjectNumber, file: inout ObjectFile) {
    treeRoot = root
    self.tree = tree
    contents = Array(repeating: [], count: tree.elements.count)
    boxes = Array(repeating: nil, count: tree.elements.count)
    first = file.reserve().value
    for _ in tree.elements.dropFirst() { _ = file.reserve() }
  }

  /// The object of the document's own element.
  var root: ObjectNumber { ObjectNumber(value: first) }

  /// The object of an element.
  func number(of element: StructureTree.ElementID) -> ObjectNumber {
    ObjectNumber(value: first + element.index)
  }

  /// The structure type that marked content is written with.
  func tag(of mark: ContentMark) -> String {
    if case .element(let id) = mark { tree.role(of: id).rawValue } else { "Artifact" }
  }

  /// The mark of text in `mark` that is part of one of its links.
  func mark(of link: Int?, in mark: ContentMark) -> ContentMark {
    guard let link, case .element(let id) = mark, let owner = tree.owner(ofLink: link, in: id) else {
      return mark
    }
    return .element(owner)
  }

  /// Says that marked content of a page belongs to an element.
  mutating func add(_ element: StructureTree.ElementID, page: ObjectNumber, identifier: Int) {
    contents[element.index].append(Content(page: page, kind: .marked(identifier)))
  }

  /// Says that an annotation of a page belongs to an element.
  mutating func add(_ element: StructureTree.ElementID, page: ObjectNumber, annotation: ObjectNumber) {
    contents[element.index].append(Content(page: page, kind: .annotation(annotation)))
  }

  /// Says where a figure stands, in the page's own coordinates.
  mutating func place(_ element: StructureTree.ElementID, in box: Rect) {
    boxes[element.index] = box
  }

  /// Writes all elements.
  func write(to file: inout ObjectFile) {
    var parents = Array(repeating: treeRoot, count: tree.elements.count)
    for index in tree.elements.indices {
      for child in tree.elements[index].children { parents[child.index] = ObjectNumber(value: first + index) }
    }
    for index in tree.elements.indices {
      file.write(ObjectNumber(value: first + index)) {
        addHead(index, parent: parents[index], to: &$0)
        addText("/Alt", tree.elements[index].alternativeText, to: &$0)
        addText("/ActualText", tree.elements[index].actualText, to: &$0)
        addText("/Lang", tree.elements[index].language, to: &$0)
        addText("/T", tree.elements[index].title, to: &$0)
        addText("/ID", identifier(of: index), to: &$0)
        addAttributes(
          tree.elements[index].attributes, of: tree.elements[index].role, box: boxes[index],
          isDocument: index == 0, to: &$0)
        $0.add(">>")
      }
    }
  }

  /// Adds what every element has: its type, what it is part of, and its parts.
  private func addHead(_ index: Int, parent: ObjectNumber, to output: inout PDFBytes) {
    let role = tree.elements[index].role.rawValue
    let (children, contents) = (tree.elements[index].children, contents[index])
    let capacity =
      64 + role.utf8.count + (children.count + 1) * (SyntaxLine.referenceLength + 1) + (contents.count + 1)
      * Content.length
    output.add(atMost: capacity) { line in
      line.add("<</Type/StructElem/S/")
      line.add(utf8: role)
      line.add("/P ")
      line.add(parent)
      addKids(children, contents, to: &line)
    }
  }

  private func addKids(
    _ children: [StructureTree.ElementID], _ contents: [Content], to output: inout SyntaxLine
  ) {
    if let page = contents.first?.page {
      output.add("/Pg ")
      output.add(page)
    }
    // An annotation that is all of its element stands without an array: verifiers look for it so.
    if contents.count == 1, case .annotation = contents[0].kind {
      output.add("/K")
      return add(contents[0], isElsewhere: false, to: &output)
    }
    output.add("/K[")
    var links = contents.isEmpty ? [] : children[...]
    for content in contents {
      // Links stand among their paragraph's own text, in the order of reading.
      while let link = links.first, firstContent(of: link)?.isBefore(content) == true {
        output.add(number(of: link))
        output.add(" ")
        links = links.dropFirst()
      }
      add(content, isElsewhere: content.page != contents.first?.page, to: &output)
      output.add(" ")
    }
    for child in contents.isEmpty ? children[...] : links {
      output.add(number(of: child))
      output.add(" ")
    }
    output.add("]")
  }

  /// What is read first of a link; that of a note's place belongs to the link in it.
  private func firstContent(of link: StructureTree.ElementID) -> Content? {
    contents[link.index].first ?? tree[link].children.first.flatMap { contents[$0.index].first }
  }

  /// Adds a reference to content (14.7.4.2, 14.7.4.3), with its page where that isn't the element's.
  private func add(_ content: Content, isElsewhere: Bool, to output: inout SyntaxLine) {
    if case .marked(let identifier) = content.kind, !isElsewhere { return output.add(identifier) }
    output.add("<<")
    if isElsewhere {
      output.add("/Pg ")
      output.add(content.page)
    }
    switch content.kind {
    case .marked(let identifier):
      output.add("/Type/MCR/MCID ")
      output.add(identifier)
    case .annotation(let number):
      output.add("/Type/OBJR/Obj ")
      output.add(number)
    }
    output.add(">>")
  }

  private func addText(_ key: StaticString, _ text: String?, to output: inout PDFBytes) {
    guard let text else { return }
    output.add(key)
    output.add(text: text)
  }

  /// What a note is known by: no two elements of a file share one (ISO 14289-1, 7.9).
  private func identifier(of element: Int) -> String? {
    guard tree.elements[element].role == .note else { return nil }
    let digits = String(first + element)
    return "note-" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
  }

  /// The elements that have an identifier, in the order of their identifiers.
  var identified: [(identifier: String, element: ObjectNumber)] {
    tree.elements.indices.compactMap { index in
      identifier(of: index).map { ($0, ObjectNumber(value: first + index)) }
    }
  }

  private func addAttributes(
    _ own: StructureTree.Attributes, of role: StructureRole, box: Rect?, isDocument: Bool,
    to output: inout PDFBytes
  ) {
    var attributes = PDFBytes()
    if isDocument { attributes.add("<</O/Layout/WritingMode/RlTb>>") }
    // A note is an inline element unless it says that it is a block (14.8.5.4.1).
    if role == .note { attributes.add("<</O/Layout/Placement/Block>>") }
    if let box {
      attributes.add("<</O/Layout/Placement/Block/BBox[")
      for side in [box.minX, box.minY, box.maxX, box.maxY] {
        attributes.add(side)
        attributes.add(" ")
      }
      attributes.add("]>>")
    }
    own.write(to: &attributes)
    guard attributes.count > 0 else { return }
    output.add("/A[")
    output.add(attributes.bytes)
    output.add("]")
  }
}

extension StructureTree.Attributes {
  /// The attribute objects of tables and lists (ISO 32000-1, 14.8.5.5 and 14.8.5.7).
  fileprivate func write(to output: inout PDFBytes) {
    if let listNumbering {
      output.add("<</O/List/ListNumbering/")
      output.add(utf8: listNumbering.rawValue)
      output.add(">>")
    }
    guard headerScope != nil || columnSpan > 1 || rowSpan > 1 else { return }
    output.add("<</O/Table")
    if let headerScope {
      output.add("/Scope/")
      output.add(utf8: headerScope.rawValue)
    }
    for (key, span) in [("/ColSpan ", columnSpan), ("/RowSpan ", rowSpan)] as [(StaticString, Int)]
    where span > 1 {
      output.add(key)
      output.add(span)
    }
    output.add(">>")
  }
}
