/// How high the outlines of a font stand, looked up once for each.
final class GlyphBands {
  /// The height an outline takes, in font units above the baseline.
  struct Band {
    var bottom: Int32
    var top: Int32

    var height: Int32 { top - bottom }
  }

  private let font: TrueTypeFile
  private var known: [Band?]

  init(_ font: TrueTypeFile) {
    self.font = font
    known = Array(repeating: nil, count: font.glyphCount)
  }

  /// The band that all of `ink` takes; `nil` where it draws nothing.
  func band(of ink: ArraySlice<InkPart>) -> Band? {
    var all: Band?
    for part in ink {
      guard var band = band(of: Int(part.glyph)) else { continue }
      band.bottom += part.dy
      band.top += part.dy
      all = all.map { Band(bottom: min($0.bottom, band.bottom), top: max($0.top, band.top)) } ?? band
    }
    return all
  }

  private func band(of glyph: Int) -> Band? {
    guard known.indices.contains(glyph) else { return nil }
    // An outline that encloses nothing stands for one that has been looked up and is empty.
    let band =
      known[glyph]
      ?? font.box(of: glyph).map { Band(bottom: Int32($0.yMin), top: Int32($0.yMax)) }
      ?? Band(bottom: 0, top: 0)
    known[glyph] = band
    return band.height > 0 ? band : nil
  }
}
