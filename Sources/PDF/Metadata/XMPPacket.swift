import Content

/// The XMP packet of a file: what it is, and which standards it claims (ISO 16684-1; ISO 19005-3, 6.6).
enum XMPPacket {
  static func bytes(_ metadata: Document.Metadata, profile: Profile) -> [UInt8] {
    let date = DocumentDate(metadata.created).iso
    var packet = PDFBytes()
    packet.reserve(4096)
    packet.add("<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n")
    packet.add("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n")
    packet.add("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
    packet.addDescription("dc", "http://purl.org/dc/elements/1.1/") { $0.addDublinCore(metadata) }
    packet.addDescription("xmp", "http://ns.adobe.com/xap/1.0/") {
      $0.addElement("xmp:CreateDate", date)
      $0.addElement("xmp:ModifyDate", date)
      $0.addElement("xmp:CreatorTool", Self.tool)
    }
    packet.addDescription("pdf", "http://ns.adobe.com/pdf/1.3/") { $0.addElement("pdf:Producer", Self.tool) }
    packet.addDescription("pdfaid", "http://www.aiim.org/pdfa/ns/id/") {
      $0.addElement("pdfaid:part", String(profile.pdfA.part))
      $0.addElement("pdfaid:conformance", profile.pdfA.level)
    }
    if profile.claimsUniversalAccess {
      packet.addDescription("pdfuaid", "http://www.aiim.org/pdfua/ns/id/") {
        $0.addElement("pdfuaid:part", "1")
      }
      packet.add(Self.extensionSchema)
    }
    packet.add("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
    return packet.bytes
  }

  /// The name of the program, the same in XMP and in the information dictionary.
  static let tool = "Khitab"

  /// PDF/A knows no schema of PDF/UA, so that the file describes it (ISO 19005-3, 6.6.2.3).
  private static let extensionSchema: StaticString = """
    <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>The part of ISO 14289 the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
    </rdf:li></rdf:Bag></pdfaExtension:schemas>
    </rdf:Description>

    """
}

extension PDFBytes {
  fileprivate mutating func addDublinCore(_ metadata: Document.Metadata) {
    addElement("dc:title") { $0.addAlternatives(metadata.title) }
    if !metadata.author.isEmpty { addElement("dc:creator") { $0.addItems("rdf:Seq", metadata.author) } }
    if !metadata.subject.isEmpty {
      addElement("dc:description") { $0.addAlternatives(metadata.subject) }
    }
    addElement("dc:language") { $0.addItems("rdf:Bag", metadata.language) }
    addElement("dc:format", "application/pdf")
  }

  private mutating func addAlternatives(_ text: String) {
    add("<rdf:Alt><rdf:li xml:lang=\"x-default\">")
    addText(text)
    add("</rdf:li></rdf:Alt>")
  }

  private mutating func addItems(_ container: StaticString, _ item: String) {
    add("<")
    add(container)
    add("><rdf:li>")
    addText(item)
    add("</rdf:li></")
    add(container)
    add(">")
  }

  fileprivate mutating func addDescription(
    _ prefix: StaticString, _ namespace: StaticString, _ inside: (inout PDFBytes) -> Void
  ) {
    add("<rdf:Description rdf:about=\"\" xmlns:")
    add(prefix)
    add("=\"")
    add(namespace)
    add("\">\n")
    inside(&self)
    add("</rdf:Description>\n")
  }

  fileprivate mutating func addElement(_ name: StaticString, _ text: String) {
    addElement(name) { $0.addText(text) }
  }

  private mutating func addElement(_ name: StaticString, _ inside: (inout PDFBytes) -> Void) {
    add("<")
    add(name)
    add(">")
    inside(&self)
    add("</")
    add(name)
    add(">\n")
  }

  /// Adds text as XML 1.0 may hold it: markup escaped, controls left out.
  private mutating func addText(_ text: String) {
    // The first bytes of all that can't stand as it is.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0xEF })
    else { return add(utf8: text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": add("&amp;")
      case "<": add("&lt;")
      case ">": add("&gt;")
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: add(" ")
      default: add(utf8: String(scalar))
      }
    }
  }
}
