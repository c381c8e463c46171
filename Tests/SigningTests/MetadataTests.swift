import Testing

@testable import Signing

/// Metadata are compared by what they say, not by how they are written down.
@Suite struct MetadataTests {
  private func packet(_ body: String) -> [UInt8] {
    let text =
      #"<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="any">"#
      + #"<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\#(body)</r:RDF></x:xmpmeta><?xpacket end="w"?>"#
    return Array(text.utf8)
  }

  private func lasting(_ body: String) throws -> [String] {
    try #require(MetadataPacket(packet(body)), "\(body)").lasting
  }

  @Test func onePropertyIsTheSameInBothSpellings() throws {
    let attribute = try lasting(
      #"<r:Description r:about="" xmlns:p="http://www.aiim.org/pdfa/ns/id/" p:part="3" p:conformance="A"/>"#)
    let elements = try lasting(
      """
      <r:Description r:about="" xmlns:q="http://www.aiim.org/pdfa/ns/id/"><!-- x -->
        <q:conformance>A</q:conformance></r:Description>
      <r:Description r:about="" xmlns:q="http://www.aiim.org/pdfa/ns/id/"><q:part>&#51;</q:part></r:Description>
      """)
    #expect(attribute == elements && attribute.count == 2)
    func thing(_ body: String) -> String {
      #"<r:Description r:about="" xmlns:p="x:y"><p:thing><r:Seq>\#(body)</r:Seq></p:thing></r:Description>"#
    }
    let spellings = [
      #"<r:li r:parseType="Resource"><p:name>a</p:name><p:at>x:z</p:at></r:li>"#,
      #"<r:li><r:Description p:name="a"><p:at r:resource="x:z"/></r:Description></r:li>"#,
      #"<r:li p:name="a" p:at="x:z"/>"#,
    ]
    #expect(Set(try spellings.map { try lasting(thing($0)) }).count == 1)
  }

  @Test(
    arguments: [
      "<p:part>2</p:part>", "<p:part>3</p:part><p:part>3</p:part>", "<p:Part>3</p:Part>",
      "<p:part xml:lang=\"ar\">3</p:part>", "<p:part><r:Bag><r:li>3</r:li></r:Bag></p:part>", "",
    ]) func everyOtherValueIsAnother(_ body: String) throws
  {
    func description(_ body: String) -> String {
      #"<r:Description r:about="" xmlns:p="x:y">\#(body)</r:Description>"#
    }
    #expect(try lasting(description(body)) != lasting(description("<p:part>3</p:part>")))
  }

  @Test func whenAndByWhatItWasSavedPasses() throws {
    let body = #"""
      <r:Description r:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        pdf:Producer="any"><xmp:ModifyDate>2026-03-01</xmp:ModifyDate></r:Description>
      """#
    #expect(try lasting(body) == [])
    // What is inside another property isn't the file's.
    let inside = body.replacing("<xmp:M", with: "<xmp:Thing r:parseType=\"Resource\"><xmp:M")
      .replacing("</r:D", with: "</xmp:Thing></r:D")
    #expect(try lasting(inside).count == 1)
  }

  @Test(
    arguments: [
      "<", "<a>", "<a></b>", "<a b='1' b='2'/>", "<a>&unknown;</a>", "<!DOCTYPE a><a/>", "<a/><a/>", "<p:a/>",
      "<a><![CDATA[x]]></a>", "<a b='<'/>", "<a>&#xD800;</a>",
    ]) func whatIsNoXMLIsNoPacket(_ text: String)
  {
    #expect(MetadataPacket(packet(text)) == nil)
  }
}
