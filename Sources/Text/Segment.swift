import Fonts
import Geometry

/// The smallest stretch a line is filled with: a word, a space, a fill or a forced line end.
struct Segment {
  enum Kind {
    case word
    case space
    case flexibleSpace
    case dottedFill
    case lineBreak
  }

  var kind: Kind
  /// The units of the paragraph's text it covers.
  var range: Range<Int>
  /// The bidi level of all of it.
  var level: UInt8
  /// Whether justification may widen it.
  var isStretchable: Bool
  var font: Font
  var size: Points
  /// Its script, an ISO 15924 code as a big-endian tag.
  var script: UInt32
  var shape: ShapedWord
  /// Its width; the least one, for a fill.
  var width: Points

  var direction: TextDirection { level & 1 == 1 ? .rightToLeft : .leftToRight }
  var isFill: Bool { kind == .flexibleSpace || kind == .dottedFill }
  var pointsPerUnit: Double { size / Double(font.unitsPerEm) }
}
