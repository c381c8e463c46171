public import Geometry

/// One code of a page: the text it stands for, and where it stands.
public struct PrintedCode: Hashable, Sendable {
  /// How many characters it stands for; `nil` where the file gives none.
  ///
  /// They follow those of the codes before it in the page's text.
  public let characterCount: Int?
  /// Whether ink is drawn for it; what only stands for text is shown in text rendering mode 3.
  public let isDrawn: Bool
  /// Whether the font has an outline for it.
  public let hasOutline: Bool
  /// Its number in its font, and the font's place among the page's.
  let (number, font): (UInt16, UInt16)
  /// The font's size.
  let size: Points
  /// Its left end on the baseline, in points from the page's lower left corner.
  public let origin: Point
  /// How far it advances, in points.
  public let advance: Points
}

/// What a finished file shows on one page, read from the file's own bytes.
public struct PrintedPage: Hashable, Sendable {
  /// Width and height, in points.
  public internal(set) var size = Size(width: 0, height: 0)
  /// The page's codes, in the order of reading.
  public internal(set) var codes: [PrintedCode] = []
  /// The characters that they stand for.
  public internal(set) var text: [Unicode.Scalar] = []
  /// The rectangles that each filling of a path painted, in points from the lower left corner.
  public internal(set) var fills: [[Rect]] = []
}
