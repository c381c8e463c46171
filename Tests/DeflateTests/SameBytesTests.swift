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

  /// Every length up to three words of the machine, and each byte another once.
  @Test func stretchesOfOneRowAreToldApart() {
    for length in 0...25 {
      let stretch = (0..<length).map { UInt8(7 * $0 + 1) }
      let bytes = [9] + stretch + [200, 201] + stretch + [8]
      let (range, place) = (1..<1 + length, length + 3)
      #expect(bytes.hasSameBytes(at: place, as: range))
      #expect(!bytes.hasSameBytes(at: place + 2, as: range) || length == 0)
      #expect(!bytes.hasSameBytes(at: bytes.count - length + 1, as: range))
      for change in 0..<length {
        var other = bytes
        other[place + change] ^= 0x40
        #expect(!other.hasSameBytes(at: place, as: range))
      }
    }
  }

  @Test func eightBytesAreOneNumber() {
    let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    #expect(bytes.eightBytes(at: 0) == 0x0807_0605_0403_0201)
    #expect(bytes.eightBytes(at: 1) == 0x0908_0706_0504_0302)
    #expect(bytes.eightBytes(at: 2) == 0 && bytes.eightBytes(at: -1) == 0)
  }
}
