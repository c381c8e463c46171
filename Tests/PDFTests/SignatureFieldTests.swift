import Content
import Geometry
import Layout
import PDFSyntax
import Testing

@testable import PDF

/// Signature fields that a file has before anybody signs it.
@Suite struct SignatureFieldTests {
  /// A document of two pages; the second has room to sign, with one field that shows and one that doesn't.
  private func document() -> PagedDocument {
    var structure = StructureTree()
    for index in 1...2 {
      structure.elements.append(StructureTree.Element(.form))
      structure.elements[0].children.append(StructureTree.ElementID(index))
    }
    let room = Rect(x: 20, y: 30, width: 100, height: 40)
    func item(_ index: Int, _ name: String, _ box: Rect) -> FrameItem {
      .marked(
        .element(StructureTree.ElementID(index)),
        [.signatureField(SignatureField(name: name, purpose: "توقيع"), box)])
    }
    let size = Size(width: 200, height: 100)
    return PagedDocument(
      metadata: .init(title: "a"),
      pages: [
        Page(size: size, items: []),
        Page(
          size: size,
          items: [
            item(1, "Signature1", room), item(2, "Timestamp1", Rect(x: 20, y: 30, width: 0, height: 0)),
          ]),
      ], structure: structure)
  }

  private func fields(of file: PDFFile) throws -> [(reference: PDFReference, widget: PDFDictionary)] {
    let form = try #require(file.catalog()["AcroForm"].dictionary)
    #expect(form["SigFlags"].integer == 3)
    return try (form["Fields"].array ?? []).map { item in
      (try #require(item.reference), try #require(try file.resolve(item).dictionary))
    }
  }

  @Test func aFieldIsAWidgetThatItsElementOwns() throws {
    let file = try PDFFile(PagePainter().pdf([document()]))
    let fields = try fields(of: file)
    #expect(fields.map { $0.widget["T"].string } == ["Signature1", "Timestamp1"].map { Array($0.utf8) })
    let tree = try #require(try file.value(of: "StructTreeRoot", in: file.catalog()).dictionary)
    let parents = try #require(try file.value(of: "ParentTree", in: tree).dictionary?["Nums"].array)
    let keys = stride(from: 0, to: parents.count, by: 2).compactMap { parents[$0].integer }
    #expect(keys == Array(0..<4), "two pages and two fields, in the order of their keys")
    #expect(tree["ParentTreeNextKey"].integer == 4)
    for field in fields {
      let key = try #require(field.widget["StructParent"].integer)
      let element = try #require(try file.resolve(parents[2 * key + 1]).dictionary)
      #expect(element["S"].name == "Form")
      let kid = try #require(element["K"].dictionary)
      #expect(kid["Type"].name == "OBJR" && kid["Obj"].reference == field.reference)
      let page = try #require(try file.value(of: "P", in: field.widget).dictionary)
      #expect(page["Annots"].array?.contains(.reference(field.reference)) == true)
      #expect(page["Tabs"].name == "S" && element["Pg"] == field.widget["P"])
      #expect(field.widget["TU"].string?.isEmpty == false && field.widget["F"].integer == 132)
    }
  }

  @Test func onlyWhatShowsHasASizeAndAnAppearance() throws {
    let file = try PDFFile(PagePainter().pdf([document()]))
    let fields = try fields(of: file)
    let sides = fields.map { $0.widget["Rect"].array?.compactMap(\.number) }
    #expect(sides == [[20, 30, 120, 70], [20, 70, 20, 70]], "y grows upwards")
    let appearance = try #require(fields[0].widget["AP"].dictionary)
    let form = try #require(try file.value(of: "N", in: appearance).stream?.dictionary)
    #expect(form["BBox"].array?.compactMap(\.number) == [0, 0, 100, 40])
    #expect(fields[1].widget["AP"] == .null)
  }

  @Test func noTwoFieldsOfAFileShareAName() throws {
    let file = try PDFFile(PagePainter().pdf([document(), document()]))
    #expect(
      try fields(of: file).compactMap { $0.widget["T"].string.map { String(decoding: $0, as: UTF8.self) } }
        == ["Signature1", "Timestamp1", "Signature1-2", "Timestamp1-2"])
  }

  @Test func aFileWithoutFieldsHasNoForm() throws {
    let page = Page(size: Size(width: 200, height: 100), items: [])
    let file = try PDFFile(PagePainter().pdf([PagedDocument(metadata: .init(title: "a"), pages: [page])]))
    #expect(try file.catalog()["AcroForm"] == .null)
  }
}
