import Content
import Diagnostics
import Geometry
import Layout
import Testing

/// Faults are found: each in a document that would be right without it.
@Suite struct StructureFlawTests {
  typealias Element = StructureTree.Element

  private static let item = FrameItem.rule(from: Point(x: 0, y: 0), to: Point(x: 9, y: 0), Stroke(width: 1))

  private static func mark(_ element: Int, _ items: [FrameItem] = [item]) -> FrameItem {
    .marked(.element(StructureTree.ElementID(element)), items)
  }

  /// A document of elements that are given by role and parts, and the items of its page.
  private func kinds(_ parts: [(StructureRole, [Int])], _ items: [FrameItem]) -> [StructureFlaw.Kind] {
    var tree = StructureTree()
    tree.elements = parts.map { role, children in
      var element = Element(role)
      element.children = children.map { StructureTree.ElementID($0) }
      return element
    }
    let page = Page(size: Paper.a5.size, items: items)
    return PagedDocument(metadata: .init(title: "أ"), pages: [page], structure: tree).structureFlaws.map(
      \.kind)
  }

  @Test func aRightDocumentHasNone() {
    #expect(kinds([(.document, [1]), (.paragraph, [])], [Self.mark(1)]) == [])
    #expect(kinds([(.document, [])], [.marked(.artifact(.layout), [Self.item])]) == [])
  }

  @Test func marksAreChecked() {
    #expect(kinds([(.document, [])], [Self.item]) == [.unmarkedItem])
    #expect(kinds([(.document, [])], [.marked(.artifact(.layout), [])]) == [.badMark])
    let turned = FrameItem.rotated(degrees: 1, center: Point(x: 0, y: 0), items: [Self.mark(1)])
    #expect(kinds([(.document, [1]), (.paragraph, [])], [Self.mark(1, [turned])]) == [.badMark])
  }

  @Test func theTreeIsChecked() {
    #expect(kinds([(.document, [1]), (.paragraph, [])], []) == [.empty])
    #expect(
      kinds([(.document, [1]), (.division, [2]), (.paragraph, [])], [Self.mark(1), Self.mark(2)])
        == [.contentBesideParts])
    #expect(
      kinds(
        [(.document, [2, 1]), (.paragraph, []), (.paragraph, [])], [Self.mark(1), Self.mark(2)]
      ).allSatisfy { $0 == .outOfOrder })
    #expect(kinds([(.document, []), (.paragraph, [])], [Self.mark(1)]) == [.outOfOrder])
    #expect(kinds([(.document, [4])], []) == [.outOfOrder])
    #expect(
      kinds([(.document, [1, 2]), (.heading1, []), (.heading3, [])], [Self.mark(1), Self.mark(2)])
        == [.skippedHeading])
  }

  /// A link beside its paragraph's own text is no fault, but one that nothing on a page is part of, or that leads
  /// nowhere, is.
  @Test func linksAreChecked() {
    let tree: [(StructureRole, [Int])] = [(.document, [1]), (.paragraph, [2]), (.link, [])]
    #expect(kinds(tree, [Self.mark(1), Self.mark(2)]) == [.linkWithoutTarget])
    #expect(kinds(tree, [Self.mark(1)]) == [.empty, .linkWithoutTarget])
  }

  @Test func tablesAndFiguresAreChecked() {
    #expect(
      kinds(
        [
          (.document, [1]), (.table, [2, 5]), (.tableRow, [3, 4]), (.tableCell, []), (.tableCell, []),
          (.tableRow, [6]), (.tableCell, []),
        ], [Self.mark(3)]) == [.irregularTable])
    #expect(
      kinds(
        [(.document, [1]), (.table, [2]), (.tableRow, [3]), (.tableHeaderCell, [])], [Self.mark(3)])
        == [.headerWithoutScope])
    #expect(kinds([(.document, [1]), (.figure, [])], [Self.mark(1)]) == [.figureWithoutWords])
  }
}
