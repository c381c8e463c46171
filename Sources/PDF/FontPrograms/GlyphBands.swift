/// How high the outlines of a font stand, looked up once for all.
final class GlyphBands {
  /// The height an outline takes, in font units above the baseline.
  struct Band {
    var bottom: Int32
    var top: Int32

    var height: Int32 { top - bottom }
  }

  /// By glyph; a band of no height for one without ink.
  private let bands: [Band]

  init(_ font: TrueTypeFile) {
    bands = (0..<font.glyphCount).map { glyph in
      font.box(of: glyph).map { Band(bottom: Int32($0.yMin), top: Int32($0.yMax)) } ?? Band(bottom: 0, top: 0)
    }
  }

  /// The band that the parts of `ink` in `range` take, `digits` for placeholders among them; `nil` where they draw
  /// nothing.
  func band(of ink: [InkPart], _ range: Range<Int>, digits: [UInt32]) -> Band? {
    var all: Band?
    for index in range {
      let part = ink[index]
      let glyph = Int(part.placeholder.map { digits[$0] } ?? part.glyph)
      guard glyph < bands.count, bands[glyph].height > 0 else { continue }
      let band = bands[glyph]
      let (bottom, top) = (band.bottom + part.dy, band.top + part.dy)
      all =
        all.map { Band(bottom: min($0.bottom, bottom), top: max($0.top, top)) }
        ?? Band(bottom: bottom, top: top)
    }
    return all
  }
}
