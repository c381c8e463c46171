import CICU

/// Embedding levels of a text (UAX #9): even runs left to right, odd runs right to left.
struct BidiLevels: Hashable {
  /// The level the text as a whole stands on.
  enum Base: Hashable {
    /// Level 0.
    case leftToRight
    /// Level 1.
    case rightToLeft
    /// By the first strong character; left to right without one (P2, P3).
    case firstStrong

    var code: UInt8 {
      switch self {
      case .leftToRight: 0
      case .rightToLeft: 1
      case .firstStrong: UInt8(CICU_BASE_AUTOMATIC)
      }
    }
  }

  /// One level for each UTF-16 unit.
  var levels: [UInt8]
  /// The paragraph's level.
  var base: UInt8

  /// The order, from left to right, in which things of these levels stand (L2).
  static func visualOrder(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), let lowestOdd = levels.filter({ $0 & 1 == 1 }).min() else {
      return order
    }
    for level in stride(from: highest, through: lowestOdd, by: -1) {
      var start = 0
      while start < order.count {
        guard levels[order[start]] >= level else {
          start += 1
          continue
        }
        var end = start + 1
        while end < order.count, levels[order[end]] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }
}
