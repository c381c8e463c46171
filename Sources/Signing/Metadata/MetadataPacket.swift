import XML

/// What an XMP packet (ISO 16684-1) says, however it is written down: each property's path with its value.
struct MetadataPacket {
  /// The properties, without those that say when and by which program the file was last saved.
  let lasting: [String]

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "
  private static let language = "http://www.w3.org/XML/1998/namespace lang"
  private static let xmp = "http://ns.adobe.com/xap/1.0/ "
  private static let passing = [
    xmp + "ModifyDate", xmp + "MetadataDate", "http://ns.adobe.com/xap/1.0/mm/ InstanceID",
    "http://ns.adobe.com/pdf/1.3/ Producer",
  ]

  /// The packet in bytes; `nil` where it isn't one that can be compared.
  init?(_ bytes: [UInt8]) {
    guard let root = XMLNode(bytes) else { return nil }
    var found: [String] = []
    let parts = root.name == Self.rdf + "RDF" ? [root] : root.children
    guard root.name == Self.rdf + "RDF" || root.name == "adobe:ns:meta/ xmpmeta" else { return nil }
    for part in parts {
      guard part.name == Self.rdf + "RDF",
        part.children.allSatisfy({ $0.name == Self.rdf + "Description" })
      else { return nil }
      for subject in part.children { Self.add(subject, path: "", to: &found) }
    }
    lasting =
      found.filter { line in
        !Self.passing.contains { line.hasPrefix("/\($0)=") }
      }.sorted()
  }

  private static func add(_ node: XMLNode, path: String, to found: inout [String]) {
    for attribute in node.attributes {
      switch attribute.key {
      case rdf + "parseType": continue
      case rdf + "about" where attribute.value.isEmpty: continue
      // A value that is an address may stand as one or as text.
      case rdf + "resource": found.append("\(path)=\(attribute.value)")
      default: found.append("\(path)/\(attribute.key)=\(attribute.value)")
      }
    }
    let isSubject = node.name == rdf + "Description"
    // Text between elements means nothing in RDF, and so mustn't come or go unseen.
    // An address, or properties written as attributes, stand in place of the element's own text.
    let isElsewhere =
      node.text.isEmpty
      && node.attributes.keys.contains { $0 == rdf + "resource" || !$0.hasPrefix(rdf) && $0 != language }
    if node.children.isEmpty && !isSubject && !isElsewhere || !node.text.allSatisfy(\.isWhitespace) {
      found.append("\(path)=\(node.text)")
    }
    for (index, child) in node.children.enumerated() {
      switch child.name {
      case rdf + "Description": add(child, path: path, to: &found)
      case rdf + "li": add(child, path: "\(path)[\(index)]", to: &found)
      default: add(child, path: "\(path)/\(child.name)", to: &found)
      }
    }
  }
}
