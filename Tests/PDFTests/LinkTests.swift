import Content
import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import PDFSyntax
import TestSupport
import Testing
import Text

@testable import PDF

/// Links of a file: annotations that their structure elements own, among the words around them.
@Suite struct LinkTests {
  /// A narrow page, so that the second link is broken over lines.
  private func document() throws -> PagedDocument {
    var log = DiagnosticLog()
    let shaper = ParagraphShaper(fonts: try FontCollection(folder: Repository.file("Fonts").path, log: &log))
    func link(_ text: String, _ uri: String) -> Inline {
      .text(TextSpan(text, isolation: .leftToRight, link: LinkTarget(uri)))
    }
    let master = PageMaster(margins: Insets(all: 20))
    let document = Document(
      metadata: .init(title: "روابط"),
      pageSetup: PageSetup(size: Size(width: 220, height: 200), first: master, rest: master),
      styles: StyleSheet(fallback: ParagraphStyle()),
      body: [
        .paragraph(
          Paragraph([
            .text(TextSpan("البريد ")), link("a@example.org", "a@example.org"), .text(TextSpan(" والموقع ")),
            link("a long name of the place", "example.org/(1)"), .text(TextSpan(" والسلام")),
          ]))
      ])
    let pages = Paginator(shaper: shaper).paginate(document, log: &log)
    try #require(log.diagnostics.isEmpty)
    try #require(pages.structureFlaws.isEmpty)
    return pages
  }

  @Test func aLinkIsAnElementWithItsTextAndItsAnnotations() throws {
    let file = try PDFFile(PagePainter().pdf([document()]))
    let tree = try #require(try file.value(of: "StructTreeRoot", in: file.catalog()).dictionary)
    let root = try #require(try file.resolve(tree["K"].array?.first ?? .null).dictionary)
    let paragraph = try #require(try file.resolve(root["K"].array?.first ?? .null).dictionary)
    let kids = try #require(paragraph["K"].array)
    // Its own words before, between and after the two links.
    #expect(kids.map { $0.integer != nil ? "text" : "link" } == ["text", "link", "text", "link", "text"])
    let parents = try #require(try file.value(of: "ParentTree", in: tree).dictionary?["Nums"].array)
    var targets: [String] = []
    for kid in kids where kid.integer == nil {
      let link = try #require(try file.resolve(kid).dictionary)
      #expect(link["S"].name == "Link" && link["K"].array?.first?.integer != nil)
      for part in link["K"].array?.dropFirst() ?? [] {
        let reference = try #require(part.dictionary)
        #expect(reference["Type"].name == "OBJR")
        let annotation = try #require(try file.value(of: "Obj", in: reference).dictionary)
        #expect(annotation["Subtype"].name == "Link" && annotation["F"].integer == 4)
        let action = try #require(annotation["A"].dictionary)
        #expect(action["S"].name == "URI" && annotation["Contents"].string == action["URI"].string)
        targets.append(String(decoding: try #require(action["URI"].string), as: UTF8.self))
        let key = try #require(annotation["StructParent"].integer)
        let at = try #require(stride(from: 0, to: parents.count, by: 2).first { parents[$0].integer == key })
        #expect(parents[at + 1].reference == kid.reference)
        let sides = (annotation["Rect"].array ?? []).compactMap(\.number)
        #expect(
          sides.count == 4 && sides[0] >= 19 && sides[2] <= 201 && sides[0] < sides[2] && sides[1] < sides[3])
      }
    }
    #expect(targets.first == "mailto:a@example.org")
    #expect(targets.dropFirst().count == 2, "a link of two lines has two places")
    #expect(Set(targets.dropFirst()) == ["https://example.org/(1)"])
  }

  @Test func markedContentIsBalancedAndEachHasItsElement() throws {
    let file = try PDFFile(PagePainter().pdf([document()]))
    let pages = try #require(try file.value(of: "Pages", in: file.catalog()).dictionary)
    let page = try #require(try file.resolve(pages["Kids"].array?.first ?? .null).dictionary)
    let content = try #require(try file.value(of: "Contents", in: page).stream).decoded()
    let lines = String(decoding: content, as: UTF8.self).split(separator: "\n")
    let operators = lines.compactMap { line in
      line.hasSuffix("BDC") ? String(line.prefix { $0 != "<" }) : ["EMC", "BT", "ET"].first { $0 == line }
    }
    let one = ["BT", "ET", "EMC"]
    #expect(operators == ["/P"] + one + ["/Link"] + one + ["/P"] + one + ["/Link"] + one + ["/P"] + one)
    #expect(page["Annots"].array?.count == 3)
  }
}
