import PDFSyntax

/// Copies a drawn page out of one file into another as a form XObject (ISO 32000-1, 8.10).
struct AppearanceImport {
  private let source: PDFFile
  private var places: [PDFReference: PDFReference] = [:]
  private var waiting: [PDFReference] = []

  /// The page of a file of one page.
  init(from source: PDFFile) { self.source = source }

  /// Adds the form and all it needs to an update.
  mutating func add(to update: inout IncrementalUpdate) throws -> PDFReference {
    let pages = try source.value(of: "Pages", in: source.catalog()).dictionary
    guard let pages,
      let page = try source.resolve(source.value(of: "Kids", in: pages).array?.first ?? .null).dictionary,
      let content = try source.value(of: "Contents", in: page).stream
    else { throw SigningError.notAPDF(reason: "the appearance isn't a page with one content stream") }
    var dictionary = content.dictionary
    dictionary["Type"] = .name("XObject")
    dictionary["Subtype"] = .name("Form")
    dictionary["BBox"] = try source.value(of: "MediaBox", in: page)
    dictionary["Group"] = page["Group"]
    dictionary["Resources"] = try source.value(of: "Resources", in: page)
    dictionary["Length"] = .null
    let form = update.newReference()
    let object = rename(.stream(PDFStream(dictionary, bytes: content.bytes)), in: &update)
    update.set(form, to: object)
    while let next = waiting.popLast() {
      guard let place = places[next], places.count < 10_000 else { continue }
      update.set(place, to: rename(prepared(try source.object(next)), in: &update))
    }
    return form
  }

  /// A CIDFontType2 has to say how its codes lead to glyphs (ISO 19005-2, 6.2.11.3.2).
  private func prepared(_ object: PDFObject) -> PDFObject {
    switch object {
    case .dictionary(var dictionary)
    where dictionary["Subtype"].name == "CIDFontType2" && dictionary["CIDToGIDMap"] == .null:
      dictionary["CIDToGIDMap"] = .name("Identity")
      return .dictionary(dictionary)
    case .stream(var stream):
      // The length is written anew, so the object that held it isn't needed.
      stream.dictionary["Length"] = .null
      if stream.dictionary["Subtype"].name == "Image" { stream.dictionary["Interpolate"] = .null }
      return .stream(stream)
    default: return object
    }
  }

  private mutating func rename(_ object: PDFObject, in update: inout IncrementalUpdate) -> PDFObject {
    var found: [PDFReference] = []
    object.forEachReference { found.append($0) }
    for reference in found where places[reference] == nil {
      places[reference] = update.newReference()
      waiting.append(reference)
    }
    return object.mapReferences { [places] in places[$0].map { .reference($0) } ?? .null }
  }
}
