import PDFSyntax
import Testing

@testable import Proofing

/// Fonts are known again by all their bytes.
@Suite struct KnownFontsTests {
  /// A file with a font of three objects, and a fourth that is no part of it.
  private func file(width: Int = 500, map: String = "map", other: String = "other") throws -> PDFFile {
    let objects = [
      "<</Type/Catalog/Other 5 0 R>>",
      "<</Type/Font/DescendantFonts[3 0 R]/ToUnicode 4 0 R>>",
      "<</W[1[\(width)]]>>",
      "<</Length \(map.utf8.count)>>\nstream\n\(map)\nendstream",
      "(\(other))",
    ]
    var bytes = "%PDF-1.7\n"
    var table = "xref\n0 6\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(bytes.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      bytes += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = bytes.utf8.count
    bytes += table + "trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return try PDFFile(Array(bytes.utf8))
  }

  /// Counts how often fonts were read.
  private final class Reader {
    let known = KnownFonts()
    var reads = 0

    func read(_ file: PDFFile) throws -> String? {
      let font = try known.font(PDFReference(2), in: file) { dictionary in
        #expect(dictionary["ToUnicode"].reference == PDFReference(4))
        reads += 1
        return PrintedFont(texts: ["\(reads)"])
      }
      let glyph = font.glyph(0)
      return glyph.count.map {
        String(String.UnicodeScalarView(font.characters[glyph.start..<glyph.start + $0]))
      }
    }
  }

  @Test func aFontThatReturnsIsReadTwiceAndThenKnown() throws {
    let reader = Reader()
    for (index, other) in ["a", "longer", "c", "d"].enumerated() {
      #expect(try reader.read(file(other: other)) == "\(min(index + 1, 2))")
    }
    #expect(reader.reads == 2)
  }

  @Test func aFontOfOtherBytesIsReadAnew() throws {
    let reader = Reader()
    for _ in 0..<3 { _ = try reader.read(file()) }
    #expect(reader.reads == 2)
    _ = try reader.read(file(width: 501))
    #expect(reader.reads == 3)
    _ = try reader.read(file(width: 501, map: "mop"))
    #expect(reader.reads == 4)
    _ = try reader.read(file(width: 501, map: "longer map"))
    #expect(reader.reads == 5)
    // Its own object was met before: what was read last is known.
    #expect(try reader.read(file(width: 501, map: "longer map")) == "5")
    #expect(reader.reads == 5)
  }
}
