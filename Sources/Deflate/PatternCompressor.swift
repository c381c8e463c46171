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
/// knows where they are, and only how far they go is looked up. A wrong hint costs bytes, nothing else.
public enum PatternCompressor {
  /// A repetition that is shorter takes as much as the bytes themselves.
  private static let shortest = 4

  /// `bytes` compressed; `hints` are in the order of their places.
  public static func compress(_ bytes: [UInt8], hints: [RepetitionHint]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var frequencies = BlockCode.Frequencies()
      let tokens = tokens(of: bytes, hints, &frequencies)
      let code = BlockCode(frequencies)
      // No token takes more than 48 bits, and no head of a block 400 bytes.
      return [UInt8](unsafeUninitializedCapacity: 6 * tokens.count + 512) { buffer, count in
        var output = BitWriter(buffer)
        output.addZlibHeader()
        code.writeHeader(to: &output)
        for token in tokens { code.write(token, to: &output) }
        code.writeEnd(to: &output)
        output.add(checksumOf: bytes)
        count = output.count
      }
    }
  }

  private static func tokens(
    of bytes: UnsafeBufferPointer<UInt8>, _ hints: [RepetitionHint],
    _ frequencies: inout BlockCode.Frequencies
  ) -> [BlockToken] {
    let count = bytes.count
    var tokens: [BlockToken] = []
    tokens.reserveCapacity(count / 3)
    var last = [Int](repeating: -1, count: 32)
    var next = 0
    var at = 0
    while at < count {
      // Hints within what is written already only say what to look at next.
      while next < hints.count, hints[next].position < at {
        last[Int(hints[next].kind)] = hints[next].position
        next += 1
      }
      if next < hints.count, hints[next].position == at {
        let kind = Int(hints[next].kind)
        let candidate = last[kind]
        last[kind] = at
        next += 1
        let limit = min(count - at, MatchSymbols.lengths.upperBound)
        let length = candidate < 0 ? 0 : bytes.commonLength(candidate, at, limit: limit)
        if length >= shortest, at - candidate <= MatchSymbols.farthest {
          let token = BlockToken(length: length, distance: at - candidate)
          tokens.append(token)
          frequencies.count(token)
          at += length
          continue
        }
      }
      let stop = next < hints.count ? min(count, hints[next].position) : count
      repeat {
        let token = BlockToken(literal: bytes[at])
        tokens.append(token)
        frequencies.count(token)
        at += 1
      } while at < stop
    }
    return tokens
  }
}
