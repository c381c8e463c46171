import XML

/// A workbook's directory: its sheets, its shared strings and what its formats mean (ISO/IEC 29500-1, 18.2).
struct Workbook {
  /// One sheet.
  struct Sheet: Hashable {
    var name: String
    var isHidden: Bool
    /// The part that holds it.
    var part: String
  }

  /// Why a workbook can't be read.
  enum Flaw: Error {
    case archive(ZipArchive.Flaw)
    case xml(part: String, XMLReader.Flaw)
    case missingPart(String)
  }

  private(set) var archive: ZipArchive
  /// The sheets in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// The day that dates are counted from.
  private(set) var epoch = SerialDate.Epoch.of1900
  /// The texts that cells refer to by number.
  private(set) var strings: [String] = []
  /// The number format of each cell style.
  private(set) var formats: [NumberFormat] = []
  private let limits: ReadingLimits

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(Flaw) {
    do { archive = try ZipArchive(bytes, limits: limits) } catch { throw .archive(error) }
    self.limits = limits
    let root =
      try relationships(of: "").first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    let related = try relationships(of: root)
    try readDirectory(root, related)
    if let part = related.first(where: { $0.type.hasSuffix("/sharedStrings") })?.target {
      strings = try parse(part) { (reader) throws(XMLReader.Flaw) in
        try SharedStrings.read(&reader, limit: limits.cells)
      }
    }
    if let part = related.first(where: { $0.type.hasSuffix("/styles") })?.target {
      formats = try parse(part) { (reader) throws(XMLReader.Flaw) in try CellFormats.read(&reader) }
    }
  }

  /// Reads a part that must be there with `body`.
  mutating func parse<Result>(
    _ part: String, _ body: (inout XMLReader) throws(XMLReader.Flaw) -> Result
  ) throws(Flaw) -> Result {
    guard let bytes = try bytes(of: part) else { throw .missingPart(part) }
    var reader = XMLReader(Self.utf8(bytes), depthLimit: limits.depth)
    do { return try body(&reader) } catch { throw .xml(part: part, error) }
  }

  private mutating func bytes(of part: String) throws(Flaw) -> [UInt8]? {
    do { return try archive.part(part) } catch { throw .archive(error) }
  }

  /// XML may also be UTF-16, with a byte order mark (XML 1.0, 4.3.3).
  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return isWide ? Array(DecodedText(bytes).text.utf8) : bytes
  }

  private mutating func readDirectory(_ part: String, _ related: [Relationship]) throws(Flaw) {
    var targets: [String: String] = [:]
    for relationship in related where relationship.type.hasSuffix("/worksheet") {
      targets[relationship.id] = relationship.target
    }
    (sheets, epoch) = try parse(part) { (reader) throws(XMLReader.Flaw) in
      var sheets: [Sheet] = []
      var epoch = SerialDate.Epoch.of1900
      while let event = try reader.next() {
        guard case .start(let element) = event else { continue }
        if element.name == "workbookPr", ["1", "true"].contains(element["date1904"]) { epoch = .of1904 }
        guard element.name == "sheet", let name = element["name"], let id = element["id"],
          let target = targets[id]
        else { continue }
        let isHidden = element["state"].map { $0 != "visible" } ?? false
        sheets.append(Sheet(name: name, isHidden: isHidden, part: target))
      }
      return (sheets, epoch)
    }
  }

  private struct Relationship {
    var id: String
    var type: String
    var target: String
  }

  /// The parts that a part refers to (ISO/IEC 29500-2, 9.3); those of "" are the package's own.
  private mutating func relationships(of part: String) throws(Flaw) -> [Relationship] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let path = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    guard archive.contains(path) else { return [] }
    return try parse(path) { (reader) throws(XMLReader.Flaw) in
      var found: [Relationship] = []
      while let event = try reader.next() {
        guard case .start(let element) = event, element.name == "Relationship",
          element["TargetMode"] != "External",
          let id = element["Id"], let type = element["Type"], let target = element["Target"]
        else { continue }
        found.append(Relationship(id: id, type: type, target: Self.resolve(target, from: folder)))
      }
      return found
    }
  }

  private static func resolve(_ target: String, from folder: String) -> String {
    guard !target.hasPrefix("/") else { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = parts.popLast() } else { parts.append(step) }
    }
    return parts.joined(separator: "/")
  }
}
