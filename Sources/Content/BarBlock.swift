public import Diagnostics
public import Geometry

/// A horizontal bar of parts laid end to end, the first at the right: a number among others, or a distribution.
public struct BarBlock: Hashable, Sendable {
  /// A stretch of the bar.
  public struct Part: Hashable, Sendable {
    /// Its share of the measure, from 0 to 1.
    public var share: Double
    /// Its colour.
    public var color: Color

    /// A stretch of the given share and colour.
    public init(share: Double, color: Color) {
      self.share = share
      self.color = color
    }
  }

  /// The stretches, from the right; what they leave of the measure stays empty.
  public var parts: [Part]
  /// Its height.
  public var height: Points
  /// The numbers it shows, in words; `nil` marks decoration, such as a key's sample of a colour.
  public var alternativeText: String?
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A bar of the given parts.
  public init(
    parts: [Part], height: Points, alternativeText: String?, origin: SourceLocation? = nil
  ) {
    self.parts = parts
    self.height = height
    self.alternativeText = alternativeText
    self.origin = origin
  }
}
