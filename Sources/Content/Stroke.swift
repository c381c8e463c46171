public import Geometry

/// The line a rule or frame is drawn with.
public struct Stroke: Hashable, Sendable {
  /// Its thickness.
  public var width: Points
  /// Its colour.
  public var color: Color
  /// Whether it is a row of dots rather than a line.
  public var isDotted: Bool

  /// A line of the given thickness.
  public init(width: Points, color: Color = .black, isDotted: Bool = false) {
    self.width = width
    self.color = color
    self.isDotted = isDotted
  }
}
