/// What an SVG file's markup holds that bears on whether it can be drawn the same everywhere.
///
/// It is read by its tags alone, without building a tree: what isn't known to be harmless counts as found.
struct SVGSource {
  /// Something in the markup to tell the user of.
  enum Finding: Int, Hashable, Comparable {
    case text, outsideReference, entities, pixels

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// Whether its first element is `svg`.
  private(set) var isSVG = false
  /// What was found.
  private(set) var findings: Set<Finding> = []
  /// The addresses of its pictures of pixels that hold them, as they are written.
  private(set) var embedded: [String] = []

  init(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    while let piece = scanner.next() {
      switch piece {
      case .tag(let name, let attributes):
        guard isSVG || name == "svg" else { return }
        isSVG = true
        examine(name, attributes)
      case .declaration(let text):
        if text.hasPrefix("<!DOCTYPE"), text.contains("[") { findings.insert(.entities) }
        if text.hasPrefix("<?xml-stylesheet") { findings.insert(.outsideReference) }
      case .text(let text):
        if isSVG { examineStyle(text) }
      }
    }
  }

  private mutating func examine(_ name: String, _ attributes: [(name: String, value: String)]) {
    switch name {
    case "text": findings.insert(.text)
    case "filter", "mask", "image": findings.insert(.pixels)
    default: break
    }
    for attribute in attributes {
      if attribute.name == "href", name != "a", !Self.staysInside(attribute.value) {
        findings.insert(.outsideReference)
      }
      if attribute.name == "href", ["image", "feImage"].contains(name) {
        let address = attribute.value.drop { $0.isWhitespace }
        if !address.hasPrefix("#") { embedded.append(String(address)) }
      }
      examineStyle(attribute.value)
    }
  }

  /// Looks for addresses in a style sheet or presentation attribute.
  private mutating func examineStyle(_ text: String) {
    if text.contains("@import") { findings.insert(.outsideReference) }
    for address in text.components(after: "url(") where !Self.staysInside(address) {
      findings.insert(.outsideReference)
    }
  }

  private static func staysInside(_ address: some StringProtocol) -> Bool {
    let start = address.drop { $0.isWhitespace || $0 == "'" || $0 == "\"" }
    return start.hasPrefix("#") || start.hasPrefix("data:")
  }
}

extension String {
  /// What follows each occurrence of `mark`.
  fileprivate func components(after mark: String) -> [Substring] {
    ranges(of: mark).map { self[$0.upperBound...] }
  }
}
