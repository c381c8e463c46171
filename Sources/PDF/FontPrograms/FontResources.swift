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

  private let stock: FontStock?
  private let faces: OpenedFaces
  /// The file's own fonts.
  private(set) var resources: [Resource] = []
  /// Which of its own fonts takes a face's next code.
  private(set) var current: [Font: Int] = [:]
  /// What the face that was asked for last has in the stock and in the file's own fonts.
  private var last: (face: Font, shared: FontStock.SharedFont?, own: Int?)?

  init(stock: FontStock?, faces: OpenedFaces) {
    self.stock = stock
    self.faces = faces
  }

  /// Where a file shows a code: the font, counted from 0, and the code's number in it.
  typealias Place = (font: Int, code: UInt16)

  /// Where the stock has the codes of a line that returns, which is found out once; `nil` if it lacks any.
  func sharedPlaces(of line: CodedLine) -> [Place]? {
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

  /// The place of a line's code.
  mutating func place(
    _ code: TextCode, of line: CodedLine, file: inout ObjectFile
  ) throws(RenderingError) -> Place {
    let face = line.fonts[code.run]
    if last?.face !== face { last = (face, stock?.font(of: face), current[face]) }
    let hash = code.code.hash(in: line)
    if let shared = last?.shared, let number = shared.number(of: code.code, hash: hash, in: line) {
      return (shared.index, number)
    }
    let index: Int
    if let own = last?.own, !resources[own].subset.isFull {
      index = own
    } else {
      index = try addResource(of: face, file: &file)
      last?.own = index
    }
    return (sharedCount + index, resources[index].subset.number(of: code.code, hash: hash, in: line))
  }

  /// How many fonts are the stock's.
  private var sharedCount: Int { stock?.objects.count ?? 0 }

  private mutating func addResource(of face: Font, file: inout ObjectFile) throws(RenderingError) -> Int {
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
