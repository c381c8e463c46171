/// A picture's bytes, as they are in its file.
public struct ImageAsset: Hashable, Sendable {
  /// The formats a document may hold.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Portable Network Graphics.
    case png
    /// JPEG.
    case jpeg
    /// Scalable Vector Graphics; drawn as vectors.
    case svg
  }

  /// The picture's format.
  public var format: Format
  /// The file's bytes.
  public var bytes: [UInt8]
  /// The natural width, in points: pixels at 96 to the inch, or what the SVG states.
  public var naturalWidth: Double
  /// The natural height, in points.
  public var naturalHeight: Double

  /// A picture whose format and natural size are known.
  public init(format: Format, bytes: [UInt8], naturalWidth: Double, naturalHeight: Double) {
    self.format = format
    self.bytes = bytes
    self.naturalWidth = naturalWidth
    self.naturalHeight = naturalHeight
  }
}
