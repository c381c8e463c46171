import Geometry

/// Chooses where lines end.
struct LineBreaker {
  /// What rounding may add to a line that just fits.
  static let tolerance: Points = 0.001

  let boxes: [LineBox]

  /// The boxes of each line: as many as fit (first fit).
  func ranges(measure: (Int) -> Points) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < boxes.count {
      let limit = measure(ranges.count) + Self.tolerance
      var end = start
      var used: Points = 0
      while end < boxes.count, end == start || used + boxes[end].width <= limit {
        used += boxes[end].width + boxes[end].spaceWidth
        end += 1
        if boxes[end - 1].isMandatory { break }
      }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }
}
