public import Diagnostics
public import Geometry

/// One glyph, placed.
public struct PlacedGlyph: Hashable, Sendable {
  /// The glyph's number in its font.
  public var id: UInt32
  /// Offset, in UTF-8 bytes of the run's text, of the cluster it belongs to.
  public var cluster: Int
  /// Distance from the run's left end to the glyph's origin, in points.
  public var x: Points
  /// Distance from the baseline up to the glyph's origin, in points.
  public var y: Points
  /// The width it takes, in points, justification included.
  public var advance: Points

  /// A placed glyph.
  public init(id: UInt32, cluster: Int, x: Points, y: Points, advance: Points) {
    self.id = id
    self.cluster = cluster
    self.x = x
    self.y = y
    self.advance = advance
  }
}

/// Shaped text of one font, size, colour, direction and origin, ready to be drawn.
public struct GlyphRun: Hashable, Sendable {
  /// The face its glyph numbers belong to.
  public var font: Font
  /// The font size.
  public var size: Points
  /// The ink.
  public var color: Color
  /// The text the glyphs show, in logical order, free of bidi controls.
  public var text: String
  /// The glyphs in visual order, from left to right.
  public var glyphs: [PlacedGlyph]
  /// The bidi embedding level of its text (UAX #9): odd levels read from right to left.
  public var level: UInt8
  /// The width of the whole run.
  public var advance: Points
  /// Where its text came from.
  public var origin: SourceLocation?
  /// Which of its paragraph's links it is part of, from 0.
  public var link: Int?

  /// A run by its parts.
  public init(
    font: Font, size: Points, color: Color, text: String, glyphs: [PlacedGlyph], level: UInt8,
    advance: Points, origin: SourceLocation?, link: Int? = nil
  ) {
    self.font = font
    self.size = size
    self.color = color
    self.text = text
    self.glyphs = glyphs
    self.level = level
    self.advance = advance
    self.origin = origin
    self.link = link
  }

  /// Whether the text reads from right to left.
  public var isRightToLeft: Bool { level & 1 == 1 }
}
