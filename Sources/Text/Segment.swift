import Fonts
import Geometry

/// The smallest stretch a line is filled with: a word, a space, a fill or a forced line end.
struct Segment {
  enum Kind {
    case word
    case space
    case flexibleSpace
    case dottedFill
    case openWritingSpace
    case writingSpace
    case lineBreak

    /// Whether what a line has left may go to it.
    var isFill: Bool { takesRest || self == .writingSpace }
    /// Whether it takes all that is left of a line.
    var takesRest: Bool { self == .flexibleSpace || self == .dottedFill || self == .openWritingSpace }
    /// Whether it is drawn as dots.
    var isDotted: Bool { self == .dottedFill || self == .openWritingSpace || self == .writingSpace }
  }

  /// What a stretch is set in.
  struct Face {
    var font: Font
    var size: Points
    /// The script, as ICU numbers it.
    var script: Int16
    /// Its ISO 15924 code as a big-endian tag.
    var tag: UInt32
    /// Points in one of the font's design units.
    var scale: Double
  }

  var kind: Kind
  /// The bidi level of all of it.
  var level: UInt8
  /// Whether justification may widen it.
  var isStretchable: Bool
  /// Its face, counted in the paragraph's.
  var face: Int32
  private var start: Int32
  private var end: Int32
  var shape: ShapedWord
  /// Its width; the least one, for a fill.
  var width: Points

  init(
    kind: Kind, range: Range<Int>, level: UInt8, isStretchable: Bool, face: Int, shape: ShapedWord,
    width: Points
  ) {
    self.kind = kind
    self.level = level
    self.isStretchable = isStretchable
    self.face = Int32(face)
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
    self.shape = shape
    self.width = width
  }

  /// The units of the paragraph's text it covers.
  var range: Range<Int> { Int(start)..<Int(end) }
  var direction: TextDirection { level & 1 == 1 ? .rightToLeft : .leftToRight }
}
