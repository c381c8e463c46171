import XML

/// The number formats of a workbook's cell styles (ISO/IEC 29500-1, 18.8).
enum CellFormats {
  /// The format of each entry of `cellXfs`, to which cells refer by number.
  static func read(_ reader: inout XMLReader) throws(XMLReader.Flaw) -> [NumberFormat] {
    var codes: [String: String] = [:]
    var formats: [NumberFormat] = []
    var isInCells = false
    while let event = try reader.next() {
      switch event {
      case .start(let element) where element.name == "numFmt":
        if let id = element["numFmtId"], let code = element["formatCode"] { codes[id] = code }
      case .start(let element) where element.name == "cellXfs": isInCells = true
      case .start(let element) where element.name == "xf" && isInCells:
        let id = element["numFmtId"] ?? "0"
        // Excel itself keeps at most 65,490 (its specifications and limits).
        guard formats.count < 65_536 else { throw .tooManyItems }
        formats.append(codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: Int(id) ?? 0))
      case .end("cellXfs"): isInCells = false
      default: break
      }
    }
    return formats
  }
}
