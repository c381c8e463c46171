/// Reads XML forward, event by event, as far as workbooks use it (XML 1.0, UTF-8).
///
/// A document type is refused, so the only entities are XML's own five and numeric ones, and
/// nothing can be defined, included or expanded.
struct XMLReader {
  /// What comes next in the file.
  ///
  /// Names are without their namespace prefix.
  enum Event: Hashable {
    case start(Element)
    case end(String)
    case text(String)
  }

  /// An element's start tag.
  struct Element: Hashable {
    var name: String
    var attributes: [Attribute] = []

    /// The value of an attribute: one without a prefix, or else one with any prefix.
    subscript(name: String) -> String? {
      let found = attributes.first { $0.name == name } ?? attributes.first { $0.name.hasSuffix(":" + name) }
      return found?.value
    }
  }

  /// An attribute with its prefix.
  struct Attribute: Hashable {
    var name: String
    var value: String
  }

  /// What isn't the XML of a workbook.
  enum Flaw: Error, Hashable {
    case malformed(offset: Int)
    case documentType
    case unknownEntity(String)
    case tooDeep
    case tooManyItems
  }

  let bytes: [UInt8]
  var position = 0
  private let depthLimit: Int
  private var open: [String] = []
  private var pendingEnd: String?
  private var hasRoot = false

  init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.depthLimit = depthLimit
  }

  /// The next event, or `nil` after the root's end.
  mutating func next() throws(Flaw) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      open.removeLast()
      return .end(name)
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        if let text = try text() { return .text(text) }
      } else if let event = try markup() {
        return event
      }
    }
    guard open.isEmpty, hasRoot else { throw malformed }
    return nil
  }

  var malformed: Flaw { .malformed(offset: position) }

  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { unsafe $0.elementsEqual(bytes[position..<position + count]) }
  }

  /// Moves past the next `text`, and gives what stood before it.
  mutating func take(upTo text: StaticString) throws(Flaw) -> ArraySlice<UInt8> {
    let start = position
    while position < bytes.count {
      if starts(with: text) {
        defer { position += text.utf8CodeUnitCount }
        return bytes[start..<position]
      }
      position += 1
    }
    throw malformed
  }

  /// Comments and instructions give no event.
  private mutating func markup() throws(Flaw) -> Event? {
    if starts(with: "</") { return try endTag() }
    if starts(with: "<!--") {
      position += 4
      _ = try take(upTo: "-->")
      return nil
    }
    if starts(with: "<![CDATA[") {
      position += 9
      let content = try take(upTo: "]]>")
      guard !open.isEmpty else { throw malformed }
      return .text(String(decoding: content, as: UTF8.self))
    }
    if starts(with: "<?") {
      _ = try take(upTo: "?>")
      return nil
    }
    if starts(with: "<!") { throw .documentType }
    return try startTag()
  }

  private mutating func startTag() throws(Flaw) -> Event {
    position += 1
    guard !(open.isEmpty && hasRoot) else { throw malformed }
    hasRoot = true
    let qualified = try name()
    var element = Element(name: Self.local(qualified))
    while true {
      let hadSpace = skipSpace()
      if starts(with: "/>") {
        position += 2
        pendingEnd = element.name
        break
      }
      if starts(with: ">") {
        position += 1
        break
      }
      guard hadSpace else { throw malformed }
      element.attributes.append(try attribute())
    }
    open.append(qualified)
    guard open.count <= depthLimit else { throw .tooDeep }
    return .start(element)
  }

  private mutating func endTag() throws(Flaw) -> Event {
    position += 2
    let qualified = try name()
    _ = skipSpace()
    guard starts(with: ">"), open.popLast() == qualified else { throw malformed }
    position += 1
    return .end(Self.local(qualified))
  }

  private mutating func attribute() throws(Flaw) -> Attribute {
    let name = try name()
    _ = skipSpace()
    guard starts(with: "=") else { throw malformed }
    position += 1
    _ = skipSpace()
    let isDouble = starts(with: "\"")
    guard isDouble || starts(with: "'") else { throw malformed }
    position += 1
    let value = isDouble ? try take(upTo: "\"") : try take(upTo: "'")
    return Attribute(name: name, value: try Self.resolved(value))
  }

  private mutating func name() throws(Flaw) -> String {
    let start = position
    while position < bytes.count, !" \t\r\n=/><\"'&".utf8.contains(bytes[position]) { position += 1 }
    guard position > start, position - start <= 256 else { throw malformed }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, [0x20, 0x09, 0x0D, 0x0A].contains(bytes[position]) { position += 1 }
    return position > start
  }

  /// Character data; white space outside the root gives no event.
  private mutating func text() throws(Flaw) -> String? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    let slice = bytes[start..<position]
    guard open.isEmpty else { return try Self.resolved(slice) }
    guard slice.allSatisfy({ [0x20, 0x09, 0x0D, 0x0A].contains($0) }) else { throw malformed }
    return nil
  }

  private static func local(_ qualified: String) -> String {
    qualified.split(separator: ":", maxSplits: 1).last.map(String.init) ?? qualified
  }
}
