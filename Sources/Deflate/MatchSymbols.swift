/// How the lengths and distances of repetitions are written (RFC 1951, 3.2.5): a symbol, and extra bits after it.
enum MatchSymbols {
  /// The shortest and the longest repetition.
  static let lengths = 3...258
  /// The farthest one.
  static let farthest = 32_768

  struct Symbol {
    var symbol: UInt16
    var extraCount: UInt8
    var base: UInt16
  }

  /// By length, from 3.
  static let ofLength: [Symbol] = {
    var symbols: [Symbol] = []
    for index in 0..<28 {
      let extra = index < 8 ? 0 : index / 4 - 1
      let base = UInt16(symbols.count)
      for _ in 0..<(1 << extra) {
        symbols.append(Symbol(symbol: UInt16(257 + index), extraCount: UInt8(extra), base: base))
      }
    }
    // The longest has a symbol of its own.
    symbols[255] = Symbol(symbol: 285, extraCount: 0, base: 255)
    return symbols
  }()

  /// The symbol of a distance.
  @inline(__always)
  static func ofDistance(_ distance: Int) -> Symbol {
    let value = UInt32(truncatingIfNeeded: distance - 1)
    guard value >= 4 else { return Symbol(symbol: UInt16(value), extraCount: 0, base: UInt16(value)) }
    let log = 31 - UInt32(truncatingIfNeeded: value.leadingZeroBitCount)
    let half = value >> (log - 1) & 1
    return Symbol(
      symbol: UInt16(truncatingIfNeeded: 2 * log + half), extraCount: UInt8(truncatingIfNeeded: log - 1),
      base: UInt16(truncatingIfNeeded: (2 + half) << (log - 1)))
  }
}
