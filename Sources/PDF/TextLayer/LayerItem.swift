import Geometry

/// A piece of a line on its way to a code: a letter with its marks' ink, a mark, a sign, a number.
///
/// Its text and ink lie in the line's own stores (``LineItems``), so that a piece is plain numbers: a page has
/// more than a thousand.
struct LayerItem {
  private var textPlace: StoreRange
  private var inkPlace: StoreRange
  /// Distance of its left edge from the line's origin, in points.
  var x: Points
  /// The width of its place, in points.
  var advance: Points
  private let runIndex: Int32
  /// What readers take it for.
  var reader: ReaderClass
  /// The bidi embedding level of its text.
  var level: UInt8
  /// Whether its text runs on from right to left for readers.
  var isRightToLeft: Bool

  init(
    run: Int, text: Range<Int>, reader: ReaderClass, level: UInt8, isRightToLeft: Bool, x: Points,
    advance: Points, ink: Range<Int>
  ) {
    textPlace = StoreRange(text)
    inkPlace = StoreRange(ink)
    self.x = x
    self.advance = advance
    runIndex = Int32(run)
    self.reader = reader
    self.level = level
    self.isRightToLeft = isRightToLeft
  }

  /// The run it comes from.
  var run: Int { Int(runIndex) }

  /// Where the text it stands for is in the line's.
  var text: Range<Int> {
    get { textPlace.range }
    set { textPlace = StoreRange(newValue) }
  }

  /// Where what it draws, from its left edge, is in the line's ink.
  var ink: Range<Int> {
    get { inkPlace.range }
    set { inkPlace = StoreRange(newValue) }
  }

  /// Its right edge.
  var end: Points { x + advance }
}
