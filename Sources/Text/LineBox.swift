import Fonts
import Geometry

/// What stands between two places where a line may end, with the spaces that follow it.
struct LineBox {
  /// The units it covers, spaces at its end included.
  var range: Range<Int>
  /// The offset where its spaces begin.
  var contentEnd: Int
  /// The first segment that reaches into it.
  var segment: Int
  /// The width without the spaces at its end.
  var width: Points = 0
  /// The width of the spaces at its end.
  var spaceWidth: Points = 0
  /// The width of the spaces inside it that justification may widen.
  var elastic: Points = 0
  /// The width of those at its end.
  var elasticSpace: Points = 0
  /// Whether a line must end after it.
  var isMandatory = false
  /// How many fills it holds.
  var fills = 0
}

extension ShapedText {
  /// The boxes between break opportunities, in logical order.
  static func boxes(
    _ text: ParagraphText, _ segments: [Segment], _ faces: [Segment.Face],
    _ opportunities: [LineBreakOpportunity]
  ) -> [LineBox] {
    var boxes: [LineBox] = []
    var box = LineBox(range: 0..<0, contentEnd: 0, segment: 0)
    boxes.reserveCapacity(segments.count / 2 + 1)
    for index in segments.indices {
      let range = segments[index].range
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, opportunities[end] == .prohibited { end += 1 }
        let isSpace = segments[index].kind == .space && text.units[start] != 0xA0
        box.add(segments[index], start..<end, faces, isSpace: isSpace)
        if opportunities[end] != .prohibited {
          box.range = box.range.lowerBound..<end
          box.isMandatory = opportunities[end] == .mandatory && segments[index].kind == .lineBreak
          boxes.append(box)
          box = LineBox(
            range: end..<end, contentEnd: end, segment: end == range.upperBound ? index + 1 : index)
        }
        start = end
      }
    }
    return boxes
  }
}

extension LineBox {
  fileprivate mutating func add(
    _ segment: Segment, _ part: Range<Int>, _ faces: [Segment.Face], isSpace: Bool
  ) {
    let width = segment.width(of: part, scale: faces[Int(segment.face)].scale)
    if isSpace || segment.kind == .lineBreak {
      spaceWidth += width
      if segment.isStretchable { elasticSpace += width }
      return
    }
    self.width += spaceWidth + width
    elastic += elasticSpace + (segment.isStretchable ? width : 0)
    spaceWidth = 0
    elasticSpace = 0
    if segment.kind.isFill { fills += 1 }
    contentEnd = part.upperBound
  }
}

extension Segment {
  /// The width of a part of it, as its glyphs stand now.
  fileprivate func width(of part: Range<Int>, scale: Double) -> Points {
    guard part != range else { return width }
    let clusters = part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound
    let units = shape.glyphs.reduce(0) { clusters.contains(Int($1.cluster)) ? $0 + Int($1.advance) : $0 }
    return Double(units) * scale
  }
}
