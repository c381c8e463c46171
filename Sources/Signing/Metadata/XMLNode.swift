/// An element of XML 1.0 with namespaces, read without a document type, outside references or anything but elements,
/// attributes and text: what XMP packets are made of.
struct XMLNode {
  /// The namespace and the local name, with a space between them.
  var name: String
  /// The attributes by namespace and local name; declarations of namespaces aren't among them.
  var attributes: [String: String] = [:]
  var children: [XMLNode] = []
  /// The text directly in the element.
  var text = ""

  /// The one element that bytes hold; `nil` where they are anything else.
  init?(_ bytes: [UInt8]) {
    guard bytes.count <= 4 << 20, let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var reader = XMLReader(text)
    guard let root = reader.document() else { return nil }
    self = root
  }

  init(name: String) { self.name = name }
}

/// Reads one element and what is in it.
private struct XMLReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func document() -> XMLNode? {
    if scalars.first == "\u{FEFF}" { position = 1 }
    guard skipMisc(), let root = element(["xml": "http://www.w3.org/XML/1998/namespace"], depth: 0),
      skipMisc(),
      position == scalars.count
    else { return nil }
    return root
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func skip(_ text: StaticString) -> Bool {
    let wanted = Array(text.description.unicodeScalars)
    guard position + wanted.count <= scalars.count,
      scalars[position..<position + wanted.count].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  private mutating func skipSpace() {
    while let next, [" ", "\n", "\r", "\t"].contains(next) { position += 1 }
  }

  /// Passes over instructions and comments; a document type isn't read.
  private mutating func skipMisc() -> Bool {
    while true {
      skipSpace()
      if skip("<?") {
        guard pass("?>") else { return false }
      } else if skip("<!--") {
        guard pass("-->") else { return false }
      } else {
        return true
      }
    }
  }

  private mutating func pass(_ end: StaticString) -> Bool {
    while position < scalars.count {
      if skip(end) { return true }
      position += 1
    }
    return false
  }

  private mutating func qualifiedName() -> String? {
    var name = String.UnicodeScalarView()
    while let next, next.properties.isAlphabetic || "0123456789_-.:".unicodeScalars.contains(next) {
      name.append(next)
      position += 1
    }
    return name.isEmpty ? nil : String(name)
  }

  private mutating func element(_ outer: [String: String], depth: Int) -> XMLNode? {
    guard depth < 64, skip("<"), let raw = qualifiedName() else { return nil }
    var spaces = outer
    var attributes: [(name: String, value: String)] = []
    while true {
      skipSpace()
      if next == "/" || next == ">" { break }
      guard let name = qualifiedName(), let value = attributeValue(), attributes.count < 4096 else {
        return nil
      }
      if name == "xmlns" || name.hasPrefix("xmlns:") {
        spaces[name == "xmlns" ? "" : String(name.dropFirst(6))] = value
      } else {
        attributes.append((name, value))
      }
    }
    guard let name = Self.resolve(raw, spaces, isAttribute: false) else { return nil }
    var node = XMLNode(name: name)
    for attribute in attributes {
      guard let name = Self.resolve(attribute.name, spaces, isAttribute: true),
        node.attributes.updateValue(attribute.value, forKey: name) == nil
      else { return nil }
    }
    if skip("/>") { return node }
    guard skip(">") else { return nil }
    while true {
      guard let next else { return nil }
      if next != "<" {
        guard let text = text(until: "<") else { return nil }
        node.text += text
      } else if skip("</") {
        guard qualifiedName() == raw else { return nil }
        skipSpace()
        return skip(">") ? node : nil
      } else if skip("<!--") {
        guard pass("-->") else { return nil }
      } else {
        guard let child = element(spaces, depth: depth + 1) else { return nil }
        node.children.append(child)
      }
    }
  }

  private mutating func attributeValue() -> String? {
    skipSpace()
    guard skip("=") else { return nil }
    skipSpace()
    guard let quote = next, quote == "\"" || quote == "'" else { return nil }
    position += 1
    guard let value = text(until: quote), next == quote, !value.contains("<") else { return nil }
    position += 1
    return value
  }

  private mutating func text(until end: Unicode.Scalar) -> String? {
    var text = String.UnicodeScalarView()
    while let next, next != end {
      position += 1
      guard next == "&" else {
        text.append(next)
        continue
      }
      var reference = String.UnicodeScalarView()
      while let digit = self.next, digit != ";" {
        guard reference.count < 10 else { return nil }
        reference.append(digit)
        position += 1
      }
      guard skip(";"), let scalar = Self.scalar(String(reference)) else { return nil }
      text.append(scalar)
    }
    return String(text)
  }

  private static func scalar(_ reference: String) -> Unicode.Scalar? {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard reference.hasPrefix("#") else { return nil }
    let isHexadecimal = reference.hasPrefix("#x")
    let number = UInt32(reference.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init)
  }

  private static func resolve(_ name: String, _ spaces: [String: String], isAttribute: Bool) -> String? {
    guard let colon = name.firstIndex(of: ":") else {
      return isAttribute ? " " + name : (spaces[""] ?? "") + " " + name
    }
    guard let space = spaces[String(name[..<colon])] else { return nil }
    return space + " " + name[name.index(after: colon)...]
  }
}
