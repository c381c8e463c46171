/// A distance in PostScript points, 1/72 inch.
public typealias Points = Double

extension Points {
  /// The distance of `millimetres`, in points.
  public static func mm(_ millimetres: Double) -> Points { millimetres * 72 / 25.4 }
}
