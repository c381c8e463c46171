/// Cuts XML into tags, declarations and the text between them, without checking that it is well formed.
struct MarkupScanner {
  /// One piece of markup.
  enum Piece {
    /// A start tag or empty tag: local name, and attributes by local name.
    case tag(name: String, attributes: [(name: String, value: String)])
    /// `<?…?>` or `<!…>`, as it stands.
    case declaration(String)
    /// Character data, CDATA sections among it.
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next piece; comments and end tags are passed over.
  mutating func next() -> Piece? {
    while place < bytes.count {
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "</") {
        skip(past: ">")
      } else if starts(with: "<![CDATA[") {
        return .text(take(past: "]]>"))
      } else if starts(with: "<?") {
        return .declaration(take(past: "?>"))
      } else if starts(with: "<!") {
        return .declaration(takeDeclaration())
      } else if bytes[place] == UInt8(ascii: "<") {
        return takeTag()
      } else {
        return .text(take { $0 != UInt8(ascii: "<") })
      }
    }
    return nil
  }

  private func starts(with mark: StaticString) -> Bool {
    bytes[place...].starts(with: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount))
  }

  private mutating func skip(past mark: StaticString) {
    while place < bytes.count, !starts(with: mark) { place += 1 }
    place = min(bytes.count, place + mark.utf8CodeUnitCount)
  }

  private mutating func take(past mark: StaticString) -> String {
    let start = place
    skip(past: mark)
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = place
    while place < bytes.count, belongs(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  /// `<!DOCTYPE …>`, an internal subset in brackets included.
  private mutating func takeDeclaration() -> String {
    var text = take { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "[") }
    if place < bytes.count, bytes[place] == UInt8(ascii: "[") { text += take(past: "]") }
    skip(past: ">")
    return text
  }

  private mutating func takeTag() -> Piece {
    place += 1
    let name = takeName()
    var attributes: [(name: String, value: String)] = []
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let attribute = takeName()
      if attribute.isEmpty { place += 1 }
      skipSpace()
      if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
        place += 1
        skipSpace()
        attributes.append((attribute, takeValue()))
      }
    }
    place = min(bytes.count, place + 1)
    return .tag(name: name, attributes: attributes)
  }

  /// A name without its namespace's prefix.
  private mutating func takeName() -> String {
    let name = take { $0 > 0x20 && !"<>=/'\"".utf8.contains($0) }
    return String(name.split(separator: ":").last ?? "")
  }

  private mutating func takeValue() -> String {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == UInt8(ascii: "'") else {
      return take { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    }
    let quote = bytes[place]
    place += 1
    let value = take { $0 != quote }
    place = min(bytes.count, place + 1)
    return value
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
  }
}
