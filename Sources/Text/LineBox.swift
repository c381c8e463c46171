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
  /// How many spaces inside it can be widened.
  var stretchable = 0
  /// How many of the spaces at its end can be widened.
  var spaces = 0
  /// Whether a line must end after it.
  var isMandatory = false
  /// How many fills it holds.
  var fills = 0
}

extension ShapedParagraph {
  /// The boxes between break opportunities, in logical order.
  static func boxes(
    _ text: ParagraphText, _ segments: [Segment], _ opportunities: [LineBreakOpportunity]
  ) -> [LineBox] {
    var boxes: [LineBox] = []
    var box = LineBox(range: 0..<0, contentEnd: 0, segment: 0)
    for (index, segment) in segments.enumerated() {
      var start = segment.range.lowerBound
      while start < segment.range.upperBound {
        var end = start + 1
        while end < segment.range.upperBound, opportunities[end] == .prohibited { end += 1 }
        box.add(segment, start..<end, isWordSpace: segment.kind == .space && text.units[start] != 0xA0)
        if opportunities[end] != .prohibited {
          box.range = box.range.lowerBound..<end
          box.isMandatory = opportunities[end] == .mandatory && segment.kind == .lineBreak
          boxes.append(box)
          box = LineBox(
            range: end..<end, contentEnd: end, segment: end == segment.range.upperBound ? index + 1 : index)
        }
        start = end
      }
    }
    return boxes
  }
}

extension LineBox {
  fileprivate mutating func add(_ segment: Segment, _ part: Range<Int>, isWordSpace: Bool) {
    let width = segment.width(of: part)
    if isWordSpace || segment.kind == .lineBreak {
      spaceWidth += width
      if segment.isStretchable { spaces += 1 }
      return
    }
    self.width += spaceWidth + width
    stretchable += spaces + (segment.isStretchable ? 1 : 0)
    spaceWidth = 0
    spaces = 0
    if segment.isFill { fills += 1 }
    contentEnd = part.upperBound
  }
}

extension Segment {
  /// The width of a part of it, as its glyphs stand now.
  func width(of part: Range<Int>) -> Points {
    guard part != range else { return width }
    let clusters = part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound
    let units = shape.glyphs.reduce(0) { clusters.contains(Int($1.cluster)) ? $0 + Int($1.advance) : $0 }
    return Double(units) * pointsPerUnit
  }
}
