import Deflate
import Testing

@testable import PDF

/// What was compressed before is as if it never had been.
@Suite struct StreamCompressorTests {
  @Test func whatIsRememberedIsWhatIsCompressedAnew() throws {
    let compressor = StreamCompressor(level: 1)
    let streams = (0..<40).map { number in
      [UInt8]("\(number % 20) 0 0 1 re f\n".utf8) + [UInt8](repeating: UInt8(number % 3), count: 200 * number)
    }
    for turn in 0..<3 {
      for stream in turn == 1 ? streams.reversed() : streams {
        let found = compressor.compressed(stream)
        #expect(found == ZlibCompressor(level: 1).compressed(stream))
        #expect(try Inflater.inflate(found[...], format: .zlib, limit: 1 << 20, ratio: 1 << 20) == stream)
      }
    }
  }
}
