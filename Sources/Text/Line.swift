public import Fonts
public import Geometry

/// A line of a paragraph, placed from the left end of its measure.
public struct Line: Hashable, Sendable {
  /// The runs of its text, in logical order: that of reading.
  ///
  /// Spaces at the line's end count for nothing and are not drawn.
  public var runs: [PlacedRun]
  /// Runs that are drawn but stand for no text, from left to right: dots to write on, check boxes and ticks.
  public var decorations: [PlacedRun]
  /// The highest ascent of its faces.
  public var ascent: Points
  /// The deepest descent of its faces, positive.
  public var descent: Points
  /// Whether the paragraph ends with it.
  public var endsParagraph: Bool
  /// Whether it was broken at a space, which is neither in it nor in the next line.
  public var isBrokenAtSpace: Bool
  /// Whether it holds a piece that is wider than the measure and can't be broken.
  public var overflows: Bool
}
