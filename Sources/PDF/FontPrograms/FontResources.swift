import Fonts
import Geometry

/// The fonts of a file in the making: a subset for each face that is shown, with its name in the pages.
struct FontResources {
  private struct Resource {
    var subset: FontSubset
    var compression: OutlineCompression
    var number: ObjectNumber
  }

  private let faces: OpenedFaces
  private var resources: [Resource] = []
  private var current: [Font: Int] = [:]
  /// The font that was asked for last.
  private var last: (font: Font, index: Int)?

  init(faces: OpenedFaces) { self.faces = faces }

  /// The font that shows a code of a line, counted from 0, and the code's number in it.
  mutating func place(_ code: TextCode, of line: CodedLine, file: inout ObjectFile) throws(RenderingError)
    -> (font: Int, code: UInt16)
  {
    let font = line.fonts[code.run]
    let index: Int
    if let known = last, known.font === font, !resources[known.index].subset.isFull {
      index = known.index
    } else {
      index = try resource(of: font, file: &file)
      last = (font, index)
    }
    return (index, resources[index].subset.number(of: code.code, in: line))
  }

  private mutating func resource(of font: Font, file: inout ObjectFile) throws(RenderingError) -> Int {
    if let known = current[font], !resources[known].subset.isFull { return known }
    let index = resources.count
    let outlines = try faces.outlines(of: font)
    resources.append(
      Resource(
        subset: FontSubset(font: outlines), compression: faces.compression(of: font, outlines),
        number: file.reserve()))
    current[font] = index
    return index
  }

  /// Writes all fonts, and the dictionary that names them under `number`.
  func write(dictionary number: ObjectNumber, to file: inout ObjectFile) {
    for resource in resources {
      FontWriter.write(resource.subset, resource.compression, as: resource.number, to: &file)
    }
    file.write(number) {
      $0.add("<<")
      for (index, resource) in resources.enumerated() {
        $0.add("/F")
        $0.add(index)
        $0.add(" ")
        $0.add(resource.number)
      }
      $0.add(">>")
    }
  }
}

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
