import Geometry
import PDFSyntax

/// Reads a finished letter page by page: strictly, and with nothing of the program that wrote it.
///
/// What our letters never hold is refused rather than guessed at, so that what was read is what any reader shows.
public struct PrintedFile: Sendable {
  /// The pages, in order.
  public let pages: [PrintedPage]

  /// Reads a file; art and fonts that are `known` are taken as they were read before.
  public init(_ bytes: [UInt8], known: KnownObjects = KnownObjects()) throws(ProofError) {
    let file = try ProofError.reading { () throws(PDFSyntaxError) in try PDFFile(bytes) }
    guard !file.isEncrypted, file.tail.isEmpty else { throw .unexpected("a file that is more than a letter") }
    let root = try ProofError.reading { () throws(PDFSyntaxError) in
      try file.value(of: "Pages", in: try file.catalog())
    }
    var reader = PageTreeReader(file: file, known: known)
    try reader.read(root, depth: 0)
    pages = reader.pages
  }
}

/// One walk over the page tree (ISO 32000-1, 7.7.3).
private struct PageTreeReader {
  let file: PDFFile
  private let known: KnownObjects
  private(set) var pages: [PrintedPage] = []
  private var fonts: [PDFReference: PrintedFont] = [:]

  init(file: PDFFile, known: KnownObjects) {
    self.file = file
    self.known = known
  }

  mutating func read(_ node: PDFObject, depth: Int) throws(ProofError) {
    guard let node = node.dictionary, depth < 32 else { throw .unexpected("a page tree that isn't one") }
    guard let kids = try value(of: "Kids", in: node).array else {
      pages.append(try page(node))
      return
    }
    for kid in kids {
      try read(
        try ProofError.reading { () throws(PDFSyntaxError) in try file.resolve(kid) }, depth: depth + 1)
    }
  }

  private func value(of key: PDFName, in dictionary: PDFDictionary) throws(ProofError) -> PDFObject {
    try ProofError.reading { () throws(PDFSyntaxError) in try file.value(of: key, in: dictionary) }
  }

  private mutating func page(_ node: PDFDictionary) throws(ProofError) -> PrintedPage {
    let box = try value(of: "MediaBox", in: node).array?.compactMap(\.number) ?? []
    guard box.count == 4, box[0] == 0, box[1] == 0, node["Rotate"] == .null, node["CropBox"] == .null else {
      throw .unexpected("a page that is turned or cropped")
    }
    guard let contents = try value(of: "Contents", in: node).stream else {
      throw .unexpected("a page without a content stream")
    }
    let resources = try value(of: "Resources", in: node).dictionary ?? PDFDictionary()
    let fonts = try fonts(of: resources)
    let bytes = try ProofError.reading { () throws(PDFSyntaxError) in try contents.decoded() }
    var reader = PageStreamReader(fonts: fonts, known: known.lines)
    try reader.read(bytes)
    reader.page.size = Size(width: box[2], height: box[3])
    let objects = try value(of: "XObject", in: resources).dictionary ?? PDFDictionary()
    for name in reader.shown {
      guard let reference = objects[PDFName(utf8: name)].reference else {
        throw .unexpected("art that isn't there")
      }
      reader.page.fills += try known.art.fills(reference, in: file) { art throws(ProofError) in
        guard art.dictionary["Subtype"].name == "Form" else { return [] }
        var fills = FillReader()
        fills.read(try ProofError.reading { () throws(PDFSyntaxError) in try art.decoded() })
        return fills.fills
      }
    }
    return reader.page
  }

  /// The fonts of a page by their names; pages share them.
  private mutating func fonts(of resources: PDFDictionary) throws(ProofError) -> [String: PrintedFont] {
    let names = try value(of: "Font", in: resources).dictionary ?? PDFDictionary()
    var found: [String: PrintedFont] = [:]
    for entry in names {
      guard let reference = entry.value.reference else { throw .unexpected("a font inside its resources") }
      if let known = fonts[reference] {
        found[entry.key.description] = known
        continue
      }
      let font = try known.fonts.font(reference, in: file) { dictionary throws(ProofError) in
        try PrintedFont(dictionary, in: file)
      }
      fonts[reference] = font
      found[entry.key.description] = font
    }
    return found
  }
}
