import Content
import Cryptography
import Diagnostics
import Foundation
import Geometry
import Layout
import PDF
import TestSupport
import Testing

@Suite struct PagePainterTests {
  @Test(arguments: ["pdf", "png"])
  func allItemsOfAPageAreDrawnInOrder(format: String) throws {
    let page = try SamplePages.everyItem()
    let painter = PagePainter()
    let pixels =
      format == "png"
      ? try PixelGrid(png: painter.png(page, dotsPerInch: 72))
      : try PixelGrid(pdf: painter.pdf([PagedDocument(metadata: .init(title: "a"), pages: [page])]))
    #expect((pixels.width, pixels.height) == (200, 100))
    #expect(pixels[5, 5] == 0xFFFFFF, "paper is white")
    #expect(pixels[20, 20] == 0x3366CC, "a fill")
    #expect(pixels[30, 20] == 0xFF0000, "a later fill covers it")
    #expect(pixels[62, 12] == 0 && pixels[66, 12] == 0xFFFFFF && pixels[70, 12] == 0, "fills of one path")
    #expect(pixels[100, 50] == 0, "a line")
    #expect(pixels[150, 11] == 0 && pixels[160, 20] == 0xFFFFFF, "a frame is drawn, not filled")
    #expect(pixels[20, 80] == 0x1B6E53 && pixels[11, 71] == 0xFFFFFF, "a picture, its corners clear")
    #expect(pixels[100, 80] == 0x00FF00, "a turned item stands about its centre")
  }

  @Test func aFileComesWithItsDigest() throws {
    let document = PagedDocument(metadata: .init(title: "a"), pages: [try SamplePages.everyItem()])
    let painter = PagePainter()
    let file = try painter.file([document])
    #expect(file.sha256 == SHA256Digest(of: file.bytes))
    #expect(try painter.pdf([document]) == file.bytes)
  }

  @Test func aDottedLineHasGaps() throws {
    let line = FrameItem.rule(
      from: Point(x: 0, y: 5), to: Point(x: 100, y: 5), Stroke(width: 2, isDotted: true))
    let pixels = try PixelGrid(
      png: PagePainter().png(Page(size: Size(width: 100, height: 10), items: [line]), dotsPerInch: 72))
    let row = (0..<100).map { pixels[$0, 5] < 0x808080 }
    let changes = zip(row, row.dropFirst()).count { $0 != $1 }
    #expect(changes >= 30)
  }

  @Test func theResolutionSetsTheNumberOfPixels() throws {
    let page = Page(size: Size(width: 72, height: 144), items: [])
    let pixels = try PixelGrid(png: PagePainter().png(page, dotsPerInch: 150))
    #expect((pixels.width, pixels.height) == (150, 300))
  }

  @Test func aPictureOfImpossibleSizeIsAFailureNotACrash() {
    let page = Page(size: Size(width: 595, height: 842), items: [])
    #expect(throws: RenderingError.self) { try PagePainter().png(page, dotsPerInch: 10_000) }
    #expect(throws: RenderingError.self) { try PagePainter().png(page, dotsPerInch: 0) }
  }

  @Test func theSamePagesGiveTheSameBytes() throws {
    let document = PagedDocument(metadata: .init(title: "خطاب"), pages: [try SamplePages.everyItem()])
    let painter = PagePainter()
    let first = try painter.pdf([document])
    let picture = try painter.svg(document.pages[0])
    _ = try painter.pdf([document, document])
    #expect(try painter.pdf([document]) == first)
    #expect(try PagePainter().pdf([document]) == first)
    #expect(try PagePainter().svg(document.pages[0]) == picture)
  }

  @Test func theFileSaysOfItselfWhatTheDocumentSays() throws {
    let metadata = Document.Metadata(
      title: "Acceptance", author: "Society", subject: "Request", created: "2026-11-23T10:00:00Z")
    let bytes = try PagePainter().pdf([
      PagedDocument(metadata: metadata, pages: [Page(size: Paper.a4.size, items: [])])
    ])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/Title (Acceptance)"))
    #expect(text.contains("/Author (Society)"))
    #expect(text.contains("/Subject (Request)"))
    #expect(text.contains("20261123100000"))
  }

  @Test func manyDocumentsBecomeOneFileOfAllPages() throws {
    let a5 = PagedDocument(
      metadata: .init(title: "a"),
      pages: [Page(size: Paper.a5.size, items: []), Page(size: Paper.a4.size, items: [])])
    let text = String(decoding: try PagePainter().pdf([a5, a5]), as: UTF8.self)
    #expect(text.contains("/Count 4"))
    #expect(text.ranges(of: "419.528").count == 2)
  }

  @Test func picturesAreEmbeddedOnceAndNeverInterpolated() throws {
    let seal = try SamplePages.image("seal.png")
    let photo = try SamplePages.image("colours.jpg")
    let page = Page(
      size: Paper.a5.size,
      items: (0..<3).flatMap { index -> [FrameItem] in
        let rect = Rect(x: Double(index) * 50, y: 10, width: 40, height: 40)
        return [.image(seal, rect, alternativeText: nil), .image(photo, rect, alternativeText: nil)]
      })
    let bytes = try PagePainter().pdf([PagedDocument(metadata: .init(title: "a"), pages: [page])])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.ranges(of: "/Subtype/Image").count == 3, "the seal, its transparency, the photograph")
    #expect(!text.contains("/Interpolate true"))
    #expect(text.contains("/DCTDecode"))
    let file = try Array(Data(contentsOf: Repository.file("Tests/PDFTests/Fixtures/colours.jpg")))
    #expect(bytes.ranges(of: file).count == 1, "a JPEG file keeps its own bytes")
  }
}
