public import Geometry

/// An envelope lying with its opening up: its size, and where the address shows or stands.
///
/// Distances are from the right and top edges, as a page from right to left is measured; no Arabic standard fixes
/// them, so that every office adjusts them on its calibration page.
public struct EnvelopeProfile: Hashable, Sendable {
  /// The profile's name on the command line.
  public var name: String
  /// Width and height.
  public var size: Size
  /// The window, or where the address is printed on an envelope without one.
  public var addressArea: Area
  /// How far the printer's image is to be moved: to the left and down where positive.
  public var offset: Point

  /// A rectangle measured from the right and top edges.
  public struct Area: Hashable, Sendable {
    /// Distance of its right edge from the right edge of the paper.
    public var start: Points
    /// Distance of its top edge from the paper's top edge.
    public var top: Points
    /// Its width.
    public var width: Points
    /// Its height.
    public var height: Points

    /// A rectangle by its distances.
    public init(start: Points, top: Points, width: Points, height: Points) {
      self.start = start
      self.top = top
      self.width = width
      self.height = height
    }

    /// The rectangle on paper of the given width.
    public func rect(on width: Points) -> Rect {
      Rect(x: width - start - self.width, y: top, width: self.width, height: height)
    }
  }

  /// An envelope.
  public init(name: String, size: Size, addressArea: Area, offset: Point = Point(x: 0, y: 0)) {
    self.name = name
    self.size = size
    self.addressArea = addressArea
    self.offset = offset
  }

  /// DL, 220 × 110 mm (ISO 269), for A4 folded in three: a window of 90 × 45 mm.
  public static let dl = EnvelopeProfile(
    name: "dl", size: Size(width: .mm(220), height: .mm(110)),
    addressArea: Area(start: .mm(20), top: .mm(50), width: .mm(90), height: .mm(45)))
  /// C5, 229 × 162 mm (ISO 269), for A4 folded in two.
  public static let c5 = EnvelopeProfile(
    name: "c5", size: Size(width: .mm(229), height: .mm(162)),
    addressArea: Area(start: .mm(20), top: .mm(60), width: .mm(90), height: .mm(45)))
  /// C4, 324 × 229 mm (ISO 269), for A4 unfolded.
  public static let c4 = EnvelopeProfile(
    name: "c4", size: Size(width: .mm(324), height: .mm(229)),
    addressArea: Area(start: .mm(20), top: .mm(55), width: .mm(90), height: .mm(45)))
  /// The profiles there are.
  public static let all = [dl, c5, c4]
}
