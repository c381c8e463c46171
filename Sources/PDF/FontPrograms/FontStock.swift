import Fonts
public import Layout

/// The fonts that all letters of one template have in common: what a specimen of them shows, written once.
///
/// A file that is drawn with a stock begins with the stock's bytes, and its own fonts hold only what the stock lacks:
/// mostly what names and numbers are written with. What is in a stock depends on its specimen alone, so that a
/// letter's bytes are the same alone and among a thousand.
public final class FontStock: Sendable {
  /// What files begin with.
  let beginning: ObjectFile.Beginning
  /// The numbers given out there to what frames a file.
  let numbers: FrameNumbers
  /// The fonts' objects, in the order in which pages name them.
  let objects: [ObjectNumber]
  private let shared: [Font: SharedFont]

  /// The codes of a font.
  ///
  /// They lie in an object of their own because structures in arrays are copied to be asked.
  final class SharedFont: Sendable {
    /// Its place among the stock's fonts.
    let index: Int
    private let subset: FontSubset

    fileprivate init(index: Int, subset: FontSubset) {
      self.index = index
      self.subset = subset
    }

    /// The number of a code with the given hash, if the font has it.
    func number(of code: FontCode, hash: UInt32, in line: CodedLine) -> UInt16? {
      subset.knownNumber(of: code, hash: hash, in: line)
    }
  }

  /// The fonts that show the text of `specimen`.
  public init(specimen: PagedDocument) throws(RenderingError) {
    let faces = OpenedFaces()
    let layer = TextLayer(faces: faces, options: .init(of: specimen.metadata))
    // It is compressed once for all letters.
    var file = ObjectFile(compressor: StreamCompressor(level: 12))
    numbers = FrameNumbers(&file)
    var fonts = FontResources(stock: nil, faces: faces)
    for page in specimen.pages {
      for case .text(_, let lines) in PageScan(page, of: specimen.structure).pieces {
        for placed in lines {
          _ = try fonts.places(of: try layer.codes(of: placed.line), file: &file)
        }
      }
    }
    for resource in fonts.resources {
      FontWriter.write(resource.subset, nil, as: resource.number, to: &file)
    }
    objects = fonts.resources.map(\.number)
    shared = fonts.current.mapValues { SharedFont(index: $0, subset: fonts.resources[$0].subset) }
    beginning = ObjectFile.Beginning(file)
  }

  /// The font of a face.
  func font(of face: Font) -> SharedFont? { shared[face] }
}
