import Content
import Fonts
import Geometry

/// Text of any kind, shaped and ready to be broken into lines; immutable and shared.
final class ShapedText: Sendable {
  /// The width of its widest part that can't be broken.
  let minimumWidth: Points
  /// The width of its widest line when only forced breaks end lines.
  let naturalWidth: Points
  let text: ParagraphText
  let segments: [Segment]
  /// What the segments are set in.
  let faces: [Segment.Face]
  let boxes: [LineBox]
  /// The faces of each piece, which give height to a line without text.
  let fonts: [FontChain]

  init(
    text: ParagraphText, segments: [Segment], faces: [Segment.Face], opportunities: [LineBreakOpportunity],
    fonts: [FontChain]
  ) {
    self.text = text
    self.segments = segments
    self.faces = faces
    self.fonts = fonts
    boxes = Self.boxes(text, segments, faces, opportunities)
    var (widest, natural, line): (Points, Points, Points) = (0, 0, 0)
    for box in boxes {
      widest = max(widest, box.width)
      natural = max(natural, line + box.width)
      line = box.isMandatory ? 0 : line + box.width + box.spaceWidth
    }
    minimumWidth = widest
    naturalWidth = natural
  }

  /// Whether there may be signs in it that are drawn and not read.
  var mayHoldDrawnSigns: Bool { text.units.contains { 0x2600...0x27FF ~= $0 } }

  /// The width of its widest part that can't be broken even in need.
  var leastWidth: Points {
    boxes(within: { _ in 0 }).reduce(0) { max($0, $1.width) }
  }

  /// Whether it announces what stands below it: «ومعكم ما يأتي:».
  var endsWithColon: Bool { text.units.last { !ParagraphText.isWordSpace($0) } == 0x3A }

  /// The boxes for a measure: those no line of it holds are divided where need allows it.
  private func boxes(within measure: (_ lineIndex: Int) -> Points) -> [LineBox] {
    let (first, other) = (measure(0) + LineBreaker.tolerance, measure(1) + LineBreaker.tolerance)
    guard minimumWidth > min(first, other) else { return boxes }
    let places = text.placesInNeed
    guard !places.isEmpty else { return boxes }
    var opportunities = [LineBreakOpportunity](repeating: .prohibited, count: text.units.count + 1)
    for (index, box) in boxes.enumerated() {
      opportunities[box.range.upperBound] = box.isMandatory ? .mandatory : .allowed
      guard box.width > (index == 0 ? first : other) else { continue }
      for place in places where box.range.lowerBound < place && place < box.contentEnd {
        opportunities[place] = .allowed
      }
    }
    return Self.boxes(text, segments, faces, opportunities)
  }

  /// The lines for a measure; see ``ShapedParagraph/lines(alignment:measure:)``.
  func lines(alignment: HorizontalAlignment, measure: (_ lineIndex: Int) -> Points) -> [Line] {
    guard !text.pieces.isEmpty else { return [] }
    let boxes = self.boxes(within: measure)
    let breaker = LineBreaker(boxes: boxes)
    let optimum = alignment == .justified ? breaker.optimumRanges(measure: measure) : nil
    let ranges = optimum ?? breaker.ranges(measure: measure)
    let builder = LineBuilder(paragraph: self, boxes: boxes, alignment: alignment)
    var lines = ranges.enumerated().map { index, range in
      builder.line(range, measure: measure(index), endsParagraph: index == ranges.count - 1)
    }
    if lines.isEmpty || boxes.last?.isMandatory == true {
      if !lines.isEmpty { lines[lines.count - 1].endsParagraph = false }
      lines.append(builder.emptyLine())
    }
    return lines
  }
}
