/// Compresses bytes to the zlib format (RFC 1950) for one who knows where they repeat themselves.
///
/// Searching for repetitions is nearly all that a compressor does. Whoever writes lines of one form over and over
/// knows where they are, and only how far they go is looked up. A wrong hint costs bytes, nothing else. What such
/// lines are made of is known as well: all are in one code, made for a sample of them.
public struct PatternCompressor: Sendable {
  /// A repetition that is shorter takes as much as the bytes themselves.
  private static let shortest = 4
  /// How many bytes two repetitions are taken to share by chance: the sign and the first digits of a number.
  private static let mostShared = 8

  private let code: BlockCode

  /// A compressor for bytes that look like those of `sample`.
  public init(sample: [UInt8], hints: [RepetitionHint]) {
    // Whatever may come has a code.
    var frequencies = BlockCode.Frequencies(everySymbol: 1)
    sample.withUnsafeBufferPointer { bytes in
      Self.forEachPart(of: bytes, hints) { literals in
        for literal in bytes[literals] { frequencies.count(BlockToken(literal: literal)) }
      } repetition: {
        frequencies.count($0)
      }
    }
    code = BlockCode(frequencies)
  }

  /// `bytes` compressed, in memory that is kept for others; `hints` are in the order of their places.
  public func compress(
    _ bytes: UnsafeBufferPointer<UInt8>, hints: [RepetitionHint], in room: CompressionRoom
  ) -> [UInt8] {
    // No byte takes more than 15 bits, a repetition of four or more no more than 48, and no head of a block 400 bytes.
    room.bytes(capacity: 2 * bytes.count + 512) { buffer in
      var output = BitWriter(buffer)
      output.addZlibHeader()
      code.writeHeader(to: &output)
      Self.forEachPart(of: bytes, hints) {
        output.add(bytes[$0], in: code.literals)
      } repetition: {
        code.write($0, to: &output)
      }
      code.writeEnd(to: &output)
      output.add(checksumOf: bytes)
      return output.count
    }
  }

  /// Takes bytes apart into stretches of literals and repetitions.
  @inline(__always)
  private static func forEachPart(
    of bytes: UnsafeBufferPointer<UInt8>, _ hints: [RepetitionHint], literals: (Range<Int>) -> Void,
    repetition: (BlockToken) -> Void
  ) {
    let count = bytes.count
    var next = 0
    var at = 0
    hints.withUnsafeBufferPointer { hints in
      while at < count {
        // Hints within what is written already say nothing.
        while next < hints.count, hints[next].position < at { next += 1 }
        var (length, distance) = (0, 0)
        while next < hints.count, hints[next].position == at {
          let found = Self.length(of: hints[next], in: bytes)
          if found > length { (length, distance) = (found, at - hints[next].earlier) }
          next += 1
        }
        if length >= shortest {
          length = shortened(length, at: at, before: &next, hints, in: bytes)
          repetition(BlockToken(length: length, distance: distance))
          at += length
          continue
        }
        let stop = next < hints.count ? min(count, max(hints[next].position, at + 1)) : count
        literals(at..<stop)
        at = stop
      }
    }
  }

  /// How far a place goes on as the earlier one did.
  @inline(__always)
  private static func length(of hint: RepetitionHint, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (place, earlier) = (hint.position, hint.earlier)
    guard earlier >= 0, earlier < place, place < bytes.count, place - earlier <= MatchSymbols.farthest else {
      return 0
    }
    return bytes.commonLength(
      earlier, place, limit: min(bytes.count - place, MatchSymbols.lengths.upperBound))
  }

  /// A repetition's length, less what it shares by chance with the beginning of one that goes further.
  ///
  /// `next` is the first hint behind its beginning, and then the first one that it doesn't reach over.
  @inline(__always)
  private static func shortened(
    _ length: Int, at start: Int, before next: inout Int, _ hints: UnsafeBufferPointer<RepetitionHint>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let end = start + length
    while next < hints.count, hints[next].position < end {
      let shared = end - hints[next].position
      if shared <= mostShared, length - shared >= shortest,
        Self.length(of: hints[next], in: bytes) > shared + 1
      {
        return length - shared
      }
      next += 1
    }
    return length
  }
}
