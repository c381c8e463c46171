/// Vertical metrics of a face, in multiples of the em.
public struct FontMetrics: Hashable, Sendable {
  /// From the baseline up to the top of the line.
  public var ascender: Double
  /// From the baseline down to the foot of the line, positive.
  public var descender: Double
}
