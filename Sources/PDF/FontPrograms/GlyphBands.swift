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

  /// The band that the parts of `ink` in `range` take; `nil` where they draw nothing.
  func band(of ink: [InkPart], _ range: Range<Int>) -> Band? {
    var all: Band?
    for index in range {
      let part = ink[index]
      guard part.glyph < bands.count, bands[Int(part.glyph)].height > 0 else { continue }
      let band = bands[Int(part.glyph)]
      let (bottom, top) = (band.bottom + part.dy, band.top + part.dy)
      all =
        all.map { Band(bottom: min($0.bottom, bottom), top: max($0.top, top)) }
        ?? Band(bottom: bottom, top: top)
    }
    return all
  }
}
