/// A byte as it is, or the repetition of earlier bytes (RFC 1951, 3.2.5).
struct BlockToken {
  /// A literal; or a length in the high half, and its distance less one in the low half.
  private let value: UInt32

  @inline(__always)
  init(literal: UInt8) { value = UInt32(literal) }

  @inline(__always)
  init(length: Int, distance: Int) {
    value = UInt32(truncatingIfNeeded: length << 16 | (distance - 1))
  }

  var isLiteral: Bool { value < 1 << 16 }
  var literal: Int { Int(value) }
  /// The length less the least there is.
  var length: Int { Int(value >> 16) - 3 }
  /// The distance less the least there is.
  var distance: Int { Int(value & 0xFFFF) }
}

extension BlockCode.Frequencies {
  /// Counts a token.
  @inline(__always)
  mutating func count(_ token: BlockToken) {
    if token.isLiteral {
      literals[token.literal] += 1
    } else {
      literals[Int(lengthSymbols[token.length].symbol)] += 1
      distances[Int(MatchSymbols.ofDistance(token.distance + 1).symbol)] += 1
    }
  }
}

extension BlockCode {
  /// Calls `body` with the bits of a token, in one or two parts of at most 28.
  @inline(__always)
  func forEachBits(of token: BlockToken, _ body: (UInt64, Int) -> Void) {
    guard !token.isLiteral else {
      return body(UInt64(literals.bits[token.literal]), Int(literals.lengths[token.literal]))
    }
    part(lengthSymbols[token.length], value: token.length, literals, body)
    part(MatchSymbols.ofDistance(token.distance + 1), value: token.distance, distances, body)
  }

  @inline(__always)
  private func part(
    _ symbol: MatchSymbols.Symbol, value: Int, _ code: HuffmanCode, _ body: (UInt64, Int) -> Void
  ) {
    let length = Int(code.lengths[Int(symbol.symbol)])
    let extra = UInt64(value - Int(symbol.base)) << UInt64(length)
    body(UInt64(code.bits[Int(symbol.symbol)]) | extra, length + Int(symbol.extraCount))
  }

  /// Writes a token.
  @inline(__always)
  func write(_ token: BlockToken, to output: inout BitWriter) {
    forEachBits(of: token) { output.add($0, count: $1) }
  }

  /// Writes the end of the block.
  func writeEnd(to output: inout BitWriter) {
    output.add(UInt64(literals.bits[Self.end]), count: Int(literals.lengths[Self.end]))
  }
}
