/// Bits in whole words, the lowest of each first, for streams that take them over and over.
struct BitWords {
  private var words: [UInt64] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Adds the low `count` bits of `bits`, at most 63; the others are 0.
  mutating func add(_ bits: UInt64, count: Int) {
    pending |= bits << UInt64(pendingCount)
    pendingCount += count
    guard pendingCount >= 64 else { return }
    words.append(pending)
    pendingCount -= 64
    pending = bits >> UInt64(count - pendingCount)
  }

  /// The words, what follows the bits in the last one being 0, and how many bits they are.
  var finished: (words: [UInt64], count: Int) {
    pendingCount > 0 ? (words + [pending], 64 * words.count + pendingCount) : (words, 64 * words.count)
  }
}
