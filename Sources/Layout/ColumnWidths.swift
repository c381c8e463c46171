import Content
import Geometry

/// Finds the widths of columns side by side, as CSS does for tables (CSS 2.1, 17.5.2.2).
struct ColumnWidths {
  /// How each column is found.
  let rules: [ColumnWidth]
  /// What the contents of each column can take.
  var ranges: [WidthRange]

  init(_ rules: [ColumnWidth]) {
    self.rules = rules
    ranges = rules.map { rule in
      if case .fixed(let width) = rule { WidthRange(minimum: width, natural: width) } else { WidthRange() }
    }
  }

  /// Counts what a cell over the given columns can take; a stated width is never changed.
  ///
  /// Cells of one column must be counted before those that cover several.
  mutating func count(_ range: WidthRange, in columns: Range<Int>) {
    if columns.count == 1 {
      let column = columns.lowerBound
      if case .fixed = rules[column] { return }
      ranges[column] = ranges[column].union(range)
      ranges[column].natural = max(ranges[column].natural, ranges[column].minimum)
      return
    }
    let free = columns.filter { if case .fixed = rules[$0] { false } else { true } }
    guard !free.isEmpty else { return }
    let had = columns.reduce(WidthRange()) {
      WidthRange(minimum: $0.minimum + ranges[$1].minimum, natural: $0.natural + ranges[$1].natural)
    }
    let share = Double(free.count)
    for column in free {
      ranges[column].minimum += max(range.minimum - had.minimum, 0) / share
      ranges[column].natural += max(range.natural - had.natural, 0) / share
      ranges[column].natural = max(ranges[column].natural, ranges[column].minimum)
    }
  }

  /// The widths within `available`, and whether the contents fit in them.
  func resolved(within available: Points) -> (widths: [Points], fits: Bool) {
    let least = ranges.reduce(0) { $0 + $1.minimum }
    if least > available + FlowRoom.tolerance {
      // Nothing may leave the measure: every column gives way in proportion.
      return (ranges.map { $0.minimum * available / least }, false)
    }
    let shares = rules.map { if case .fraction(let share) = $0 { max(share, 0) } else { 0.0 } }
    var widths = ranges.map(\.minimum)
    let leastOfShares = rules.indices.reduce(0) { $0 + (isFraction($1) ? ranges[$1].minimum : 0) }
    grow(&widths, to: available - leastOfShares)
    if shares.contains(where: { $0 > 0 }) { divide(available, by: shares, &widths) }
    return (widths, true)
  }

  /// Columns of automatic width grow from the least towards the natural, in step.
  private func grow(_ widths: inout [Points], to available: Points) {
    let growing = rules.indices.filter { !isFraction($0) }
    let taken = growing.reduce(0) { $0 + widths[$1] }
    let wanted = growing.reduce(0) { $0 + ranges[$1].natural - ranges[$1].minimum }
    guard wanted > 0 else { return }
    let part = min(max((available - taken) / wanted, 0), 1)
    for column in growing { widths[column] += part * (ranges[column].natural - ranges[column].minimum) }
  }

  /// What the other columns leave is divided by shares; none gets less than its contents need.
  private func divide(_ available: Points, by shares: [Double], _ widths: inout [Points]) {
    var open = rules.indices.filter { isFraction($0) }
    var left = available - rules.indices.reduce(0) { $0 + (isFraction($1) ? 0 : widths[$1]) }
    while !open.isEmpty {
      let total = open.reduce(0) { $0 + shares[$1] }
      let tight = open.filter { left * shares[$0] < ranges[$0].minimum * total || total == 0 }
      guard !tight.isEmpty else {
        for column in open { widths[column] = left * shares[column] / total }
        return
      }
      for column in tight { left -= ranges[column].minimum }
      open.removeAll { tight.contains($0) }
    }
  }

  private func isFraction(_ column: Int) -> Bool {
    if case .fraction = rules[column] { true } else { false }
  }
}
