/// The two codes of a block with its own trees (RFC 1951, 3.2.7): one for literals and lengths, one for distances.
struct BlockCode {
  let literals: HuffmanCode
  let distances: HuffmanCode
  /// The bits of each length, from 3, extra bits included, with how many they are above 24 bits.
  let lengths: [UInt32]
  /// The end of a block among the literals.
  static let end = 256

  /// How often each symbol comes in a block.
  struct Frequencies {
    var literals: [UInt32]
    var distances: [UInt32]

    /// All symbols come equally often so far, and the block's end comes once.
    init(everySymbol count: UInt32 = 0) {
      literals = Array(repeating: count, count: 286)
      distances = Array(repeating: count, count: 30)
      literals[BlockCode.end] = 1
    }
  }

  /// The head of a block that is the last of its stream, as bits for ``BitWriter``.
  private let header: (words: [UInt64], count: Int)

  init(_ frequencies: Frequencies) {
    literals = HuffmanCode(frequencies: frequencies.literals, limit: 15)
    distances = HuffmanCode(frequencies: frequencies.distances, limit: 15)
    lengths = MatchSymbols.ofLength.enumerated().map { [literals] value, symbol in
      let own = literals[Int(symbol.symbol)]
      let bits = UInt32(own.bits) | UInt32(value - Int(symbol.base)) << UInt32(own.count)
      return bits | UInt32(own.count + Int(symbol.extraCount)) << 24
    }
    header = Self.header(literals, distances)
  }

  /// Writes the head of a block, which is the last of its stream.
  func writeHeader(to output: inout BitWriter) { output.add(header.words[...], count: header.count) }

  private static func header(
    _ literals: HuffmanCode, _ distances: HuffmanCode
  ) -> (words: [UInt64], count: Int) {
    let literalCount = max(257, used(literals.lengths))
    let distanceCount = max(1, used(distances.lengths))
    let items = runs(
      Array(literals.lengths.prefix(literalCount) + distances.lengths.prefix(distanceCount)))
    var frequencies = [UInt32](repeating: 0, count: 19)
    for item in items { frequencies[item.symbol] += 1 }
    let code = HuffmanCode(frequencies: frequencies, limit: 7)
    let sent = max(4, (order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    var output = BitWords()
    // The last block; a block with codes of its own.
    output.add(0b101, count: 3)
    output.add(UInt64(literalCount - 257), count: 5)
    output.add(UInt64(distanceCount - 1), count: 5)
    output.add(UInt64(sent - 4), count: 4)
    for symbol in order.prefix(sent) { output.add(UInt64(code.lengths[symbol]), count: 3) }
    for item in items {
      output.add(code[item.symbol].bits, count: code[item.symbol].count)
      output.add(UInt64(item.extra), count: item.extraCount)
    }
    return output.finished
  }

  private static func used(_ lengths: [UInt8]) -> Int { (lengths.lastIndex { $0 > 0 } ?? -1) + 1 }

  /// The order in which the lengths of the code for lengths are sent.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private struct RunItem {
    var symbol: Int
    var extra = 0
    var extraCount = 0
  }

  /// Lengths as they are sent: 16 repeats the last one, 17 and 18 are zeros.
  private static func runs(_ lengths: [UInt8]) -> [RunItem] {
    var items: [RunItem] = []
    var start = 0
    while start < lengths.count {
      let length = lengths[start]
      var end = start
      while end < lengths.count, lengths[end] == length { end += 1 }
      var left = end - start
      if length > 0 {
        items.append(RunItem(symbol: Int(length)))
        left -= 1
      }
      while left >= 3 {
        if length == 0, left >= 11 {
          let count = min(left, 138)
          items.append(RunItem(symbol: 18, extra: count - 11, extraCount: 7))
          left -= count
        } else if length == 0 {
          items.append(RunItem(symbol: 17, extra: left - 3, extraCount: 3))
          left = 0
        } else {
          let count = min(left, 6)
          items.append(RunItem(symbol: 16, extra: count - 3, extraCount: 2))
          left -= count
        }
      }
      for _ in 0..<left { items.append(RunItem(symbol: Int(length))) }
      start = end
    }
    return items
  }
}
