/// Compresses streams that are put together of pieces which return from stream to stream, such as the outlines
/// of a font: each piece is compressed once, in one code for all of them.
///
/// What it writes depends on the sample and the bytes alone.
public struct PieceCompressor: Sendable {
  /// A piece in compressed form, kept by the compressor that made it.
  public struct Piece: Sendable {
    /// How many bytes it stands for.
    public let byteCount: Int
    /// Where its bits are among the compressor's words.
    fileprivate let words: Range<Int>
    fileprivate let bitCount: Int
  }

  /// The bits of all pieces, each beginning with a word of its own.
  private var words: [UInt64] = []
  private let code: BlockCode
  /// How many places are looked at for a repetition: many in a piece, which is compressed once.
  private static let (pieceEffort, restEffort) = (64, 1)

  /// A compressor for bytes that look like those of `samples`.
  public init(samples: [ArraySlice<UInt8>]) {
    // Whatever may come has a code.
    var frequencies = BlockCode.Frequencies(everySymbol: 1)
    for sample in samples {
      sample.withUnsafeBufferPointer { bytes in
        var finder = MatchFinder(count: bytes.count, effort: Self.pieceEffort)
        Self.forEachToken(of: bytes, 0..<bytes.count, &finder, shortest: 4) { token in
          frequencies.count(token)
        }
      }
    }
    code = BlockCode(frequencies)
  }

  /// A piece, compressed; it repeats nothing but itself.
  public mutating func piece(_ bytes: ArraySlice<UInt8>) -> Piece {
    var bits = BitWords()
    bytes.withUnsafeBufferPointer { bytes in
      var finder = MatchFinder(count: bytes.count, effort: Self.pieceEffort)
      Self.forEachToken(of: bytes, 0..<bytes.count, &finder, shortest: 3) { token in
        let own = code.bits(of: token)
        bits.add(own.bits, count: own.count)
      }
    }
    let start = words.count
    words += bits.finished.words
    return Piece(byteCount: bytes.count, words: start..<words.count, bitCount: bits.finished.count)
  }

  /// The zlib stream (RFC 1950) of `bytes`, in which pieces stand at the given places, in rising order.
  public func stream(of bytes: [UInt8], pieces: [(start: Int, piece: Piece)]) -> [UInt8] {
    let known = pieces.reduce((bits: 0, bytes: 0)) {
      ($0.bits + $1.piece.bitCount, $0.bytes + $1.piece.byteCount)
    }
    // No byte takes more than 15 bits, and no head of a block 400 bytes; pieces are written by whole words.
    let capacity = known.bits / 8 + 2 * (bytes.count - known.bytes) + 512
    return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      bytes.withUnsafeBufferPointer { bytes in
        var output = BitWriter(buffer)
        output.addZlibHeader()
        code.writeHeader(to: &output)
        var finder = MatchFinder(count: bytes.count, effort: Self.restEffort)
        var start = 0
        for place in pieces {
          write(bytes, start..<place.start, &finder, to: &output)
          output.add(words[place.piece.words], count: place.piece.bitCount)
          start = place.start + place.piece.byteCount
        }
        write(bytes, start..<bytes.count, &finder, to: &output)
        code.writeEnd(to: &output)
        output.add(checksumOf: bytes)
        count = output.count
      }
    }
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ finder: inout MatchFinder,
    to output: inout BitWriter
  ) {
    guard !range.isEmpty else { return }
    Self.forEachToken(of: bytes, range, &finder, shortest: 3) { code.write($0, to: &output) }
  }

  private static func forEachToken(
    of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ finder: inout MatchFinder, shortest: Int,
    _ body: (BlockToken) -> Void
  ) {
    var place = range.lowerBound
    while place < range.upperBound {
      let match = finder.match(bytes, at: place, end: range.upperBound)
      // Three bytes from far away take more than they save.
      if let match, match.length >= shortest, match.length > 3 || match.distance <= 64 {
        body(BlockToken(length: match.length, distance: match.distance))
        finder.add(bytes, place..<place + match.length, end: range.upperBound)
        place += match.length
      } else {
        body(BlockToken(literal: bytes[place]))
        finder.add(bytes, place..<place + 1, end: range.upperBound)
        place += 1
      }
    }
  }
}
