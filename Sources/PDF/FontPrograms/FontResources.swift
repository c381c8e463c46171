import Fonts
import Geometry

/// The fonts of a file in the making, with their names in the pages: those of its stock, then a subset for each face
/// that shows anything else.
struct FontResources {
  /// A font of the file.
  struct Resource {
    let face: Font
    /// Its codes.
    var subset: FontSubset
    /// Its object.
    let number: ObjectNumber
  }

  /// Tells the fonts of one file from those of another.
  final class Owner {}

  private let owner = Owner()
  private let stock: FontStock?
  private let faces: OpenedFaces
  /// The file's own fonts.
  private(set) var resources: [Resource] = []
  /// Which of its own fonts takes a face's next code.
  private(set) var current: [Font: Int] = [:]

  init(stock: FontStock?, faces: OpenedFaces) {
    self.stock = stock
    self.faces = faces
  }

  /// Where a file shows a code: the font, counted from 0, and the code's number in it.
  typealias Place = (font: Int, code: UInt16)

  /// Where the stock has the codes of a line that returns, which is found out once; `nil` if it lacks any.
  private func sharedPlaces(of line: CodedLine) -> [Place]? {
    guard line.returns, let stock else { return nil }
    if let shared = line.shared, shared.stock === stock { return shared.places }
    var places: [Place] = []
    places.reserveCapacity(line.codes.count)
    for code in line.codes {
      guard let font = stock.font(of: line.fonts[code.run]),
        let number = font.number(of: code.code, hash: code.code.hash(in: line), in: line)
      else { break }
      places.append((font.index, number))
    }
    let isWhole = places.count == line.codes.count
    line.shared = (stock, isWhole ? places : nil)
    return isWhole ? places : nil
  }

  /// Where the file shows the codes of a line, those that it lacks added to its own fonts.
  mutating func places(of line: CodedLine, file: inout ObjectFile) throws(RenderingError) -> [Place] {
    if let places = sharedPlaces(of: line) { return places }
    if let own = line.own, own.file === owner { return own.places }
    let places = try foundPlaces(of: line, file: &file)
    if line.returns { line.own = (owner, places) }
    return places
  }

  /// The places, looked for code by code.
  private mutating func foundPlaces(
    of line: CodedLine, file: inout ObjectFile
  ) throws(RenderingError) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(line.codes.count)
    var start = 0
    while start < line.codes.count {
      let run = line.codes[start].run
      var end = start + 1
      while end < line.codes.count, line.codes[end].run == run { end += 1 }
      let face = line.fonts[run]
      // Found once for a run: each asking would count references.
      let shared = stock?.font(of: face)
      var own = current[face]
      for index in start..<end {
        let code = line.codes[index].code
        let hash = code.hash(in: line)
        if let shared, let number = shared.number(of: code, hash: hash, in: line) {
          places.append((shared.index, number))
        } else {
          let index: Int
          if let own, !resources[own].subset.isFull {
            index = own
          } else {
            index = try openResource(for: face, file: &file)
            own = index
          }
          places.append((sharedCount + index, resources[index].subset.number(of: code, hash: hash, in: line)))
        }
      }
      start = end
    }
    return places
  }

  /// How many fonts are the stock's.
  private var sharedCount: Int { stock?.objects.count ?? 0 }

  /// A font of the file's own for what comes next of a face.
  private mutating func openResource(
    for face: Font, file: inout ObjectFile
  ) throws(RenderingError) -> Int {
    let index = resources.count
    resources.append(
      Resource(
        face: face, subset: FontSubset(font: try faces.outlines(of: face)), number: file.reserve()))
    current[face] = index
    return index
  }

  /// Writes the file's own fonts, and the dictionary that names all fonts under `number`.
  func write(dictionary number: ObjectNumber, to file: inout ObjectFile) {
    for resource in resources {
      let compression = faces.compression(of: resource.face, resource.subset.font)
      FontWriter.write(resource.subset, compression, as: resource.number, to: &file)
    }
    let fonts = (stock?.objects ?? []) + resources.map(\.number)
    file.write(number) {
      $0.add("<<")
      for (index, font) in fonts.enumerated() {
        $0.add("/F")
        $0.add(index)
        $0.add(" ")
        $0.add(font)
      }
      $0.add(">>")
    }
  }
}
