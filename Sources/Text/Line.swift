public import Fonts
public import Geometry

/// A glyph run on its line.
public struct PlacedRun: Hashable, Sendable {
  /// The run.
  public var run: GlyphRun
  /// Distance of its left end from the measure's left edge.
  public var x: Points
}

/// A line of a paragraph, in visual order.
public struct Line: Hashable, Sendable {
  /// Its runs, from left to right.
  ///
  /// Spaces at the line's end count for nothing and are not drawn.
  public var runs: [PlacedRun]
  /// The highest ascent of its faces.
  public var ascent: Points
  /// The deepest descent of its faces, positive.
  public var descent: Points
  /// Whether the paragraph ends with it.
  public var endsParagraph: Bool
  /// Whether it holds a piece that is wider than the measure and can't be broken.
  public var overflows: Bool
}
