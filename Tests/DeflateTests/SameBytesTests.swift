import Testing

@testable import Deflate

@Suite struct SameBytesTests {
  @Test func stretchesAreTheSameWhereverTheyStand() {
    let bytes: [UInt8] = [9, 1, 2, 3, 9, 9, 1, 2, 3]
    #expect(bytes[1..<4].hasSameBytes(as: bytes[6..<9]))
    #expect(bytes[3..<3].hasSameBytes(as: [][...]))
  }

  @Test func oneByteOrTheLengthTellsThemApart() {
    let bytes = (0..<100).map { UInt8($0) }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1
      #expect(!bytes[...].hasSameBytes(as: other[...]))
    }
    #expect(!bytes[0..<4].hasSameBytes(as: bytes[0..<5]))
  }
}
