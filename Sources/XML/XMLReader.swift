/// Reads XML forward, event by event, as far as workbooks and metadata use it (XML 1.0, UTF-8).
///
/// A document type is refused, so the only entities are XML's own five and numeric ones, and
/// nothing can be defined, included or expanded. How deep elements stand in one another is limited; what is held at any time
/// is the bytes given and one event.
public struct XMLReader {
  /// What comes next in the file.
  ///
  /// Names are without their namespace prefix.
  public enum Event: Hashable {
    case start(Element)
    case end(String)
    case text(String)
  }

  /// An element's start tag.
  public struct Element: Hashable {
    /// The name without its prefix.
    public var name: String
    /// The namespace's prefix, where the name has one.
    public var prefix: String?
    /// The attributes, in their order.
    public var attributes: [Attribute] = []

    init(qualified: String) {
      let colon = qualified.utf8.firstIndex(of: UInt8(ascii: ":"))
      prefix = colon.map { String(qualified[..<$0]) }
      name = colon.map { String(qualified[qualified.index(after: $0)...]) } ?? qualified
    }

    /// The value of an attribute: one without a prefix, or else one with any prefix.
    public subscript(name: String) -> String? {
      let found = attributes.first { $0.name == name } ?? attributes.first { $0.name.hasSuffix(":" + name) }
      return found?.value
    }
  }

  /// An attribute with its prefix.
  public struct Attribute: Hashable {
    /// The name with its prefix.
    public var name: String
    /// The value, its references resolved.
    public var value: String
  }

  /// What a text isn't read for.
  public enum Flaw: Error, Hashable {
    /// It isn't well-formed, at this byte.
    case malformed(offset: Int)
    /// It states a document type.
    case documentType
    /// It names an entity that only a document type could define.
    case unknownEntity(String)
    /// Its elements stand in one another deeper than the limit.
    case tooDeep
    /// It holds more than its reader takes.
    case tooManyItems
  }

  /// How much of what may stand inside the root is read.
  public enum Strictness: Hashable, Sendable {
    /// All that has no need of a document type.
    case ordinary
    /// Elements, comments and text alone: character sections and instructions are refused, because what one reader skips
    /// another shows.
    case plain
  }

  let bytes: [UInt8]
  var position = 0
  private let depthLimit: Int
  private let strictness: Strictness
  private var open: [String] = []
  private var pendingEnd: String?
  private var hasRoot = false

  /// A reader of `bytes`; elements stand at most `depthLimit` deep in one another.
  public init(_ bytes: [UInt8], depthLimit: Int, strictness: Strictness = .ordinary) {
    self.strictness = strictness
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.depthLimit = depthLimit
  }

  /// The next event, or `nil` after the root's end.
  public mutating func next() throws(Flaw) -> Event? {
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
      guard strictness == .ordinary else { throw malformed }
      position += 9
      let content = try take(upTo: "]]>")
      guard !open.isEmpty else { throw malformed }
      return .text(String(decoding: content, as: UTF8.self))
    }
    if starts(with: "<?") {
      guard strictness == .ordinary || open.isEmpty else { throw malformed }
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
    var element = Element(qualified: qualified)
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
    return .end(Element(qualified: qualified).name)
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
    guard !value.contains(UInt8(ascii: "<")) else { throw malformed }
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
}
