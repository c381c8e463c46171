import Fonts
import Layout

/// The font files a painter has opened for their outlines.
final class OpenedFaces {
  private var files: [Font: TrueTypeFile] = [:]
  private var bands: [Font: GlyphBands] = [:]
  private var compressions: [Font: OutlineCompression] = [:]

  /// How high the outlines of `font` stand.
  func bands(of font: Font) throws(RenderingError) -> GlyphBands {
    if let known = bands[font] { return known }
    let known = GlyphBands(try outlines(of: font))
    bands[font] = known
    return known
  }

  /// How high the outlines of each of a line's runs stand.
  func bands(of line: TextLine) throws(RenderingError) -> [GlyphBands] {
    var all: [GlyphBands] = []
    all.reserveCapacity(line.runs.count)
    for index in line.runs.indices {
      if index > 0, line.runs[index].run.font === line.runs[index - 1].run.font {
        all.append(all[index - 1])
      } else {
        all.append(try bands(of: line.runs[index].run.font))
      }
    }
    return all
  }

  /// What compresses programs of `font`, whose outlines are in `file`.
  func compression(of font: Font, _ file: TrueTypeFile) -> OutlineCompression {
    if let known = compressions[font] { return known }
    let compression = OutlineCompression(font, file)
    compressions[font] = compression
    return compression
  }

  /// The outlines of `font`'s file.
  func outlines(of font: Font) throws(RenderingError) -> TrueTypeFile {
    if let file = files[font] { return file }
    let file = try TrueTypeFile(font)
    files[font] = file
    return file
  }
}
