import Content
import Geometry

/// Finds the widths of columns side by side, as CSS does for tables (CSS 2.1, 17.5.2.2).
struct ColumnWidths {
  /// How each column is found.
  let rules: [ColumnWidth]
  /// What the contents of each column can take.
  var ranges: [WidthRange]
  /// Whether stated widths give way to others' contents, down to what their own need.
  let need: Need

  init(_ rules: [ColumnWidth], need: Need = .none) {
    self.rules = rules
    self.need = need
    ranges = rules.map { rule in
      guard need == .none, case .fixed(let width) = rule else { return WidthRange() }
      return WidthRange(minimum: width, natural: width)
    }
  }

  /// Counts what a cell over the given columns can take; a stated width is never changed.
  ///
  /// Cells of one column must be counted before those that cover several.
  mutating func count(_ range: WidthRange, in columns: Range<Int>) {
    if columns.count == 1 {
      let column = columns.lowerBound
      if isFixed(column) { return }
      ranges[column] = ranges[column].union(range)
      ranges[column].natural = max(ranges[column].natural, ranges[column].minimum)
      return
    }
    let free = columns.filter { !isFixed($0) }
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

  /// Whether `available` is as wide as the contents at least.
  func fits(in available: Points) -> Bool {
    ranges.reduce(0) { $0 + $1.minimum } <= available + FlowRoom.tolerance
  }

  /// The widths within `available`, and whether the contents fit in them.
  func resolved(within available: Points) -> (widths: [Points], fits: Bool) {
    guard fits(in: available) else { return (Self.capped(ranges.map(\.minimum), to: available), false) }
    let shares = rules.map { if case .fraction(let share) = $0 { max(share, 0) } else { 0.0 } }
    var widths = ranges.map(\.minimum)
    let leastOfShares = rules.indices.reduce(0) { $0 + (isFraction($1) ? ranges[$1].minimum : 0) }
    grow(&widths, to: available - leastOfShares)
    if shares.contains(where: { $0 > 0 }) { divide(available, by: shares, &widths) }
    return (widths, true)
  }

  /// The widths within `available` of columns whose contents need more, where less does in `need`.
  ///
  /// What gives way does so in step; a column of numbers or short words keeps what it needs.
  func narrowed(to need: ColumnWidths, within available: Points) -> (widths: [Points], fits: Bool) {
    let least = zip(need.ranges, ranges).map { min($0.minimum, $1.minimum) }
    let (had, wanted) = (least.reduce(0, +), ranges.reduce(0) { $0 + $1.minimum })
    guard had <= available + FlowRoom.tolerance, wanted > had else {
      return (Self.capped(least, to: available), false)
    }
    let even = ranges.map { $0.minimum * available / wanted }
    if areFixed, zip(even, least).allSatisfy({ $0 >= $1 - FlowRoom.tolerance }) { return (even, false) }
    let part = min(max((available - had) / (wanted - had), 0), 1)
    let widths = zip(least, ranges).map { $0 + part * ($1.minimum - $0) }
    // What was stated isn't what is set.
    return (widths, !rules.indices.contains { isFixed($0) && widths[$0] < ranges[$0].minimum })
  }

  /// Nothing may leave the measure: the widest columns give way to one width, narrower ones keep what they need.
  private static func capped(_ least: [Points], to available: Points) -> [Points] {
    var left = available
    var open = least.count
    for width in least.sorted() {
      guard width * Double(open) <= left else { break }
      left -= width
      open -= 1
    }
    let cap = left / Double(max(open, 1))
    return least.map { min($0, cap) }
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

  /// Whether all widths are stated, as those of a comb's boxes, which stay alike.
  var areFixed: Bool { rules.allSatisfy { if case .fixed = $0 { true } else { false } } }

  private func isFixed(_ column: Int) -> Bool {
    if need == .none, case .fixed = rules[column] { true } else { false }
  }

  private func isFraction(_ column: Int) -> Bool {
    if case .fraction = rules[column] { true } else { false }
  }
}
