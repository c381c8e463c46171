import Deflate
import TestSupport
import Testing

@testable import PDFSyntax

/// Files that many readers repair, and that this one refuses.
@Suite struct PDFRefusalTests {
  typealias Case = (name: String, bytes: [UInt8], flaw: PDFSyntaxError.Flaw)

  @Test(
    arguments: [
      ("no header", replacing("%PDF-1.7", with: "%XDF-1.7"), .noHeader),
      ("bytes before the header", Array("\n".utf8) + HandmadePDF.minimal().bytes, .noHeader),
      ("no startxref", replacing("startxref", with: "startxxxx"), .noStartXRef),
      ("no end-of-file marker", replacing("%%EOF", with: "%%EOX"), .noStartXRef),
      ("startxref past the end", bent { $0.end(startXRef: 99_999) }, .wrongStartXRef),
      ("startxref a byte off", bent { $0.end(startXRef: $0.bytes.count + 1) }, .malformedObject),
      ("places a byte off", bent { $0.end(shift: 1) }, .malformedObject),
      ("an entry of 19 bytes", replacing(" 65535 f \n", with: " 65535 f\n"), .malformedCrossReference),
      ("no Root", replacing("/Root", with: "/Rott"), .malformedTrailer),
      ("no Size", replacing("/Size", with: "/Sise"), .malformedTrailer),
      ("Size too small", replacing("/Size 5", with: "/Size 4"), .malformedTrailer),
      ("Prev to itself", loop(), .crossReferenceLoop),
      ("a place in an older revision", revived(), .entryOutsideRevision),
      ("a stream longer than it says", stream(length: 3), .wrongStreamLength),
      ("a stream shorter than it says", stream(length: 900), .wrongStreamLength),
      ("a stream of negative length", stream(length: -1), .wrongStreamLength),
      ("another object there", replacing("3 0 obj", with: "7 0 obj"), .wrongObject),
      ("no endobj", replacing("endobj", with: "endxxx"), .malformedObject),
      (
        "an object that is a reference", HandmadePDF.minimal(["4 0 R"]).bytes,
        .referenceToReference
      ),
      ("a hybrid with two minds", hybrid(number: 4), .ambiguousHybrid),
      ("an object stream replaced", objectStreamReplaced(), .objectStreamReplaced),
      ("an object stream with other numbers", otherNumbers(), .wrongObject),
      ("a number twice in one section", twice(), .duplicateEntry),
    ] as [Case])
  func refuses(_ name: String, _ bytes: [UInt8], _ flaw: PDFSyntaxError.Flaw) throws {
    let error = try #require(throws: PDFSyntaxError.self) {
      let file = try PDFFile(bytes)
      for number in file.objectNumbers() {
        if try file.indirectObject(number) == nil { _ = try file.object(PDFReference(number)) }
      }
    }
    #expect(error.flaw == flaw, "\(error)")
  }

  @Test func aHybridWhoseTableHidesObjectsIsRead() throws {
    let file = try PDFFile(Self.hybrid(number: 5))
    #expect(try file.object(PDFReference(5)) == .string(Array("hidden".utf8)))
  }

  @Test func bytesBehindTheEndAreSeen() throws {
    let sound = HandmadePDF.minimal().bytes
    let file = try PDFFile(sound + Array("9 0 obj\n(x)\nendobj\n".utf8))
    #expect(file.tail == sound.count..<sound.count + 19)
  }

  @Test func aBombIsRefusedBeforeItTakesMemory() throws {
    let bomb = ZlibCompressor(level: 9).compressed([UInt8](repeating: 0x20, count: 64 << 20))
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog>>")
    file.stream(7, bomb, entries: "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    file.endWithStream(8, compressed: [(5, 7, 0)])
    let error = try #require(throws: PDFSyntaxError.self) { try PDFFile(file.bytes) }
    #expect(error.flaw == .streamTooLarge)
  }

  static func bent(_ end: (inout HandmadePDF) -> Void) -> [UInt8] {
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog>>")
    end(&file)
    return file.bytes
  }

  static func replacing(_ old: String, with new: String) -> [UInt8] {
    let text = String(decoding: HandmadePDF.minimal().bytes.map { $0 < 0x80 ? $0 : 0x2E }, as: UTF8.self)
    return Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
  }

  static func loop() -> [UInt8] {
    let file = HandmadePDF.minimal()
    var next = HandmadePDF(continuing: file.bytes, previous: file.bytes.count, size: 5)
    next.end()
    return next.bytes
  }

  static func revived() -> [UInt8] {
    let place = HandmadePDF.minimal().bytes.count - 198
    var file = HandmadePDF.minimal(["(old)"])
    file.object(5, "(new)")
    file.end()
    file.place(5, at: place)
    file.end()
    return file.bytes
  }

  static func stream(length: Int) -> [UInt8] {
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog>>")
    file.stream(2, Array("some bytes".utf8), length: length)
    file.end()
    return file.bytes
  }

  /// A file whose table has the objects 1 to 4 and whose companion stream has another place for `number`.
  static func hybrid(number: Int) -> [UInt8] {
    var file = HandmadePDF.minimal()
    let place = file.bytes.count
    file.raw("\(number) 0 obj\n(hidden)\nendobj\n")
    let companion = file.bytes.count
    let row = [1, UInt8(place >> 8), UInt8(place & 255), 0]
    file.raw("8 0 obj\n<</Type/XRef/Size 9/W[1 2 1]/Index[\(number) 1]/Length 4>>\nstream\n")
    var bytes = file.bytes + row + Array("\nendstream\nendobj\n".utf8)
    let table = bytes.count
    let text = String(decoding: HandmadePDF.minimal().bytes.map { $0 < 0x80 ? $0 : 0x2E }, as: UTF8.self)
    let start = text.utf8.count - text.split(separator: "xref\n0 1", maxSplits: 1)[1].utf8.count - 8
    let section = text.utf8.dropFirst(start)
    let copy = String(decoding: section, as: UTF8.self)
      .replacing("/Size 5", with: "/Size 9/XRefStm \(companion)")
      .replacing("startxref\n\(start)", with: "startxref\n\(table)")
    // One revision: the first section's end goes, so that only the second is there.
    bytes.replaceSubrange(start..<place, with: [UInt8](repeating: 0x20, count: place - start))
    return bytes + Array(copy.utf8)
  }

  static func objectStreamReplaced() -> [UInt8] {
    let file = PDFFileTests.withObjectStream(isCompressed: false)
    var next = file
    next.stream(7, Array("5 0 6 10 <</A 2>>  (six)".utf8), entries: "/Type/ObjStm/N 2/First 9")
    next.endWithStream(9)
    return next.bytes
  }

  static func otherNumbers() -> [UInt8] {
    PDFFileTests.withObjectStream(isCompressed: false, numbers: "9 0 6 10").bytes
  }

  static func twice() -> [UInt8] {
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog>>")
    file.object(1, "<</Type/Catalog/Other true>>")
    file.end()
    return file.bytes
  }
}
