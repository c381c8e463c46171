import Content
import Fonts
import Geometry

/// Makes a line of the boxes chosen for it: visual order, justification, alignment.
struct LineBuilder {
  /// How wide, in multiples of the font size, justification may make a word space before the line is
  /// rather left short.
  static let widestSpace = 1.5

  let paragraph: ShapedText
  /// What its lines are made of at their measure.
  let boxes: [LineBox]
  let alignment: HorizontalAlignment

  /// Parts of one level, face and size that follow one another in logical order.
  private struct Group {
    var level: UInt8
    var parts: Range<Int>
  }

  /// A line of the boxes in `range`.
  func line(_ range: Range<Int>, measure: Points, endsParagraph: Bool) -> Line {
    let parts = LineParts(paragraph, boxes[range])
    let isForced = endsParagraph || boxes[range.upperBound - 1].isMandatory
    var slack = measure - parts.width
    var (perSpace, perFill, widening): (Points, Points, Double) = (0, 0, 1)
    if parts.fills > 0, slack > 0 {
      perFill = slack / Double(parts.fills)
      slack = 0
    } else if alignment == .justified, !isForced, slack > 0 {
      // A place to write on loses nothing by being wider; words are parted no further than they need be.
      if parts.writingWidth > 0 {
        widening = 1 + min(1, slack / parts.writingWidth)
        slack -= (widening - 1) * parts.writingWidth
      }
      if canAbsorb(slack, parts) {
        perSpace = slack / Double(parts.stretchable)
        slack = 0
      }
    }
    var x: Points =
      switch alignment {
      case .start, .justified: slack
      case .center: slack / 2
      case .end: 0
      }
    var placer = RunPlacer(
      paragraph: paragraph, line: parts.range, perSpace: perSpace, perFill: perFill, widening: widening)
    for group in visualOrder(parts) { placer.place(parts.parts[group], x: &x) }
    return Line(
      runs: placer.runsInLogicalOrder, decorations: placer.decorations, ascent: parts.ascent,
      descent: parts.descent, endsParagraph: endsParagraph,
      isBrokenAtSpace: !endsParagraph && endsWithSpace(range), overflows: slack < -LineBreaker.tolerance)
  }

  /// Whether a justified line's word spaces can take `slack`.
  private func canAbsorb(_ slack: Points, _ parts: LineParts) -> Bool {
    guard parts.stretchable > 0, slack > 0 else { return false }
    return parts.spaceWidth + slack / Double(parts.stretchable) <= Self.widestSpace * parts.size
  }

  /// A line without text, as high as the paragraph's last piece.
  func emptyLine() -> Line {
    let size = paragraph.text.pieces.last?.attributes.size ?? 0
    let metrics = paragraph.fonts.last?.fonts.first?.metrics
    return Line(
      runs: [], decorations: [], ascent: (metrics?.ascender ?? 0) * size,
      descent: (metrics?.descender ?? 0) * size, endsParagraph: true, isBrokenAtSpace: false,
      overflows: false)
  }

  /// Whether a space stands at the end of the boxes in `range`.
  private func endsWithSpace(_ range: Range<Int>) -> Bool {
    guard let last = boxes[range].last else { return false }
    return last.contentEnd < last.range.upperBound
  }

  /// Ranges of parts that are set as one, from left to right (UAX #9 L2).
  ///
  /// The dropped isolate characters take part with no width: without them neighbouring isolates
  /// would be reversed as one.
  private func visualOrder(_ parts: LineParts) -> [Range<Int>] {
    var groups: [Group] = []
    groups.reserveCapacity(16)
    let (segments, gaps) = (paragraph.segments, paragraph.text.gaps)
    for at in parts.parts.indices {
      let level = segments[parts.parts[at].segment].level
      let gap = gaps[parts.parts[at].range.lowerBound]
      if let last = groups.last {
        if gap < min(last.level, level) {
          groups.append(Group(level: gap, parts: at..<at))
        } else if last.level == level, continues(parts.parts[at], parts.parts[at - 1]) {
          groups[groups.count - 1].parts = last.parts.lowerBound..<at + 1
          continue
        }
      }
      groups.append(Group(level: level, parts: at..<at + 1))
    }
    if groups.count == 1 { return [groups[0].parts] }
    var ordered: [Range<Int>] = []
    ordered.reserveCapacity(groups.count)
    for group in BidiLevels.visualOrder(groups.map(\.level)) where !groups[group].parts.isEmpty {
      ordered.append(groups[group].parts)
    }
    return ordered
  }

  /// Whether a part is drawn in one run with the part before it.
  private func continues(_ part: LineParts.Part, _ previous: LineParts.Part) -> Bool {
    let (a, b) = (part.segment, previous.segment)
    if paragraph.segments[a].kind.isFill || paragraph.segments[b].kind.isFill { return false }
    let (face, other) = (Int(paragraph.segments[a].face), Int(paragraph.segments[b].face))
    return face == other
      || paragraph.faces[face].font === paragraph.faces[other].font
        && paragraph.faces[face].size == paragraph.faces[other].size
  }
}
