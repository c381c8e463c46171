import Testing

@testable import Deflate

/// Both ways of inflating agree, and limits hold.
@Suite struct InflaterTests {
  private func compressed(_ bytes: [UInt8]) -> [UInt8] { ZlibCompressor(level: 6).compressed(bytes) }

  /// Short and long, growing little, as a page does, and as only zeros do.
  @Test(arguments: [0, 1, 1000, 60_000, 1_000_000, 1_500_000], [1, 7, 251])
  func theBytesComeBackWholeEitherWay(count: Int, kinds: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 / 3 % kinds) }
    let stream = compressed(bytes)
    let ratio = 1 << 20
    #expect(try Inflater.inflate(stream[...], format: .zlib, limit: count, ratio: ratio) == bytes)
    #expect(try ZlibInflation(format: .zlib).inflate(stream[...], limit: count, ratio: ratio) == bytes)
    // Without the two bytes of header and the four of the checksum.
    let raw = stream.dropFirst(2).dropLast(4)
    #expect(try Inflater.inflate(raw, format: .raw, limit: count, ratio: ratio) == bytes)
  }

  @Test func whatIsWrongIsSaidAlike() {
    let bytes = [UInt8](repeating: 0, count: 2_000_000)
    let stream = compressed(bytes)
    func flaw(_ stream: [UInt8], limit: Int = 1 << 26, ratio: Int = 1 << 20) -> Inflater.Flaw? {
      do throws(Inflater.Flaw) {
        _ = try Inflater.inflate(stream[...], format: .zlib, limit: limit, ratio: ratio)
        return nil
      } catch {
        return error
      }
    }
    #expect(flaw(stream) == nil)
    #expect(flaw(stream, limit: 1_999_999) == .tooLarge)
    #expect(flaw(stream, ratio: 100) == .growsTooFast)
    #expect(flaw(stream.dropLast()) == .broken && flaw([]) == .broken && flaw([1, 2, 3]) == .broken)
    let small = compressed([1, 2, 3])
    #expect(flaw(small, limit: 2) == .tooLarge)
    #expect(flaw(small.dropLast() + [small[small.count - 1] ^ 1]) == .broken, "the checksum is checked")
  }
}
