/// An element of XML 1.0 with namespaces, read whole: what XMP packets are made of.
///
/// It is read without a document type, outside references or anything but elements, attributes, comments and text, and is
/// refused where two readers could see different things in it.
public struct XMLNode {
  /// The namespace and the local name, with a space between them.
  public var name: String
  /// The attributes by namespace and local name; declarations of namespaces aren't among them.
  public var attributes: [String: String] = [:]
  /// The elements directly in it, in their order.
  public var children: [XMLNode] = []
  /// The text directly in the element.
  public var text = ""

  /// The most bytes that are read.
  private static let sizeLimit = 4 << 20
  /// How deep elements may stand in one another.
  private static let depthLimit = 64
  private static let attributeLimit = 4096

  /// The one element that bytes hold; `nil` where they are anything else.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = XMLReader(bytes, depthLimit: Self.depthLimit, strictness: .plain)
    var open: [(node: XMLNode, namespaces: Namespaces)] = []
    var root: XMLNode?
    do throws(XMLReader.Flaw) {
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          var namespaces = open.last?.namespaces ?? Namespaces()
          guard let node = XMLNode(element, in: &namespaces) else { return nil }
          open.append((node, namespaces))
        case .text(let text): open[open.count - 1].node.text += text
        case .end:
          let node = open.removeLast().node
          if open.isEmpty { root = node } else { open[open.count - 1].node.children.append(node) }
        }
      }
    } catch {
      return nil
    }
    guard let root else { return nil }
    self = root
  }

  /// An element without its content; `nil` where a prefix is undeclared, a name isn't one, or an attribute stands twice.
  private init?(_ element: XMLReader.Element, in namespaces: inout Namespaces) {
    guard element.attributes.count <= Self.attributeLimit else { return nil }
    var stated: [XMLReader.Attribute] = []
    var declared: Set<String> = []
    for attribute in element.attributes {
      guard let prefix = Namespaces.declared(by: attribute.name) else {
        stated.append(attribute)
        continue
      }
      guard declared.insert(prefix).inserted else { return nil }
      namespaces.uris[prefix] = attribute.value
    }
    let qualified = element.prefix.map { $0 + ":" + element.name } ?? element.name
    guard let name = namespaces.resolved(qualified, isAttribute: false) else { return nil }
    self.name = name
    for attribute in stated {
      guard let name = namespaces.resolved(attribute.name, isAttribute: true),
        attributes.updateValue(attribute.value, forKey: name) == nil
      else { return nil }
    }
  }
}

/// The namespaces that are declared around a place (Namespaces in XML 1.0).
private struct Namespaces {
  /// Each by its prefix; the one without a prefix by the empty one.
  var uris = ["xml": "http://www.w3.org/XML/1998/namespace"]

  /// The prefix that an attribute declares a namespace for; `nil` where it declares none.
  static func declared(by attribute: String) -> String? {
    if attribute == "xmlns" { return "" }
    return attribute.hasPrefix("xmlns:") ? String(attribute.dropFirst(6)) : nil
  }

  /// The namespace and local name, with a space between them; `nil` for an undeclared prefix or no name.
  func resolved(_ name: String, isAttribute: Bool) -> String? {
    let isName = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789_-.:".unicodeScalars.contains($0)
    }
    guard isName else { return nil }
    guard let colon = name.firstIndex(of: ":") else {
      return (isAttribute ? "" : uris[""] ?? "") + " " + name
    }
    return uris[String(name[..<colon])].map { $0 + " " + name[name.index(after: colon)...] }
  }
}
