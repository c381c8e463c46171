import Geometry

/// A piece of a line on its way to a code: a letter with its marks' ink, a mark, a sign, a number.
///
/// Its text and ink lie in the line's own stores (``LineItems``), so that a piece is plain numbers: a page has
/// more than a thousand.
struct LayerItem {
  /// The run it comes from.
  var run: Int
  /// Where the text it stands for is in the line's.
  @StoreRange var text: Range<Int>
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
  /// Where what it draws, from its left edge, is in the line's ink.
  @StoreRange var ink: Range<Int>

  /// Its right edge.
  var end: Points { x + advance }
}
