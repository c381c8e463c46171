import PDFSyntax

/// The texts of fonts' codes, by their ToUnicode maps, each map read once.
struct CodeTexts {
  private let fonts: PDFDictionary
  private let file: PDFFile
  private var known: [PDFName: [UInt16: String]] = [:]

  /// The fonts of a page's resources.
  init(fonts: PDFDictionary, file: PDFFile) {
    self.fonts = fonts
    self.file = file
  }

  /// The text of a font's code; none where the map doesn't say.
  mutating func text(of code: UInt16, font: PDFName) -> String {
    if known[font] == nil { known[font] = (try? map(of: font)) ?? [:] }
    return known[font]?[code] ?? ""
  }

  /// The map of a font, of the kind that `ToUnicodeMap` writes: pairs of a code and its text in UTF-16.
  private func map(of font: PDFName) throws -> [UInt16: String] {
    guard let dictionary = try file.value(of: font, in: fonts).dictionary,
      let stream = try file.value(of: "ToUnicode", in: dictionary).stream
    else { return [:] }
    var map: [UInt16: String] = [:]
    var isEntry = false
    for line in try stream.decoded().split(separator: 0x0A) {
      if line.elementsEqual("endbfchar".utf8) { isEntry = false }
      if isEntry {
        let parts = line.split { $0 == 0x3C || $0 == 0x3E }.map {
          Self.units(String(decoding: $0, as: UTF8.self))
        }
        if parts.count == 2, let code = parts[0].first {
          map[code] = String(decoding: parts[1], as: UTF16.self)
        }
      }
      if line.suffix(11).elementsEqual("beginbfchar".utf8) { isEntry = true }
    }
    return map
  }

  /// The UTF-16 units that hexadecimal digits stand for, four for each.
  private static func units(_ digits: String) -> [UInt16] {
    var units: [UInt16] = []
    var rest = digits[...]
    while !rest.isEmpty {
      guard let unit = UInt16(rest.prefix(4), radix: 16) else { return units }
      units.append(unit)
      rest = rest.dropFirst(4)
    }
    return units
  }
}
