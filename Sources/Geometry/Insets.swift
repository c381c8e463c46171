/// Distances from the four edges of a right-to-left page or box.
///
/// `start` is the edge where a line begins, the right one, which is also the binding edge.
public struct Insets: Hashable, Sendable {
  /// Distance from the top edge.
  public var top: Points
  /// Distance from the right edge.
  public var start: Points
  /// Distance from the bottom edge.
  public var bottom: Points
  /// Distance from the left edge.
  public var end: Points

  /// The given distances.
  public init(top: Points = 0, start: Points = 0, bottom: Points = 0, end: Points = 0) {
    self.top = top
    self.start = start
    self.bottom = bottom
    self.end = end
  }

  /// The same distance on every side.
  public init(all distance: Points) {
    self.init(top: distance, start: distance, bottom: distance, end: distance)
  }
}
