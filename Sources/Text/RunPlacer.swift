import Diagnostics
import Fonts
import Geometry

/// Turns parts of a line into placed glyph runs, from left to right.
struct RunPlacer {
  private let paragraph: ShapedText
  /// The units of the paragraph's text on the line.
  private let line: Range<Int>
  private let perSpace: Points
  private let perFill: Points
  /// How many times as wide as at least the places to write on are.
  private let widening: Double
  /// The runs of text, from left to right, and the unit of the paragraph each begins with.
  private var runs: [PlacedRun] = []
  private var starts: [Int] = []
  /// What is drawn but stands for no text, from left to right.
  private(set) var decorations: [PlacedRun] = []

  /// The runs of text in the order of reading.
  ///
  /// A run is cut where colour, face, origin or link change, so the order follows from where its text begins,
  /// not from levels.
  var runsInLogicalOrder: [PlacedRun] {
    var (rises, falls) = (true, true)
    for at in starts.indices.dropFirst() {
      if starts[at - 1] < starts[at] { falls = false } else { rises = false }
    }
    if rises { return runs }
    // So it is where all of the line reads from right to left.
    if falls { return runs.reversed() }
    return starts.indices.sorted { starts[$0] < starts[$1] }.map { runs[$0] }
  }

  init(
    paragraph: ShapedText, line: Range<Int>, perSpace: Points, perFill: Points, widening: Double
  ) {
    self.paragraph = paragraph
    self.line = line
    self.perSpace = perSpace
    self.perFill = perFill
    self.widening = widening
    // A line of a letter has few runs; one of many lets the arrays grow.
    runs.reserveCapacity(8)
    starts.reserveCapacity(8)
  }

  /// Places parts that share level, font and size, and moves `x` to their right end.
  mutating func place(_ parts: ArraySlice<LineParts.Part>, x: inout Points) {
    guard let first = parts.first else { return }
    if paragraph.segments[first.segment].kind.isFill {
      placeFill(first, x: &x)
      return
    }
    let level = paragraph.segments[first.segment].level
    let isRightToLeft = level & 1 == 1
    let stretches = stretches(of: parts)
    for at in stretches.indices {
      let stretch = stretches[isRightToLeft ? stretches.count - 1 - at : at]
      let placed = PlacedRun(run: run(stretch, parts, level: level), x: x)
      x += placed.run.advance
      if paragraph.text.isDrawnSign(stretch) {
        decorations.append(placed)
      } else {
        runs.append(placed)
        starts.append(stretch.lowerBound)
      }
    }
  }

  private mutating func placeFill(_ part: LineParts.Part, x: inout Points) {
    let segment = paragraph.segments[part.segment]
    let width = segment.kind.takesRest ? part.width + perFill : part.width * widening
    if segment.kind.isDotted, let run = dots(part, width: width) {
      decorations.append(PlacedRun(run: run, x: x))
    }
    if partsWords(part.range), let space = space(part) {
      runs.append(PlacedRun(run: space, x: space.isRightToLeft ? x + width - space.advance : x))
      starts.append(part.range.lowerBound)
    }
    x += width
  }

  /// Stretches of text of one colour, origin and link, cut where clusters begin.
  private func stretches(of parts: ArraySlice<LineParts.Part>) -> [Range<Int>] {
    guard let first = parts.first, let last = parts.last else { return [] }
    let text = paragraph.text
    let (start, end) = (first.range.lowerBound, last.range.upperBound)
    if text.pieceOf[start] == text.pieceOf[end - 1] { return [start..<end] }
    var stretches: [Range<Int>] = []
    var begin = start
    for at in start + 1..<end where text.changesRun(at) {
      let cut = clusterStart(from: at, in: parts)
      guard cut > begin, cut < end else { continue }
      stretches.append(begin..<cut)
      begin = cut
    }
    stretches.append(begin..<end)
    return stretches
  }

  /// The first offset from `offset` on where a glyph's cluster begins: a ligature isn't cut.
  private func clusterStart(from offset: Int, in parts: ArraySlice<LineParts.Part>) -> Int {
    guard let part = parts.first(where: { $0.range.contains(offset) }) else { return offset }
    let base = paragraph.segments[part.segment].range.lowerBound
    var start = part.range.upperBound
    for glyph in part.shape.glyphs {
      let own = base + Int(glyph.cluster)
      if own >= offset { start = min(start, own) }
    }
    return start
  }

  private func run(_ range: Range<Int>, _ parts: ArraySlice<LineParts.Part>, level: UInt8) -> GlyphRun {
    let text = paragraph.text
    let isRightToLeft = level & 1 == 1
    let start = Int(text.utf8Offsets[range.lowerBound])
    let piece = text.pieces[Int(text.pieceOf[range.lowerBound])]
    let face = paragraph.faces[Int(paragraph.segments[parts[parts.startIndex].segment].face)]
    let raise = piece.attributes.raise
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(parts.reduce(0) { $0 + $1.shape.glyphs.count })
    var x: Points = 0
    for step in 0..<parts.count {
      let at = isRightToLeft ? parts.endIndex - 1 - step : parts.startIndex + step
      guard parts[at].range.overlaps(range) else { continue }
      let segment = parts[at].segment
      let base = paragraph.segments[segment].range.lowerBound
      let widening = paragraph.segments[segment].isStretchable ? perSpace : 0
      let isWhole = parts[at].range.clamped(to: range) == parts[at].range
      for glyph in parts[at].shape.glyphs {
        let unit = base + Int(glyph.cluster)
        guard isWhole || range.contains(unit) else { continue }
        let advance = Double(glyph.advance) * face.scale + widening
        glyphs.append(
          PlacedGlyph(
            id: glyph.id, cluster: Int(text.utf8Offsets[unit]) - start,
            x: x + Double(glyph.xOffset) * face.scale,
            y: Double(glyph.yOffset) * face.scale + raise,
            advance: advance))
        x += advance
      }
    }
    return GlyphRun(
      font: face.font, size: face.size, color: piece.attributes.color,
      text: String(decoding: text.utf8[start..<Int(text.utf8Offsets[range.upperBound])], as: UTF8.self),
      glyphs: glyphs, level: level, advance: x, origin: piece.origin, link: piece.link)
  }

  /// Whether a fill is all that stands between two words of the line.
  private func partsWords(_ fill: Range<Int>) -> Bool {
    let text = paragraph.text
    let (before, after) = (fill.lowerBound - 1, fill.upperBound)
    return line.contains(before) && line.contains(after) && !text.isWordSpace(before)
      && !text.isWordSpace(after) && text.units[before] != ParagraphText.segmentSeparator
  }

  /// A space at the beginning of a fill, which has no glyph of its own to part the words for a reader.
  private func space(_ part: LineParts.Part) -> GlyphRun? {
    let segment = paragraph.segments[part.segment]
    let face = paragraph.faces[Int(segment.face)]
    guard let glyph = face.font.nominalGlyph(of: 0x20) else { return nil }
    let advance = Double(face.font.advance(of: glyph)) * face.scale
    let attributes = paragraph.text.pieces[Int(paragraph.text.pieceOf[part.range.lowerBound])].attributes
    return GlyphRun(
      font: face.font, size: face.size, color: attributes.color, text: " ",
      glyphs: [PlacedGlyph(id: glyph, cluster: 0, x: 0, y: 0, advance: advance)], level: segment.level,
      advance: advance, origin: nil)
  }

  /// Dots at even distances over all of `width`.
  private func dots(_ part: LineParts.Part, width: Points) -> GlyphRun? {
    guard let dot = part.shape.glyphs.first else { return nil }
    let face = paragraph.faces[Int(paragraph.segments[part.segment].face)]
    let natural = Double(dot.advance) * face.scale
    let count = Int(width / max(natural, 0.28 * face.size))
    guard count > 0 else { return nil }
    let pitch = width / Double(count)
    let glyphs = (0..<count).map { at in
      PlacedGlyph(
        id: dot.id, cluster: count - 1 - at, x: Double(at) * pitch + (pitch - natural) / 2, y: 0,
        advance: pitch)
    }
    let attributes = paragraph.text.pieces[Int(paragraph.text.pieceOf[part.range.lowerBound])].attributes
    return GlyphRun(
      font: face.font, size: face.size, color: attributes.color, text: String(repeating: ".", count: count),
      glyphs: glyphs, level: 1, advance: width, origin: nil)
  }
}

extension ParagraphText {
  /// Whether the unit is drawn in another colour than the one before it, came from elsewhere or leads elsewhere.
  fileprivate func changesRun(_ unit: Int) -> Bool {
    traits(at: unit).drawing != traits(at: unit - 1).drawing
  }

  /// Whether all of it is check boxes, ticks and crosses, which are drawn and not read as text.
  fileprivate func isDrawnSign(_ range: Range<Int>) -> Bool {
    range.allSatisfy { Unicode.Scalar(units[$0])?.isDrawnSign ?? false }
  }
}
