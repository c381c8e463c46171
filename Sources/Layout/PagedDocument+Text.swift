import Fonts

extension PagedDocument {
  /// The text of each element that has lines of its own, in the order of pages and painting, a space between
  /// lines.
  public var texts: [StructureTree.ElementID: String] {
    var texts: [StructureTree.ElementID: String] = [:]
    for page in pages {
      for case .marked(.element(let id), let items) in page.items {
        let text = items.lineTexts.joined(separator: " ")
        texts[id] = texts[id].map { $0 + " " + text } ?? text
      }
    }
    return texts
  }

  /// The texts of the leaves in the order of reading, or what they stand for.
  public var textInReadingOrder: [String] {
    let texts = texts
    var result: [String] = []
    func read(_ id: StructureTree.ElementID) {
      let element = structure[id]
      if let text = element.actualText ?? texts[id], !text.isEmpty { result.append(text) }
      for child in element.children { read(child) }
    }
    read(StructureTree.document)
    return result
  }
}

extension [FrameItem] {
  /// The text of every line among them.
  var lineTexts: [String] {
    flatMap { item -> [String] in
      switch item {
      case .line(let line, _): [line.runs.map(\.run.text).joined()]
      case .rotated(_, _, let items), .scaled(_, _, let items), .marked(_, let items): items.lineTexts
      case .fill, .fills, .rule, .frame, .image, .signatureField: []
      }
    }
  }
}
