import Geometry
import PDFSyntax
import Testing

@testable import Proofing

@Suite struct KnownArtTests {
  private func art(_ bytes: [UInt8], filter: PDFObject = .name("FlateDecode")) -> PDFStream {
    var dictionary = PDFDictionary()
    dictionary["Filter"] = filter
    return PDFStream(dictionary, bytes: bytes)
  }

  private func box(_ x: Double) -> [[Rect]] { [[Rect(x: x, y: 0, width: 1, height: 1)]] }

  @Test func artIsReadOnceAndOtherArtAnew() {
    let known = KnownArt()
    var reads = 0
    func fills(_ bytes: [UInt8], _ value: Double, filter: PDFObject = .name("FlateDecode")) -> [[Rect]] {
      known.fills(of: art(bytes, filter: filter)) {
        reads += 1
        return box(value)
      }
    }
    #expect(fills([1, 2], 1) == box(1))
    #expect(fills([1, 2], 2) == box(1))
    #expect(fills([1, 3], 3) == box(3))
    #expect(reads == 2)
    // The same bytes without a filter are something else.
    #expect(fills([1, 2], 4, filter: .null) == box(4))
    #expect(fills([1, 2], 5, filter: .null) == box(5))
    #expect(reads == 4)
  }

  @Test func whatReturnsStaysAmongManyOthers() {
    let known = KnownArt()
    var reads = 0
    for letter in 0..<200 {
      for bytes in [[7, 7], [UInt8(letter), 1, 2]] as [[UInt8]] {
        _ = known.fills(of: art(bytes)) {
          reads += 1
          return []
        }
      }
    }
    #expect(reads == 201)
  }
}
