import Deflate
import TestSupport
import Testing

@testable import PDFSyntax

/// Whole files, sound and bent.
@Suite struct PDFFileTests {
  @Test func readsObjectsOfATable() throws {
    let file = try PDFFile(HandmadePDF.minimal(["[1 2]"]).bytes)
    #expect(file.revisions.count == 1)
    #expect(file.tail.isEmpty)
    #expect(file.objectNumbers() == [1, 2, 3, 4, 5])
    #expect(try file.catalog()["Type"].name == "Catalog")
    #expect(try file.object(PDFReference(4)).stream?.decoded() == Array("0 0 m 100 100 l S".utf8))
    #expect(try file.object(PDFReference(9)) == .null)
    #expect(try file.object(PDFReference(1, generation: 1)) == .null)
  }

  @Test func keepsEveryRevision() throws {
    var file = HandmadePDF.minimal(["(old)", "(gone)"])
    let first = file.bytes.count
    file.object(5, "(new)")
    file.end(free: [6])
    let read = try PDFFile(file.bytes)
    #expect(read.revisions.map(\.range) == [0..<first, first..<file.bytes.count])
    #expect(try read.object(PDFReference(5)) == .string(Array("new".utf8)))
    #expect(try read.object(PDFReference(5), at: 0) == .string(Array("old".utf8)))
    #expect(try read.object(PDFReference(6)) == .null)
    #expect(read.objectNumbers() == [1, 2, 3, 4, 5])
    #expect(read.objectNumbers(at: 0) == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [false, true]) func readsObjectStreams(_ isCompressed: Bool) throws {
    let file = try PDFFile(Self.withObjectStream(isCompressed: isCompressed).bytes)
    #expect(try file.object(PDFReference(5)) == .dictionary(["A": .integer(1)]))
    #expect(try file.object(PDFReference(6)) == .string(Array("six".utf8)))
    #expect(try file.indirectObject(6) == nil)
  }

  @Test(arguments: ["--object-streams=generate", "--linearize", "--object-streams=disable"])
  func readsWhatAnotherProgramWrites(_ option: String) throws {
    let plain = try PDFFile(HandmadePDF.minimal(["(أ)"], catalog: "/Extra 5 0 R").bytes)
    let other = try PDFFile(Tool.qpdf([option], on: plain.bytes))
    #expect(other.revisions.count == 1)
    let catalog = try other.catalog()
    #expect(try other.value(of: "Extra", in: catalog) == .string(Array("أ".utf8)))
    let pages = try #require(try other.value(of: "Pages", in: catalog).dictionary)
    let page = try #require(try other.resolve(pages["Kids"].array?.first ?? .null).dictionary)
    let content = try #require(try other.value(of: "Contents", in: page).stream)
    #expect(try content.decoded() == Array("0 0 m 100 100 l S".utf8))
  }

  @Test(arguments: ["--object-streams=generate", "--linearize"])
  func anUpdateGoesBehindTheFile(_ option: String) throws {
    let old = try Tool.qpdf([option], on: HandmadePDF.minimal().bytes)
    var update = IncrementalUpdate(of: try PDFFile(old))
    let reference = update.add(.dictionary(["Kind": .name("New")]))
    var catalog = try update.file.catalog()
    catalog["Extra"] = .reference(reference)
    let root = try #require(update.file.trailer["Root"].reference)
    update.set(root, to: .dictionary(catalog))
    let result = update.finish(identifier: [1, 2, 3])
    #expect(result.bytes.starts(with: old))
    #expect(result.bytes == update.finish(identifier: [1, 2, 3]).bytes)
    let read = try PDFFile(result.bytes)
    #expect(read.revisions.count == 2)
    #expect(try read.value(of: "Extra", in: read.catalog()) == .dictionary(["Kind": .name("New")]))
    #expect(try read.value(of: "Extra", in: read.catalog(at: 0), at: 0) == .null)
    let offset = try #require(result.contentOffsets[reference])
    #expect(result.bytes[offset...].starts(with: Array("<</Kind/New>>".utf8)))
    _ = try Tool.qpdf(["--check"], on: result.bytes, output: false)
  }

  @Test func findsWhereValuesStand() throws {
    let file = try PDFFile(HandmadePDF.minimal(["<</A [1 2] /Contents <00FF> /B(x)>>"]).bytes)
    let ranges = try file.valueRanges(of: try #require(try file.indirectObject(5)))
    let range = try #require(ranges["Contents"])
    #expect(String(decoding: file.bytes[range], as: UTF8.self) == "<00FF>")
  }

  static func withObjectStream(isCompressed: Bool, numbers: String = "5 0 6 10") -> HandmadePDF {
    var file = HandmadePDF()
    file.object(1, "<</Type/Catalog/Pages 2 0 R>>")
    file.object(2, "<</Type/Pages/Count 0/Kids[]>>")
    let content = Array("\(numbers) <</A 1>>  (six)".utf8)
    let bytes = isCompressed ? ZlibCompressor(level: 6).compressed(content) : content
    file.stream(
      7, bytes,
      entries: "/Type/ObjStm/N 2/First \(numbers.utf8.count + 1)\(isCompressed ? "/Filter/FlateDecode" : "")")
    file.endWithStream(8, compressed: [(5, 7, 0), (6, 7, 1)])
    return file
  }
}
