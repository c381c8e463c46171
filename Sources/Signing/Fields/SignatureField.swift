import PDFSyntax

/// A terminal field of an interactive form (ISO 32000-1, 12.7.3), with its widgets.
struct FormField: Sendable {
  /// The fully qualified name.
  var name: String
  /// The field's type: `Sig`, `Tx`, `Btn`, `Ch`; inherited if need be.
  var type: PDFName?
  /// The field's flags (table 221); inherited if need be.
  var flags: Int
  var reference: PDFReference
  var dictionary: PDFDictionary
  /// Its widget annotations; the field itself where the two are one dictionary.
  var widgets: [PDFReference]

  /// Whether nobody may fill it in.
  var isReadOnly: Bool { flags & 1 != 0 }

  /// The signature dictionary's place, if the field is signed.
  var value: PDFReference? { dictionary["V"].reference }

  /// The terminal fields of a revision, in the order of the form.
  /// - Throws: `PDFSyntaxError` where the form isn't a tree of dictionaries.
  static func all(in file: PDFFile, at revision: Int? = nil) throws(PDFSyntaxError) -> [FormField] {
    let catalog = try file.catalog(at: revision)
    guard let form = try file.value(of: "AcroForm", in: catalog, at: revision).dictionary,
      let roots = try file.value(of: "Fields", in: form, at: revision).array
    else { return [] }
    var walk = FieldWalk(file: file, revision: revision)
    for root in roots { try walk.visit(root, prefix: nil, type: nil, flags: 0, depth: 0) }
    return walk.fields
  }
}

/// Walks the tree of fields; a field that comes twice ends it.
private struct FieldWalk {
  let file: PDFFile
  let revision: Int?
  var fields: [FormField] = []
  private var seen: Set<PDFReference> = []

  init(file: PDFFile, revision: Int?) {
    (self.file, self.revision) = (file, revision)
  }

  mutating func visit(
    _ object: PDFObject, prefix: String?, type: PDFName?, flags: Int, depth: Int
  ) throws(PDFSyntaxError) {
    guard let reference = object.reference, depth < 32, seen.insert(reference).inserted,
      fields.count < 10_000,
      let dictionary = try file.object(reference, at: revision).dictionary
    else { throw PDFSyntaxError(.wrongType, at: 0) }
    let own = try file.value(of: "T", in: dictionary, at: revision).string.map(PDFText.decode)
    let name = [prefix, own].compactMap { $0 }.joined(separator: ".")
    let type = try file.value(of: "FT", in: dictionary, at: revision).name ?? type
    let flags = try file.value(of: "Ff", in: dictionary, at: revision).integer ?? flags
    let kids = try file.value(of: "Kids", in: dictionary, at: revision).array ?? []
    var widgets: [PDFReference] = []
    var hasFields = false
    for kid in kids {
      guard let reference = kid.reference, let child = try file.object(reference, at: revision).dictionary
      else {
        throw PDFSyntaxError(.wrongType, at: 0)
      }
      if child["T"] == .null {
        guard seen.insert(reference).inserted else { throw PDFSyntaxError(.wrongType, at: 0) }
        widgets.append(reference)
      } else {
        hasFields = true
        try visit(kid, prefix: name, type: type, flags: flags, depth: depth + 1)
      }
    }
    guard !hasFields else { return }
    if kids.isEmpty { widgets = [reference] }
    fields.append(
      FormField(
        name: name, type: type, flags: flags, reference: reference, dictionary: dictionary, widgets: widgets))
  }
}

/// Text strings (ISO 32000-1, 7.9.2.2).
enum PDFText {
  /// The text of a string's bytes: UTF-16 or UTF-8 after their marks, else PDFDocEncoding, whose ASCII is read.
  static func decode(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// The string of a text: ASCII as it is, anything else in UTF-16.
  static func encode(_ text: String) -> PDFObject {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return .string(Array(text.utf8)) }
    return .string([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
  }

  /// The time of a date string with its offset from UTC (7.9.4), or `nil` where it isn't one.
  static func time(_ bytes: [UInt8]) -> PointInTime? {
    let text = decode(bytes)
    guard text.hasPrefix("D:"), let zone = text.firstIndex(where: { $0 == "Z" || $0 == "+" || $0 == "-" })
    else {
      return nil
    }
    let digits = text[text.index(text.startIndex, offsetBy: 2)..<zone]
    guard let local = PointInTime(digits: String(digits)) else { return nil }
    let offset = text[zone...].split(separator: "'")
    guard let first = offset.first, first != "Z" else { return local }
    guard let hours = Int(first.dropFirst()), hours < 24, let minutes = offset.count > 1 ? Int(offset[1]) : 0,
      minutes < 60
    else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return local.adding(seconds: first.first == "-" ? seconds : -seconds)
  }
}
