/// A place on a page, in points from its top left corner: x to the right, y down.
public struct Point: Hashable, Sendable {
  /// Distance from the left edge.
  public var x: Points
  /// Distance from the top edge.
  public var y: Points

  /// The point at (x, y).
  public init(x: Points, y: Points) {
    self.x = x
    self.y = y
  }

  /// The corner that distances are measured from.
  public static let zero = Point(x: 0, y: 0)
}

/// A width and a height, in points.
public struct Size: Hashable, Sendable {
  /// Extent from left to right.
  public var width: Points
  /// Extent from top to bottom.
  public var height: Points

  /// A size of the given extents.
  public init(width: Points, height: Points) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle.
public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public var origin: Point
  /// The extents.
  public var size: Size

  /// A rectangle by its top left corner and extents.
  public init(x: Points, y: Points, width: Points, height: Points) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  /// The left edge.
  public var minX: Points { origin.x }
  /// The right edge.
  public var maxX: Points { origin.x + size.width }
  /// The top edge.
  public var minY: Points { origin.y }
  /// The bottom edge.
  public var maxY: Points { origin.y + size.height }

  /// The rectangle moved inwards by `insets`; `start` is the right edge.
  public func inset(by insets: Insets) -> Rect {
    Rect(
      x: minX + insets.end, y: minY + insets.top, width: size.width - insets.start - insets.end,
      height: size.height - insets.top - insets.bottom)
  }
}
