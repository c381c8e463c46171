import Content
import Fonts
import Geometry

/// Makes a line of the boxes chosen for it: visual order, justification, alignment.
struct LineBuilder {
  /// How wide, in multiples of the font size, justification may make a word space before the line is
  /// rather left short.
  static let widestSpace = 1.5

  let paragraph: ShapedParagraph
  let alignment: HorizontalAlignment

  /// Parts of one level, face and size that follow one another in logical order.
  private struct Group {
    var level: UInt8
    var parts: Range<Int>
  }

  /// A line of the boxes in `range`.
  func line(_ range: Range<Int>, measure: Points, endsParagraph: Bool) -> Line {
    let boxes = paragraph.boxes[range]
    let parts = LineParts(paragraph, range)
    let natural = parts.width
    let isOver = natural > measure + LineBreaker.tolerance
    var extra = max(0, measure - natural)
    var (perSpace, perFill): (Points, Points) = (0, 0)
    let isForced = endsParagraph || paragraph.boxes[range.upperBound - 1].isMandatory
    let fills = boxes.reduce(0) { $0 + $1.fills }
    if fills > 0 {
      perFill = extra / Double(fills)
      extra = 0
    } else if alignment == .justified, !isForced, parts.stretchable > 0,
      parts.spaceWidth + extra / Double(parts.stretchable) <= Self.widestSpace * parts.size
    {
      perSpace = extra / Double(parts.stretchable)
      extra = 0
    }
    var x: Points =
      switch alignment {
      case .start, .justified: isOver ? measure - natural : extra
      case .center: (measure - natural + (fills > 0 || perSpace > 0 ? natural - measure : 0)) / 2
      case .end: 0
      }
    var painter = RunPlacer(paragraph: paragraph, perSpace: perSpace, perFill: perFill)
    for group in visualOrder(parts) { painter.place(parts.parts[group], x: &x) }
    return Line(
      runs: painter.runs, ascent: parts.ascent, descent: parts.descent, endsParagraph: endsParagraph,
      overflows: isOver)
  }

  /// A line without text, as high as the paragraph's last piece.
  func emptyLine() -> Line {
    let size = paragraph.text.pieces.last?.attributes.size ?? 0
    let metrics = paragraph.fonts.last?.fonts.first?.metrics
    return Line(
      runs: [], ascent: (metrics?.ascender ?? 0) * size, descent: (metrics?.descender ?? 0) * size,
      endsParagraph: true,
      overflows: false)
  }

  /// Ranges of parts that are set as one, from left to right (UAX #9 L2).
  ///
  /// The dropped isolate characters take part with no width: without them neighbouring isolates
  /// would be reversed as one.
  private func visualOrder(_ parts: LineParts) -> [Range<Int>] {
    var groups: [Group] = []
    for at in parts.parts.indices {
      let segment = parts.parts[at].segment
      let gap = paragraph.text.gaps[parts.parts[at].range.lowerBound]
      if let last = groups.last {
        if gap < min(last.level, segment.level) {
          groups.append(Group(level: gap, parts: at..<at))
        } else if last.level == segment.level, parts.continues(at) {
          groups[groups.count - 1].parts = last.parts.lowerBound..<at + 1
          continue
        }
      }
      groups.append(Group(level: segment.level, parts: at..<at + 1))
    }
    return BidiLevels.visualOrder(groups.map(\.level)).map { groups[$0].parts }.filter { !$0.isEmpty }
  }
}
