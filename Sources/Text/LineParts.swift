import Fonts
import Geometry

/// The segments of a line, cut where the line begins and ends, in logical order.
struct LineParts {
  /// A segment, or what the line holds of it.
  struct Part {
    /// The segment, counted in the paragraph's.
    var segment: Int
    var range: Range<Int>
    var shape: ShapedWord
    var width: Points
  }

  private(set) var parts: [Part] = []
  private(set) var width: Points = 0
  private(set) var ascent: Points = 0
  private(set) var descent: Points = 0
  /// The units of the paragraph's text it holds.
  var range: Range<Int> { (parts.first?.range.lowerBound ?? 0)..<(parts.last?.range.upperBound ?? 0) }
  /// How many spaces justification may widen.
  private(set) var stretchable = 0
  /// The width of the widest of them.
  private(set) var spaceWidth: Points = 0
  /// How many fills take what is left of the line.
  private(set) var fills = 0
  /// The width of the places to write on that only a justified line widens.
  private(set) var writingWidth: Points = 0
  /// The largest font size.
  private(set) var size: Points = 0

  init(_ paragraph: ShapedText, _ boxes: ArraySlice<LineBox>) {
    let first = boxes[boxes.startIndex]
    let start = first.range.lowerBound
    let end = boxes.last { $0.contentEnd > $0.range.lowerBound }?.contentEnd ?? start
    var face: Int32 = -1
    parts.reserveCapacity(2 * boxes.count)
    for index in first.segment..<max(first.segment, paragraph.segments.count) {
      let range = paragraph.segments[index].range
      guard range.lowerBound < end || parts.isEmpty else { break }
      if paragraph.segments[index].face != face {
        face = paragraph.segments[index].face
        measure(paragraph.faces[Int(face)])
      }
      let part = max(range.lowerBound, start)..<max(range.lowerBound, min(range.upperBound, end))
      if !part.isEmpty { append(paragraph, index, part) }
    }
  }

  private mutating func measure(_ face: Segment.Face) {
    ascent = max(ascent, face.font.metrics.ascender * face.size)
    descent = max(descent, face.font.metrics.descender * face.size)
    size = max(size, face.size)
  }

  private mutating func append(_ paragraph: ShapedText, _ index: Int, _ range: Range<Int>) {
    var shape = paragraph.segments[index].shape
    var width = paragraph.segments[index].width
    if range != paragraph.segments[index].range {
      let segment = paragraph.segments[index]
      let face = paragraph.faces[Int(segment.face)]
      shape = segment.shape(of: range) ?? Self.reshaped(segment, face, range, paragraph.text)
      width = Double(shape.advance) * face.scale
    }
    self.width += width
    if paragraph.segments[index].kind.takesRest { fills += 1 }
    if paragraph.segments[index].kind == .writingSpace { writingWidth += width }
    if paragraph.segments[index].isStretchable {
      stretchable += 1
      spaceWidth = max(spaceWidth, width)
    }
    parts.append(Part(segment: index, range: range, shape: shape, width: width))
  }

  /// Shapes a part anew, as it stands at a line's edge: letters join nothing beyond it.
  private static func reshaped(
    _ segment: Segment, _ face: Segment.Face, _ range: Range<Int>, _ text: ParagraphText
  ) -> ShapedWord {
    var buffer = ShapingBuffer()
    // Clusters go on counting from the segment's start.
    return ShapedWord(
      buffer.shape(
        Array(text.units[range]), in: 0..<range.count, font: face.font, direction: segment.direction,
        script: face.tag, clustersFrom: segment.range.lowerBound - range.lowerBound))
  }
}

extension Segment {
  /// The glyphs of a part, where it can be cut out without shaping anew.
  fileprivate func shape(of part: Range<Int>) -> ShapedWord? {
    let (first, end) = (Int32(part.lowerBound - range.lowerBound), Int32(part.upperBound - range.lowerBound))
    for edge in [first, end] where edge > 0 && edge < Int32(range.count) {
      let cluster = shape.glyphs.filter { $0.cluster == edge }
      guard !cluster.isEmpty, cluster.allSatisfy(\.isSafeToBreak) else { return nil }
    }
    return ShapedWord(shape.glyphs.filter { $0.cluster >= first && $0.cluster < end })
  }
}
