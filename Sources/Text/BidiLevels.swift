/// Embedding levels of a text (UAX #9): even runs left to right, odd runs right to left.
///
/// The algorithm is written out here, over ICU's character properties: ICU 72's own flattens levels
/// where all text runs one way, and differs from the standard over brackets in overrides and marks
/// after brackets.
struct BidiLevels: Hashable {
  /// The level the text as a whole stands on.
  enum Base: Hashable {
    /// Level 0.
    case leftToRight
    /// Level 1.
    case rightToLeft
    /// By the first strong character; left to right without one (P2, P3).
    case firstStrong
  }

  /// One level for each UTF-16 unit.
  private(set) var levels: [UInt8]
  /// The level of the first paragraph.
  private(set) var base: UInt8 = 0

  /// Resolves each paragraph of `text`, the end of each being a line's end (P1 to L1).
  init(of text: [UInt16], base: Base) {
    levels = []
    let classes = BidiClass.of(text)
    if !classes.contains(.paragraphSeparator) {
      var paragraph = BidiParagraph(text, classes, base: base)
      paragraph.resolve()
      self.base = paragraph.base
      levels = paragraph.levels
      return
    }
    levels.reserveCapacity(text.count)
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, classes[end] != .paragraphSeparator { end += 1 }
      // A carriage return and line feed end one paragraph together.
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { end += 1 }
      end = min(text.count, end + 1)
      var paragraph = BidiParagraph(Array(text[start..<end]), Array(classes[start..<end]), base: base)
      paragraph.resolve()
      if start == 0 { self.base = paragraph.base }
      levels += paragraph.levels
      start = end
    }
  }

  /// The order, from left to right, in which things of these levels stand (L2).
  static func visualOrder(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    var (highest, lowestOdd) = (0, Int.max)
    for level in levels {
      highest = max(highest, Int(level))
      if level & 1 == 1 { lowestOdd = min(lowestOdd, Int(level)) }
    }
    guard lowestOdd <= highest else { return order }
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
