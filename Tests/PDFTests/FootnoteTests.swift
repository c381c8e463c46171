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

/// Notes of a file: elements with names of their own, and the links that lead to them (ISO 32000-1 14.8.4.4.1,
/// ISO 14289-1 7.9).
@Suite struct FootnoteTests {
  /// Two pages with a note on each.
  private func document() throws -> PagedDocument {
    var log = DiagnosticLog()
    let shaper = ParagraphShaper(fonts: try FontCollection(folder: Repository.file("Fonts").path, log: &log))
    func noted(_ word: String, _ note: String) -> Block {
      .paragraph(
        Paragraph([
          .text(TextSpan(word)), .footnote(Footnote([.text(TextSpan(note))], digits: .arabicIndic)),
          .text(TextSpan(" وبعده كلام")),
        ]))
    }
    let master = PageMaster(margins: Insets(all: 20))
    let document = Document(
      metadata: .init(title: "حواش"),
      pageSetup: PageSetup(size: Size(width: 220, height: 200), first: master, rest: master),
      styles: StyleSheet(fallback: ParagraphStyle()),
      body: [noted("الأولى", "حاشية أولى"), .pageBreak, noted("الثانية", "حاشية ثانية")])
    let pages = Paginator(shaper: shaper).paginate(document, log: &log)
    try #require(log.diagnostics.isEmpty)
    try #require(pages.structureFlaws.isEmpty)
    return pages
  }

  /// The elements of a role, in the order of reading.
  private func elements(_ role: PDFName, of file: PDFFile) throws -> [PDFDictionary] {
    var found: [PDFDictionary] = []
    func walk(_ object: PDFObject) throws {
      guard let element = try file.resolve(object).dictionary, let name = element["S"].name else { return }
      if name == role { found.append(element) }
      let kids = element["K"]
      for kid in kids.array ?? [kids] { try walk(kid) }
    }
    let tree = try #require(try file.value(of: "StructTreeRoot", in: file.catalog()).dictionary)
    for root in tree["K"].array ?? [] { try walk(root) }
    return found
  }

  @Test func everyNoteHasANameThatTheTreeKnows() throws {
    let file = try PDFFile(PagePainter().pdf([document(), document()]))
    let notes = try elements("Note", of: file)
    let names = notes.compactMap { $0["ID"].string }
    #expect(names.count == 4 && Set(names).count == 4, "also where two letters are one file")
    for note in notes {
      let kids = try (note["K"].array ?? []).map { try file.resolve($0).dictionary?["S"].name }
      #expect(kids == ["Lbl", "P"])
    }
    let tree = try #require(try file.value(of: "StructTreeRoot", in: file.catalog()).dictionary)
    let known = try #require(try file.value(of: "IDTree", in: tree).dictionary?["Names"].array)
    let keys = stride(from: 0, to: known.count, by: 2).compactMap { known[$0].string }
    #expect(keys == names, "in order")
    #expect(
      keys.map { String(decoding: $0, as: UTF8.self) }
        == keys.map { String(decoding: $0, as: UTF8.self) }.sorted())
    for (index, note) in notes.enumerated() {
      #expect(try file.resolve(known[2 * index + 1]).dictionary?["ID"].string == note["ID"].string)
    }
  }

  @Test func theNumberInTheTextLeadsToItsNote() throws {
    let file = try PDFFile(PagePainter().pdf([document()]))
    let pages = try #require(try file.value(of: "Pages", in: file.catalog()).dictionary?["Kids"].array)
    let references = try elements("Reference", of: file)
    #expect(references.count == 2)
    for (index, reference) in references.enumerated() {
      let kids = try #require(reference["K"].array)
      #expect(kids.count == 1)
      let link = try #require(try file.resolve(kids[0]).dictionary)
      #expect(link["S"].name == "Link")
      let part = try #require(link["K"].array?.last?.dictionary)
      let annotation = try #require(try file.value(of: "Obj", in: part).dictionary)
      #expect(
        annotation["Subtype"].name == "Link" && annotation["F"].integer == 4 && annotation["A"] == .null)
      let words = try #require(annotation["Contents"].string)
      let units = stride(from: 2, to: words.count, by: 2).map {
        UInt16(words[$0]) << 8 | UInt16(words[$0 + 1])
      }
      #expect(String(decoding: units, as: UTF16.self) == "الحاشية (\(index == 0 ? "١" : "٢"))")
      let place = try #require(annotation["Dest"].array)
      #expect(place.first?.reference == pages[index].reference)
      // The notes stand at the foot: 20 points above the edge, one line high.
      let top = try #require(place.dropFirst(3).first?.number)
      #expect(top > 20 && top < 45)
      let sides = (annotation["Rect"].array ?? []).compactMap(\.number)
      #expect(sides.count == 4 && sides[1] > 150, "the place is at the head")
    }
  }

  @Test func aFileWithoutNotesHasNoNames() throws {
    let plain = PagedDocument(
      metadata: .init(title: "بلا حواش"), pages: [Page(size: Size(width: 100, height: 100), items: [])],
      structure: StructureTree())
    let file = try PDFFile(PagePainter().pdf([plain]))
    let tree = try #require(try file.value(of: "StructTreeRoot", in: file.catalog()).dictionary)
    #expect(tree["IDTree"] == .null)
  }
}
