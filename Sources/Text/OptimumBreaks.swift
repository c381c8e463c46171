import Geometry

extension LineBreaker {
  /// How far a word space may be widened, in multiples of itself, at a badness of 100.
  private static let stretch = 0.6
  /// The widest a space may become before the search gives a line up, in multiples of `stretch`.
  private static let loosest = 4.0
  /// What each line costs, so that fewer are better where all else is equal.
  private static let linePenalty = 10.0
  /// What a last line shorter than this share of the measure costs more.
  private static let shortLine = (share: 0.15, penalty: 1500.0)

  /// The boxes of each line, all lines weighed together (Knuth and Plass 1981); `nil` where some line
  /// can only be set too loose or too full, or holds a fill.
  ///
  /// Spaces are only ever widened: narrowed ones are lost when a page's text is read back.
  func optimumRanges(measure: (Int) -> Points) -> [Range<Int>]? {
    guard !boxes.isEmpty, !boxes.contains(where: { $0.fills > 0 }) else { return nil }
    var ways = Ways(boxes: boxes.count)
    for start in boxes.indices {
      for way in ways.endingAt[start] {
        let line = ways.nodes[way].line
        forEachEnd(start, measure(line)) { end, cost in ways.extend(way, to: end, cost: cost) }
      }
    }
    return ways.bestRanges
  }

  /// Calls `visit` with each place where a line that begins at `start` may end, and what it costs.
  private func forEachEnd(_ start: Int, _ measure: Points, visit: (Int, Double) -> Void) {
    var (width, elastic): (Points, Points) = (0, 0)
    for at in start..<boxes.count {
      let box = boxes[at]
      width += box.width
      elastic += box.elastic
      let slack = measure - width
      if slack < -Self.tolerance { return }
      let isLast = box.isMandatory || at + 1 == boxes.count
      if let cost = cost(slack, elastic, measure, isLast: isLast) { visit(at + 1, cost) }
      if box.isMandatory { return }
      width += box.spaceWidth
      elastic += box.elasticSpace
    }
  }

  /// The demerits of a line, or `nil` if it would be too loose.
  private func cost(_ slack: Points, _ elastic: Points, _ measure: Points, isLast: Bool) -> Double? {
    var badness = 0.0
    if !isLast, slack > Self.tolerance {
      let ratio = slack / (elastic * Self.stretch)
      guard ratio <= Self.loosest else { return nil }
      badness = 100 * ratio * ratio * ratio
    }
    let isShort = isLast && measure - slack < Self.shortLine.share * measure
    let line = Self.linePenalty + badness
    return line * line + (isShort ? Self.shortLine.penalty : 0)
  }
}

/// The cheapest ways through a paragraph's boxes, line by line: one for each number of lines to each end.
private struct Ways {
  /// A way to the end of a line.
  struct Node {
    var box: Int
    var line: Int
    var demerits: Double
    var previous: Int
  }

  private(set) var nodes: [Node]
  /// The nodes that end before each box, and behind the last.
  private(set) var endingAt: [[Int]]

  /// No line yet.
  init(boxes count: Int) {
    nodes = [Node(box: 0, line: 0, demerits: 0, previous: -1)]
    nodes.reserveCapacity(2 * count)
    endingAt = [[Int]](repeating: [], count: count + 1)
    endingAt[0] = [0]
  }

  /// Adds the line from the end of `way` to `end`, unless as many lines lead there for less.
  mutating func extend(_ way: Int, to end: Int, cost: Double) {
    let node = Node(
      box: end, line: nodes[way].line + 1, demerits: nodes[way].demerits + cost, previous: way)
    if let known = endingAt[end].first(where: { nodes[$0].line == node.line }) {
      if nodes[known].demerits > node.demerits { nodes[known] = node }
    } else {
      nodes.append(node)
      endingAt[end].append(nodes.count - 1)
    }
  }

  /// The boxes of each line of the cheapest way to the end; `nil` where none leads there.
  var bestRanges: [Range<Int>]? {
    guard let best = endingAt[endingAt.count - 1].min(by: { nodes[$0].demerits < nodes[$1].demerits }) else {
      return nil
    }
    var ranges: [Range<Int>] = []
    var at = best
    while nodes[at].previous >= 0 {
      ranges.append(nodes[nodes[at].previous].box..<nodes[at].box)
      at = nodes[at].previous
    }
    return ranges.reversed()
  }
}
