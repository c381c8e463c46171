import TestSupport
import Testing

@testable import PDFSyntax

/// Sound files broken in reproducible ways: reading always ends, and with a flaw or an object.
@Suite struct PDFSyntaxFuzzTests {
  @Test(arguments: 0..<3) func readingEndsWhateverComes(_ kind: Int) throws {
    let seeds = [
      HandmadePDF.minimal(["[1 2(x)<00>/N]", "<</A<</B[3 0 R]>>>>"]).bytes,
      PDFFileTests.withObjectStream(isCompressed: true).bytes, PDFRefusalTests.hybrid(number: 5),
    ]
    let seed = seeds[kind]
    var random = SeededGenerator(seed: UInt64(kind) + 1)
    let tokens = [
      "<<", ">>", "[", "]", "(", "R", "obj", "endobj", "stream", "/Prev 15", "/Length 9", "xref", "0 0 R",
    ]
    var refused = 0
    for _ in 0..<1_500 {
      var bytes = seed
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: tokens[Int(random.next() % UInt64(tokens.count))].utf8, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 40)))
        }
      }
      do {
        let file = try PDFFile(bytes)
        for number in file.objectNumbers() { _ = try file.object(PDFReference(number)) }
        let again = try PDFFile(IncrementalUpdate(of: file).finish(identifier: [7]).bytes)
        #expect(again.revisions.count == file.revisions.count + 1)
      } catch {
        refused += 1
      }
    }
    // Most breakages show; were nothing refused, nothing would have been checked.
    #expect(refused > 300)
  }
}
