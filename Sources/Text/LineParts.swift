import Fonts
import Geometry

/// The segments of a line, cut where the line begins and ends, in logical order.
struct LineParts {
  /// A segment, or what the line holds of it.
  struct Part {
    var segment: Segment
    var range: Range<Int>
    var glyphs: [Glyph]
    var width: Points
  }

  private(set) var parts: [Part] = []
  private(set) var width: Points = 0
  private(set) var ascent: Points = 0
  private(set) var descent: Points = 0
  /// How many spaces justification can widen.
  private(set) var stretchable = 0
  /// The widest of them.
  private(set) var spaceWidth: Points = 0
  /// The largest font size.
  private(set) var size: Points = 0

  init(_ paragraph: ShapedParagraph, _ boxes: Range<Int>) {
    let first = paragraph.boxes[boxes.lowerBound]
    let last = boxes.last { paragraph.boxes[$0].contentEnd > paragraph.boxes[$0].range.lowerBound }
    let end = last.map { paragraph.boxes[$0].contentEnd } ?? first.range.lowerBound
    for segment in paragraph.segments[first.segment...] {
      let range =
        max(
          segment.range.lowerBound, first.range.lowerBound)..<max(
          segment.range.lowerBound, min(segment.range.upperBound, end))
      guard segment.range.lowerBound < end || parts.isEmpty else { break }
      measure(segment)
      if !range.isEmpty { parts.append(Self.part(segment, range, paragraph.text)) }
    }
    for part in parts {
      width += part.width
      if part.segment.isStretchable {
        stretchable += 1
        spaceWidth = max(spaceWidth, part.width)
      }
    }
  }

  private mutating func measure(_ segment: Segment) {
    ascent = max(ascent, segment.font.metrics.ascender * segment.size)
    descent = max(descent, segment.font.metrics.descender * segment.size)
    size = max(size, segment.size)
  }

  private static func part(
    _ segment: Segment, _ range: Range<Int>, _ text: ParagraphText
  ) -> Part {
    guard range != segment.range else {
      return Part(segment: segment, range: range, glyphs: segment.shape.glyphs, width: segment.width)
    }
    let glyphs = segment.glyphs(of: range) ?? reshape(segment, range, text)
    let advance = glyphs.reduce(0) { $0 + Int($1.advance) }
    return Part(
      segment: segment, range: range, glyphs: glyphs, width: Double(advance) * segment.pointsPerUnit)
  }

  /// Shapes a part anew, as it stands at a line's edge: letters join nothing beyond it.
  private static func reshape(_ segment: Segment, _ range: Range<Int>, _ text: ParagraphText) -> [Glyph] {
    var buffer = ShapingBuffer()
    let shift = Int32(range.lowerBound - segment.range.lowerBound)
    return buffer.shape(
      Array(text.units[range]), in: 0..<range.count, font: segment.font, direction: segment.direction,
      script: segment.script
    ).map { glyph in
      var glyph = glyph
      glyph.cluster += shift
      return glyph
    }
  }

  /// Whether part `at` is drawn in one run with the part before it.
  func continues(_ at: Int) -> Bool {
    let (part, previous) = (parts[at].segment, parts[at - 1].segment)
    return part.font === previous.font && part.size == previous.size && !part.isFill && !previous.isFill
  }
}

extension Segment {
  /// The glyphs of a part, where it can be cut out without shaping anew.
  fileprivate func glyphs(of part: Range<Int>) -> [Glyph]? {
    let (first, end) = (Int32(part.lowerBound - range.lowerBound), Int32(part.upperBound - range.lowerBound))
    for edge in [first, end] where edge > 0 && edge < Int32(range.count) {
      let cluster = shape.glyphs.filter { $0.cluster == edge }
      guard !cluster.isEmpty, cluster.allSatisfy(\.isSafeToBreak) else { return nil }
    }
    return shape.glyphs.filter { $0.cluster >= first && $0.cluster < end }
  }
}
