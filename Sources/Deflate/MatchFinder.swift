/// Finds repetitions among bytes that come one stretch after the other (RFC 1951, 4).
struct MatchFinder {
  /// A repetition of earlier bytes.
  struct Match {
    var length: Int
    var distance: Int
  }

  /// By the hash of three bytes, where they were last; -1 where they weren't.
  private var heads = [Int32](repeating: -1, count: 1 << 11)
  /// For each place, where its hash was before it; empty where only the last place is looked at.
  private var chain: [Int32]
  private let effort: Int

  /// A finder in `count` bytes that looks at up to `effort` places for each.
  init(count: Int, effort: Int) {
    chain = Array(repeating: -1, count: effort > 1 ? count : 0)
    self.effort = effort
  }

  /// The longest repetition at `place` that lies within `end`, if one is longer than two bytes.
  func match(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, end: Int) -> Match? {
    guard place + 3 <= end else { return nil }
    let limit = min(end - place, MatchSymbols.lengths.upperBound)
    var best = Match(length: 2, distance: 0)
    var candidate = Int(heads[Self.hash(bytes, place)])
    var left = effort
    while candidate >= 0, place - candidate <= MatchSymbols.farthest {
      let length = bytes.commonLength(candidate, place, limit: limit)
      if length > best.length { best = Match(length: length, distance: place - candidate) }
      left -= 1
      guard left > 0 else { break }
      candidate = Int(chain[candidate])
    }
    return best.length > 2 ? best : nil
  }

  /// Says that `range` is written, so that later bytes may repeat it.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, end: Int) {
    for place in range where place + 3 <= end {
      let hash = Self.hash(bytes, place)
      if effort > 1 { chain[place] = heads[hash] }
      heads[hash] = Int32(truncatingIfNeeded: place)
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let value = UInt32(bytes[place]) | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2]) << 16
    return Int((value &* 0x9E37_79B1) >> 21)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How many bytes from `later` on are those from `earlier` on; at most `limit`, all of which are there.
  @inline(__always)
  func commonLength(_ earlier: Int, _ later: Int, limit: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    var length = 0
    while length + 8 <= limit {
      let difference =
        raw.loadUnaligned(fromByteOffset: earlier + length, as: UInt64.self).littleEndian
        ^ raw.loadUnaligned(fromByteOffset: later + length, as: UInt64.self).littleEndian
      if difference != 0 { return length + difference.trailingZeroBitCount / 8 }
      length += 8
    }
    while length < limit, self[earlier + length] == self[later + length] { length += 1 }
    return length
  }
}
