public import Geometry

/// A glyph run on its line.
public struct PlacedRun: Hashable, Sendable {
  /// The run.
  public var run: GlyphRun
  /// Distance from the line's origin, at the left, to the run's left end.
  public var x: Points

  /// A run at a place.
  public init(run: GlyphRun, x: Points) {
    self.run = run
    self.x = x
  }
}
