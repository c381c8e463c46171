import Fonts
import Geometry

/// The fonts of a file in the making: a subset for each face that is shown, with its name in the pages.
struct FontResources {
  private struct Resource {
    var subset: FontSubset
    var number: ObjectNumber
  }

  private let faces: OpenedFaces
  private var resources: [Resource] = []
  private var current: [Font: Int] = [:]

  init(faces: OpenedFaces) { self.faces = faces }

  /// The font that shows a code, counted from 0, and the code's number in it.
  mutating func place(_ code: FontCode, of font: Font, file: inout ObjectFile) throws(RenderingError)
    -> (font: Int, code: UInt16)
  {
    if let index = current[font], !resources[index].subset.isFull {
      return (index, resources[index].subset.number(of: code))
    }
    let index = resources.count
    resources.append(Resource(subset: FontSubset(font: try faces.outlines(of: font)), number: file.reserve()))
    current[font] = index
    return (index, resources[index].subset.number(of: code))
  }

  /// Writes all fonts, and the dictionary that names them under `number`.
  func write(dictionary number: ObjectNumber, to file: inout ObjectFile) {
    for resource in resources { FontWriter.write(resource.subset, as: resource.number, to: &file) }
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

  /// How high the outlines of `font` stand.
  func bands(of font: Font) throws(RenderingError) -> GlyphBands {
    if let known = bands[font] { return known }
    let known = GlyphBands(try outlines(of: font))
    bands[font] = known
    return known
  }

  /// The outlines of `font`'s file.
  func outlines(of font: Font) throws(RenderingError) -> TrueTypeFile {
    if let file = files[font] { return file }
    let file = try TrueTypeFile(font)
    files[font] = file
    return file
  }
}
