import Fonts
import Geometry
import Layout

/// The codes of a line, in the order they stand in the content stream: that of reading.
enum TextLayer {
  /// The codes of `line`: one for each cluster, or for each glyph of a cluster of as many characters.
  static func codes(of line: TextLine) -> [TextCode] {
    var codes: [TextCode] = []
    for placed in line.runs { append(placed, to: &codes) }
    return codes
  }

  private static func append(_ placed: PlacedRun, to codes: inout [TextCode]) {
    let run = placed.run
    let units = Double(run.font.unitsPerEm) / run.size
    let source = Array(run.text.utf8)
    var found: [TextCode] = []
    var pen: Points = 0
    var index = 0
    var previous = source.count
    while index < run.glyphs.count {
      let start = run.glyphs[index].cluster
      let next = run.glyphs[index...].firstIndex { $0.cluster != start } ?? run.glyphs.count
      let end =
        run.isRightToLeft ? previous : (next < run.glyphs.count ? run.glyphs[next].cluster : source.count)
      let text = start <= end ? String(decoding: source[start..<end], as: UTF8.self) : ""
      let characters = text.unicodeScalars.map { String($0) }
      let isSplit = characters.count == next - index
      let origin = pen
      var ink: [InkPart] = []
      for (place, glyph) in run.glyphs[index..<next].enumerated() {
        let part = InkPart(
          glyph: glyph.id, dx: Int32(((glyph.x - (isSplit ? pen : origin)) * units).rounded()),
          dy: Int32((glyph.y * units).rounded()))
        if isSplit {
          let character = characters[run.isRightToLeft ? characters.count - 1 - place : place]
          found.append(code([part], glyph.advance * units, character, run, x: placed.x + pen))
        } else {
          ink.append(part)
        }
        pen += glyph.advance
      }
      if !isSplit { found.append(code(ink, (pen - origin) * units, text, run, x: placed.x + origin)) }
      previous = start
      index = next
    }
    codes += run.isRightToLeft ? found.reversed() : found
  }

  private static func code(_ ink: [InkPart], _ advance: Double, _ text: String, _ run: GlyphRun, x: Points)
    -> TextCode
  {
    TextCode(
      code: FontCode(ink: ink, anchor: nil, advance: Int32(advance.rounded()), text: text), font: run.font,
      size: run.size, color: run.color, x: x)
  }
}
