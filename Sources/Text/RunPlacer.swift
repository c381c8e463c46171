import Diagnostics
import Fonts
import Geometry

/// Turns parts of a line into placed glyph runs, from left to right.
struct RunPlacer {
  private let paragraph: ShapedParagraph
  private let perSpace: Points
  private let perFill: Points
  private(set) var runs: [PlacedRun] = []

  init(paragraph: ShapedParagraph, perSpace: Points, perFill: Points) {
    self.paragraph = paragraph
    self.perSpace = perSpace
    self.perFill = perFill
  }

  /// Places parts that share level, face and size, and moves `x` to their right end.
  mutating func place(_ parts: ArraySlice<LineParts.Part>, x: inout Points) {
    guard let first = parts.first else { return }
    if first.segment.isFill {
      placeFill(first, x: &x)
      return
    }
    let stretches = stretches(of: parts)
    let isRightToLeft = first.segment.direction == .rightToLeft
    for stretch in isRightToLeft ? stretches.reversed() : stretches {
      let run = run(stretch, parts, isRightToLeft)
      runs.append(PlacedRun(run: run, x: x))
      x += run.advance
    }
  }

  private mutating func placeFill(_ part: LineParts.Part, x: inout Points) {
    let width = part.width + perFill
    if part.segment.kind == .dottedFill, let run = dots(part, width: width) {
      runs.append(PlacedRun(run: run, x: x))
    }
    x += width
  }

  /// Stretches of text of one colour and origin, cut where clusters begin.
  private func stretches(of parts: ArraySlice<LineParts.Part>) -> [Range<Int>] {
    guard let first = parts.first, let last = parts.last else { return [] }
    let text = paragraph.text
    let (start, end) = (first.range.lowerBound, last.range.upperBound)
    var cuts = [start]
    for at in start + 1..<max(start + 1, end) where text.changesRun(at) {
      let cut = clusterStart(from: at, in: parts)
      if cut > cuts[cuts.count - 1], cut < end { cuts.append(cut) }
    }
    return zip(cuts, cuts.dropFirst() + [end]).map { $0..<$1 }
  }

  /// The first offset from `offset` on where a glyph's cluster begins: a ligature isn't cut.
  private func clusterStart(from offset: Int, in parts: ArraySlice<LineParts.Part>) -> Int {
    guard let part = parts.first(where: { $0.range.contains(offset) }) else { return offset }
    let base = part.segment.range.lowerBound
    let starts = part.glyphs.map { base + Int($0.cluster) }
    return starts.filter { $0 >= offset }.min() ?? part.range.upperBound
  }

  private func run(_ range: Range<Int>, _ parts: ArraySlice<LineParts.Part>, _ isRightToLeft: Bool)
    -> GlyphRun
  {
    let text = paragraph.text
    let start = Int(text.utf8Offsets[range.lowerBound])
    var glyphs: [PlacedGlyph] = []
    var pen: Points = 0
    let touched = parts.filter { $0.range.overlaps(range) }
    for part in isRightToLeft ? touched.reversed() : touched {
      let scale = part.segment.pointsPerUnit
      let base = part.segment.range.lowerBound
      for glyph in part.glyphs where range.contains(base + Int(glyph.cluster)) {
        let widening = part.segment.isStretchable ? perSpace : 0
        let advance = Double(glyph.advance) * scale + widening
        glyphs.append(
          PlacedGlyph(
            id: glyph.id, cluster: Int(text.utf8Offsets[base + Int(glyph.cluster)]) - start,
            x: pen + Double(glyph.xOffset) * scale, y: Double(glyph.yOffset) * scale, advance: advance))
        pen += advance
      }
    }
    let piece = text.pieces[Int(text.pieceOf[range.lowerBound])]
    let segment = parts[parts.startIndex].segment
    return GlyphRun(
      font: segment.font, size: segment.size, color: piece.attributes.color,
      text: String(decoding: text.utf8[start..<Int(text.utf8Offsets[range.upperBound])], as: UTF8.self),
      glyphs: glyphs, isRightToLeft: isRightToLeft, advance: pen, origin: piece.origin)
  }

  /// Dots at even distances over all of `width`.
  private func dots(_ part: LineParts.Part, width: Points) -> GlyphRun? {
    guard let dot = part.segment.shape.glyphs.first else { return nil }
    let natural = Double(dot.advance) * part.segment.pointsPerUnit
    let count = Int(width / max(natural, 0.28 * part.segment.size))
    guard count > 0 else { return nil }
    let pitch = width / Double(count)
    let glyphs = (0..<count).map { at in
      PlacedGlyph(
        id: dot.id, cluster: count - 1 - at, x: Double(at) * pitch + (pitch - natural) / 2, y: 0,
        advance: pitch)
    }
    let attributes = paragraph.text.pieces[Int(paragraph.text.pieceOf[part.range.lowerBound])].attributes
    return GlyphRun(
      font: part.segment.font, size: part.segment.size, color: attributes.color,
      text: String(repeating: ".", count: count), glyphs: glyphs, isRightToLeft: true, advance: width,
      origin: nil)
  }
}

extension ParagraphText {
  /// Whether the unit is drawn in another colour than the one before it, or came from elsewhere.
  fileprivate func changesRun(_ unit: Int) -> Bool {
    guard pieceOf[unit] != pieceOf[unit - 1] else { return false }
    let (piece, previous) = (pieces[Int(pieceOf[unit])], pieces[Int(pieceOf[unit - 1])])
    return piece.attributes.color != previous.attributes.color || piece.origin != previous.origin
  }
}
