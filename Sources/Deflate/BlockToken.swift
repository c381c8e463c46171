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
      literals[Int(MatchSymbols.ofLength[token.length].symbol)] += 1
      distances[Int(MatchSymbols.ofDistance(token.distance + 1).symbol)] += 1
    }
  }
}

extension BlockCode {
  /// The bits of a token, at most 48, and how many they are.
  @inline(__always)
  func bits(of token: BlockToken) -> (bits: UInt64, count: Int) {
    guard !token.isLiteral else { return literals[token.literal] }
    let length = lengths[token.length]
    let count = Int(length >> 24)
    let symbol = MatchSymbols.ofDistance(token.distance + 1)
    let distance = distances[Int(symbol.symbol)]
    let extra = UInt64(truncatingIfNeeded: token.distance &- Int(symbol.base))
    let bits = distance.bits | extra &<< UInt64(truncatingIfNeeded: distance.count)
    return (
      UInt64(length & 0xFF_FFFF) | bits &<< UInt64(truncatingIfNeeded: count),
      count &+ distance.count &+ Int(symbol.extraCount)
    )
  }

  /// Writes a token.
  @inline(__always)
  func write(_ token: BlockToken, to output: inout BitWriter) {
    let (bits, count) = bits(of: token)
    output.add(bits, count: count)
  }

  /// Writes the end of the block.
  func writeEnd(to output: inout BitWriter) {
    let (bits, count) = literals[Self.end]
    output.add(bits, count: count)
  }
}
