import Content

/// The XMP packet of a file: what it is, and which standards it claims (ISO 16684-1; ISO 19005-3, 6.6).
enum XMPPacket {
  static func bytes(_ metadata: Document.Metadata, profile: Profile) -> [UInt8] {
    let date = DocumentDate(metadata.created).iso
    var rdf = ""
    rdf += description("dc", "http://purl.org/dc/elements/1.1/", dublinCore(metadata))
    rdf += description(
      "xmp", "http://ns.adobe.com/xap/1.0/",
      element("xmp:CreateDate", date) + element("xmp:ModifyDate", date)
        + element("xmp:CreatorTool", Self.tool))
    rdf += description("pdf", "http://ns.adobe.com/pdf/1.3/", element("pdf:Producer", Self.tool))
    rdf += description(
      "pdfaid", "http://www.aiim.org/pdfa/ns/id/",
      element("pdfaid:part", String(profile.pdfA.part))
        + element("pdfaid:conformance", profile.pdfA.level))
    if profile.claimsUniversalAccess {
      rdf += description("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", element("pdfuaid:part", "1"))
      rdf += Self.extensionSchema
    }
    let packet =
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\(rdf)</rdf:RDF>\n"
      + "</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    return Array(packet.utf8)
  }

  /// The name of the program, the same in XMP and in the information dictionary.
  static let tool = "Khitab"

  private static func dublinCore(_ metadata: Document.Metadata) -> String {
    var text = element("dc:title", alternatives(metadata.title))
    if !metadata.author.isEmpty {
      text += element("dc:creator", "<rdf:Seq><rdf:li>\(escaped(metadata.author))</rdf:li></rdf:Seq>")
    }
    if !metadata.subject.isEmpty { text += element("dc:description", alternatives(metadata.subject)) }
    text += element("dc:language", "<rdf:Bag><rdf:li>\(escaped(metadata.language))</rdf:li></rdf:Bag>")
    return text + element("dc:format", "application/pdf")
  }

  private static func alternatives(_ text: String) -> String {
    "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>"
  }

  private static func description(_ prefix: String, _ namespace: String, _ inside: String) -> String {
    "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(namespace)\">\n\(inside)</rdf:Description>\n"
  }

  private static func element(_ name: String, _ inside: String) -> String {
    "<\(name)>\(inside)</\(name)>\n"
  }

  /// Text as XML 1.0 may hold it: markup escaped, controls left out.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// PDF/A knows no schema of PDF/UA, so that the file describes it (ISO 19005-3, 6.6.2.3).
  private static let extensionSchema = """
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
