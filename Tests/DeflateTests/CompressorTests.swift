import Testing

@testable import Deflate

/// What our own compressors write, read back by zlib.
@Suite struct CompressorTests {
  private func inflated(_ bytes: [UInt8]) throws -> [UInt8] {
    try ZlibInflation(format: .zlib).inflate(bytes[...], limit: 1 << 26, ratio: 1 << 20)
  }

  /// Bytes of few kinds, so that they repeat themselves by chance.
  private func noise(_ count: Int, kinds: UInt8, seed: UInt64) -> [UInt8] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 40) % kinds
    }
  }

  private static let lines: [UInt8] = (0..<3000).flatMap {
    Array("/F\($0 / 50 % 2) 12 Tf 1 0 0 1 \($0 * 7919 % 4000).\($0 % 97) 700.5 Tm <00\($0 % 89)>Tj\n".utf8)
  }

  private static let compressor = PatternCompressor(
    sample: lines, hints: hints(starts))
  /// Says of each place that it repeats the one before it.
  private static func hints(_ places: [Int]) -> [RepetitionHint] {
    zip(places, places.dropFirst()).map { RepetitionHint(position: $1, repeats: $0) }
  }

  private static let starts = lines.indices.filter { $0 == 0 || lines[$0 - 1] == UInt8(ascii: "\n") }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 300, 70_000], [1, 2, 40, 255] as [UInt8])
  func whateverTheHintsTheBytesComeBack(count: Int, kinds: UInt8) throws {
    let bytes = noise(count, kinds: kinds, seed: UInt64(count) + UInt64(kinds))
    let places = noise(count / 5, kinds: 255, seed: 3).reduce(into: [0]) {
      $0.append($0[$0.count - 1] + Int($1) / 16)
    }
    // Some say that a place repeats a later one, itself, or none that there is.
    let hints = zip(places, noise(places.count, kinds: 40, seed: 4)).map { place, back in
      RepetitionHint(position: place, repeats: place - Int(back) * Int(back) + 9)
    }
    #expect(try inflated(Self.compressor.compress(bytes, hints: hints)) == bytes)
    #expect(try inflated(Self.compressor.compress(bytes, hints: [])) == bytes)
  }

  @Test func whatTheSampleDoesNotHoldComesBack() throws {
    let empty = PatternCompressor(sample: [], hints: [])
    for bytes in [Self.lines, Array(0...255), []] {
      #expect(try inflated(empty.compress(bytes, hints: [])) == bytes)
      #expect(try inflated(Self.compressor.compress(bytes, hints: [])) == bytes)
    }
  }

  @Test func memoryThatIsKeptChangesNothing() {
    let room = CompressionRoom()
    // The longest needs more memory than the room begins with.
    let streams = [300, 120_000, 7, 70_000].map { noise($0, kinds: 40, seed: 5) }
    for bytes in streams + streams.reversed() {
      let kept = bytes.withUnsafeBufferPointer { Self.compressor.compress($0, hints: [], in: room) }
      #expect(kept == Self.compressor.compress(bytes, hints: []))
    }
  }

  @Test func hintsMakeLinesOfOneFormSmall() throws {
    let bytes = Self.lines
    let hints = Self.hints(Self.starts)
    let compressed = Self.compressor.compress(bytes, hints: hints)
    #expect(try inflated(compressed) == bytes)
    #expect(compressed.count * 10 < Self.compressor.compress(bytes, hints: []).count * 7)
  }

  @Test func aRepetitionEndsWhereALongerOneBegins() throws {
    let words = ["-12.5 0 Td <0001>; ", "-13 0 Td <0003>; ", "-17.25 0 Td <0002>; "]
    // The fourth word goes on as the first one did, into the sign and a digit of the fifth, which repeats the third.
    let bytes = Array((words + [words[0], words[2]]).joined().utf8)
    let (fourth, fifth) = (56, 75)
    let hints = [
      RepetitionHint(position: fourth, repeats: 0), RepetitionHint(position: fifth, repeats: 36),
    ]
    let compressed = Self.compressor.compress(bytes, hints: hints)
    #expect(try inflated(compressed) == bytes)
    #expect(compressed.count + 8 < Self.compressor.compress(bytes, hints: [hints[0]]).count)
  }

  @Test func aRepetitionTooFarAwayIsNotUsed() throws {
    let phrase = Array("a phrase that returns".utf8)
    for distance in [32_767, 32_768, 32_769, 50_000] {
      let bytes = phrase + noise(distance - phrase.count, kinds: 200, seed: 9) + phrase
      let hints = [RepetitionHint(position: distance, repeats: 0)]
      #expect(try inflated(Self.compressor.compress(bytes, hints: hints)) == bytes)
    }
  }

  @Test func longRunsOfOneByteComeBack() throws {
    let bytes = [UInt8](repeating: 7, count: 2000)
    for step in [1, 3, 257, 258, 259] {
      let hints = Self.hints(Array(stride(from: 0, to: bytes.count, by: step)))
      #expect(try inflated(Self.compressor.compress(bytes, hints: hints)) == bytes)
    }
  }

  @Test(arguments: 0..<40)
  func piecesAmongOtherBytesComeBack(seed: Int) throws {
    let seed = UInt64(seed)
    let samples = (0..<4).map { noise(300, kinds: 40, seed: seed + $0)[...] }
    var compressor = PieceCompressor(samples: seed % 4 == 0 ? [] : samples)
    let known = (0..<6).map { noise(Int($0) * 37, kinds: $0 % 2 == 0 ? 3 : 255, seed: seed * 7 + $0) }
    let pieces = known.map { compressor.piece($0[...]) }
    var bytes: [UInt8] = []
    var places: [(start: Int, piece: PieceCompressor.Piece)] = []
    for (turn, which) in noise(30, kinds: 6, seed: seed + 11).enumerated() {
      if turn % 3 > 0 { bytes += noise(turn * 5, kinds: 12, seed: seed + UInt64(turn)) }
      places.append((bytes.count, pieces[Int(which)]))
      bytes += known[Int(which)]
    }
    bytes += noise(Int(seed) * 3, kinds: 9, seed: 1)
    #expect(try inflated(compressor.stream(of: bytes, pieces: places)) == bytes)
  }
}

extension PatternCompressor {
  /// `bytes` compressed in memory of their own.
  fileprivate func compress(_ bytes: [UInt8], hints: [RepetitionHint]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { compress($0, hints: hints, in: CompressionRoom()) }
  }
}
