/// A place in bytes that is likely to go on as the last place of the same kind did.
public struct RepetitionHint: Hashable, Sendable {
  /// Where it is.
  public var position: Int
  /// Its kind, from 0 to 31.
  public var kind: UInt8

  /// A place of a kind.
  public init(position: Int, kind: UInt8) {
    (self.position, self.kind) = (position, kind)
  }
}

/// Compresses bytes to the zlib format (RFC 1950) for one who knows where they repeat themselves.
///
/// Searching for repetitions is nearly all that a compressor does. Whoever writes lines of one form over and over
/// knows where they are, and only how far they go is looked up. A wrong hint costs bytes, nothing else. What such
/// lines are made of is known as well: all are in one code, made for a sample of them.
public struct PatternCompressor: Sendable {
  /// A repetition that is shorter takes as much as the bytes themselves.
  private static let shortest = 4

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
    var last = InlineArray<32, Int>(repeating: -1)
    var next = 0
    var at = 0
    hints.withUnsafeBufferPointer { hints in
      while at < count {
        // Hints within what is written already only say what to look at next.
        while next < hints.count, hints[next].position < at {
          last[Int(hints[next].kind & 31)] = hints[next].position
          next += 1
        }
        if next < hints.count, hints[next].position == at {
          let kind = Int(hints[next].kind & 31)
          let candidate = last[kind]
          last[kind] = at
          next += 1
          let limit = min(count - at, MatchSymbols.lengths.upperBound)
          let length = candidate < 0 ? 0 : bytes.commonLength(candidate, at, limit: limit)
          if length >= shortest, at - candidate <= MatchSymbols.farthest {
            repetition(BlockToken(length: length, distance: at - candidate))
            at += length
            continue
          }
        }
        let stop = next < hints.count ? min(count, max(hints[next].position, at + 1)) : count
        literals(at..<stop)
        at = stop
      }
    }
  }
}
