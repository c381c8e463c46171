import Geometry
import PDFSyntax

/// A page that Cairo drew, as a form XObject with all that it refers to (ISO 32000-1, 8.10).
///
/// Streams keep the bytes that Cairo compressed.
final class ImportedForm {
  /// The objects, the form first; a reference's number counts among them, from 0.
  private let objects: [PDFObject]

  /// The first page of a file that Cairo wrote, `size` large.
  init(cairoFile bytes: [UInt8], size: Size) throws(RenderingError) {
    var limits = PDFLimits.standard
    limits.allowsRepeatedEntries = true
    do {
      objects = try Self.objects(of: PDFFile(bytes, limits: limits), size: size)
    } catch {
      throw .cairo(reason: "a PDF file that can't be read back: \(error)")
    }
  }

  /// Writes the form under `number` and what it refers to after it.
  func write(as number: ObjectNumber, to file: inout ObjectFile) {
    var numbers = [number]
    for _ in objects.dropFirst() { numbers.append(file.reserve()) }
    for (object, number) in zip(objects, numbers) {
      let renumbered = object.mapReferences { .reference(numbers[$0.number].value) }
      file.write(number) { $0.add(object: renumbered) }
    }
  }

  private static func objects(of file: PDFFile, size: Size) throws(PDFSyntaxError) -> [PDFObject] {
    guard let page = try firstPage(of: file) else { throw PDFSyntaxError(.wrongObject, at: 0) }
    guard let content = try file.value(of: "Contents", in: page).stream else {
      throw PDFSyntaxError(.wrongObject, at: 0)
    }
    var form = content.dictionary
    form["Type"] = .name("XObject")
    form["Subtype"] = .name("Form")
    form["BBox"] = .array([0, 0, size.width, size.height].map { .real($0) })
    form["Resources"] = try file.value(of: "Resources", in: page)
    form["Length"] = .null
    var found: [PDFObject] = [.stream(PDFStream(form, bytes: content.bytes))]
    var placeOf: [PDFReference: Int] = [:]
    var index = 0
    while index < found.count {
      var wanted: [PDFReference] = []
      found[index].forEachReference { wanted.append($0) }
      for reference in wanted where placeOf[reference] == nil {
        placeOf[reference] = found.count
        var object = try file.object(reference)
        if case .stream(var stream) = object {
          stream.dictionary["Length"] = .null
          object = .stream(stream)
        }
        found.append(object)
      }
      index += 1
    }
    return found.map { object in object.mapReferences { .reference(placeOf[$0] ?? 0) } }
  }

  private static func firstPage(of file: PDFFile) throws(PDFSyntaxError) -> PDFDictionary? {
    guard let pages = try file.value(of: "Pages", in: file.catalog()).dictionary,
      let kids = try file.value(of: "Kids", in: pages).array, let first = kids.first
    else { return nil }
    return try file.resolve(first).dictionary
  }
}
