/// One glyph as HarfBuzz shaped it, in the font's design units.
public struct Glyph: Hashable, Sendable {
  /// The glyph's number in its font; 0 is the missing-glyph box.
  public var id: UInt32
  /// Offset, in UTF-16 units of the shaped text, of the cluster it belongs to.
  public var cluster: Int32
  /// How far the pen moves to the right.
  public var advance: Int32
  /// How far right of the pen it is drawn.
  public var xOffset: Int32
  /// How far above the baseline it is drawn.
  public var yOffset: Int32
  /// Whether the text may be cut before its cluster without shaping both sides anew.
  public var isSafeToBreak: Bool
}

/// Which way glyphs follow one another.
public enum TextDirection: Hashable, Sendable {
  /// Left to right.
  case leftToRight
  /// Right to left.
  case rightToLeft
}
