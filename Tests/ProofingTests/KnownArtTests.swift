import Geometry
import PDFSyntax
import TestSupport
import Testing

@testable import Proofing

/// Art is known again by all the bytes of its object but its number.
@Suite struct KnownArtTests {
  /// Counts how often art was read.
  private final class Reader {
    let known = KnownArt()
    var reads = 0

    /// What is read of an object with the given bytes, which is `number` in its file.
    func fills(
      _ content: String, as number: Int = 5, entries: String = "/Subtype/Form", length: Int? = nil
    ) throws -> [[Rect]] {
      var file = HandmadePDF()
      file.object(1, "<</Type/Catalog>>")
      file.stream(number, Array(content.utf8), entries: entries, length: length)
      file.object(9, "\(content.utf8.count)")
      file.end()
      return try fills(PDFReference(number), in: PDFFile(file.bytes))
    }

    func fills(_ reference: PDFReference, in file: PDFFile) throws -> [[Rect]] {
      try known.fills(reference, in: file) { _ in
        reads += 1
        return [[Rect(x: Double(reads), y: 0, width: 1, height: 1)]]
      }
    }
  }

  @Test func artIsReadOnceAndOtherArtAnew() throws {
    let reader = Reader()
    let first = try reader.fills("0 0 1 1 re f")
    #expect(try reader.fills("0 0 1 1 re f") == first)
    #expect(try reader.fills("0 0 1 1 re f", as: 7) == first)
    #expect(reader.reads == 1)
    #expect(try reader.fills("0 0 1 2 re f") != first)
    // The same bytes under another filter are something else.
    #expect(try reader.fills("0 0 1 1 re f", entries: "/Subtype/Form/Filter/FlateDecode") != first)
    #expect(try reader.fills("0 0 1 1 re f", entries: "/Subtype/Image") != first)
    #expect(reader.reads == 4)
  }

  @Test(arguments: ["/Filter 9 0 R", "/DecodeParms 9 0 R", "/Subtype 9 0 R"])
  func whatDependsOnOtherObjectsIsReadEachTime(entries: String) throws {
    let reader = Reader()
    for _ in 0..<3 { _ = try reader.fills("0 0 1 1 re f", entries: entries) }
    #expect(reader.reads == 3)
  }

  /// Bytes that are known, but are another object's than the table says.
  @Test func knownArtUnderAnotherNumberIsRefused() throws {
    let reader = Reader()
    _ = try reader.fills("0 0 1 1 re f")
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog>>")
    file.place(6, at: file.bytes.count)
    file.stream(5, Array("0 0 1 1 re f".utf8), entries: "/Subtype/Form")
    file.end()
    #expect(throws: ProofError.self) { try reader.fills(PDFReference(6), in: PDFFile(file.bytes)) }
    #expect(reader.reads == 1)
  }

  @Test func whatReturnsStaysAmongManyOthers() throws {
    let reader = Reader()
    for letter in 0..<200 {
      for content in ["7 7 1 1 re f", "\(letter) 1 2 3 re f"] { _ = try reader.fills(content) }
    }
    #expect(reader.reads == 201)
  }
}
