import Geometry

/// A piece of a line on its way to a code: a letter with its marks' ink, a mark, a sign, a number.
struct LayerItem {
  /// The run it comes from.
  var run: Int
  /// The text it stands for.
  var text: String
  /// What readers take it for.
  var reader: ReaderClass
  /// The bidi embedding level of its text.
  var level: UInt8
  /// Whether its text runs on from right to left for readers.
  var isRightToLeft: Bool
  /// Distance of its left edge from the line's origin, in points.
  var x: Points
  /// The width of its place, in points.
  var advance: Points
  /// What it draws, from its left edge.
  var ink: Ink

  /// Its right edge.
  var end: Points { x + advance }

  /// Moves its place by `units` of its font, `unit` points each; the ink stays where it is on paper.
  mutating func move(units: Int32, unit: Points) {
    guard units != 0 else { return }
    x += Double(units) * unit
    ink.move(dx: -units)
  }
}
