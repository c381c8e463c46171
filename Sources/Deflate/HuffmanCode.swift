/// A prefix code (RFC 1951, 3.2.2): the more often a symbol comes, the fewer bits it takes.
struct HuffmanCode {
  /// Bits of each symbol; 0 for one that doesn't come.
  private(set) var lengths: [UInt8]
  /// Each symbol's bits, the first one lowest, as the stream takes them, with how many they are above them.
  private let bits: [UInt32]

  /// The code for symbols that come as often as `frequencies` say, none longer than `limit` bits.
  init(frequencies: [UInt32], limit: Int) {
    lengths = Self.lengths(frequencies, limit: limit)
    bits = zip(Self.bits(of: lengths), lengths).map { UInt32($0) | UInt32($1) << 16 }
  }

  /// A symbol's bits, and how many they are.
  subscript(symbol: Int) -> (bits: UInt64, count: Int) {
    @inline(__always) get { (UInt64(bits[symbol] & 0xFFFF), Int(bits[symbol] >> 16)) }
  }

  /// What the subscript gives, in memory that is at hand as long as `body` runs: bits, and their count above 16 bits.
  @inline(__always)
  func withBits(_ body: (UnsafeBufferPointer<UInt32>) -> Void) { bits.withUnsafeBufferPointer(body) }

  private static func lengths(_ frequencies: [UInt32], limit: Int) -> [UInt8] {
    var lengths = [UInt8](repeating: 0, count: frequencies.count)
    // Rarest first; of two that come equally often the later symbol, so that one order follows from the input.
    let symbols = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (frequencies[$0], $1) < (frequencies[$1], $0) }
    guard symbols.count > 1 else {
      for symbol in symbols { lengths[symbol] = 1 }
      return lengths
    }
    var counts = countsOfLengths(symbols.map { Int(frequencies[$0]) }, limit: limit)
    var length = limit
    for symbol in symbols {
      while counts[length] == 0 { length -= 1 }
      lengths[symbol] = UInt8(length)
      counts[length] -= 1
    }
    return lengths
  }

  /// How many symbols have each length; `weights` rise.
  private static func countsOfLengths(_ weights: [Int], limit: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: limit + 1)
    for depth in depths(weights) { counts[min(depth, limit)] += 1 }
    // Symbols that were cut to the limit took more of the code than there is: others are pushed down.
    var excess = counts.indices.dropFirst().reduce(-(1 << limit)) { $0 + counts[$1] << (limit - $1) }
    while excess > 0 {
      guard let length = (1..<limit).last(where: { counts[$0] > 0 }) else { break }
      counts[length] -= 1
      counts[length + 1] += 2
      counts[limit] -= 1
      excess -= 1
    }
    return counts
  }

  /// The depth of each leaf in a tree of least weight, made of two queues: leaves and joined nodes.
  private static func depths(_ weights: [Int]) -> [Int] {
    let count = weights.count
    var sums = weights
    var parents = [Int](repeating: 0, count: 2 * count - 1)
    var (leaf, node) = (0, count)
    for next in count..<2 * count - 1 {
      var sum = 0
      for _ in 0..<2 {
        let least: Int
        if leaf < count, node >= next || weights[leaf] <= sums[node] {
          least = leaf
          leaf += 1
        } else {
          least = node
          node += 1
        }
        sum += sums[least]
        parents[least] = next
      }
      sums.append(sum)
    }
    var depths = [Int](repeating: 0, count: 2 * count - 1)
    for node in (0..<2 * count - 2).reversed() { depths[node] = depths[parents[node]] + 1 }
    return Array(depths.prefix(count))
  }

  /// The canonical code of the given lengths.
  private static func bits(of lengths: [UInt8]) -> [UInt16] {
    var counts = [Int](repeating: 0, count: 17)
    for length in lengths where length > 0 { counts[Int(length)] += 1 }
    var next = [UInt16](repeating: 0, count: 17)
    for length in 1..<16 { next[length + 1] = (next[length] &+ UInt16(counts[length])) &<< 1 }
    return lengths.map { length in
      guard length > 0 else { return 0 }
      let code = next[Int(length)]
      next[Int(length)] &+= 1
      return code.reversedBits >> UInt16(16 - length)
    }
  }
}

extension UInt16 {
  fileprivate var reversedBits: UInt16 {
    var (source, result) = (self, UInt16(0))
    for _ in 0..<16 {
      result = result << 1 | source & 1
      source >>= 1
    }
    return result
  }
}
