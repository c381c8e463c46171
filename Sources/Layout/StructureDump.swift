import Content

/// A document's structure as text: what goldens of it are made of.
///
/// One line an element, its parts set in, with the text that is read of it; then the text that isn't, page by
/// page.
public enum StructureDump {
  /// The structure of a document, with the text of its pages.
  public static func text(of document: PagedDocument) -> String {
    var lines: [String] = []
    write(StructureTree.document, depth: 0, document.structure, places(in: document), to: &lines)
    for (index, page) in document.pages.enumerated() {
      for case .marked(let mark, let items) in page.items {
        guard case .artifact = mark else { continue }
        lines += items.lineTexts.filter { !$0.isEmpty }.map {
          "page \(index + 1) \(FrameDump.name(of: mark))\(quoted($0))"
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands on pages of an element.
  private struct Place {
    var pages: [Int] = []
    var texts: [String] = []
  }

  private static func places(in document: PagedDocument) -> [StructureTree.ElementID: Place] {
    var places: [StructureTree.ElementID: Place] = [:]
    for (index, page) in document.pages.enumerated() {
      for case .marked(.element(let id), let items) in page.items {
        var place = places[id] ?? Place()
        if place.pages.last != index + 1 { place.pages.append(index + 1) }
        place.texts += items.lineTexts
        places[id] = place
      }
    }
    return places
  }

  private static func write(
    _ id: StructureTree.ElementID, depth: Int, _ structure: StructureTree,
    _ places: [StructureTree.ElementID: Place], to lines: inout [String]
  ) {
    let element = structure[id]
    var line = String(repeating: "  ", count: depth) + "\(id.index) \(element.role.rawValue)"
    line += element.attributes.text
    if let title = element.title { line += " title\(quoted(title))" }
    if let language = element.language { line += " language \(language)" }
    if let words = element.alternativeText { line += " shows\(quoted(words))" }
    if let text = element.actualText { line += " stands for\(quoted(text))" }
    if let link = element.link { line += " leads to \(link.uri)" }
    if let number = element.noteNumber {
      line += (element.role == .link ? " leads to note" : "") + " \(number)"
    }
    if let place = places[id] {
      line += place.pages.map { " page \($0)" }.joined()
      if !place.texts.isEmpty { line += place.texts.map(quoted).joined(separator: " /") }
    }
    lines.append(line)
    for child in element.children { write(child, depth: depth + 1, structure, places, to: &lines) }
  }

  private static func quoted(_ text: String) -> String { " «\(text)»" }
}

extension StructureTree.Attributes {
  fileprivate var text: String {
    var text = headerScope.map { " heads its \($0.rawValue.lowercased())" } ?? ""
    if columnSpan != 1 { text += " over \(columnSpan) columns" }
    if rowSpan != 1 { text += " over \(rowSpan) rows" }
    if let listNumbering { text += " numbered \(listNumbering.rawValue.lowercased())" }
    return text
  }
}
