import Testing
import XML

/// Whole elements with their namespaces, and everything that is refused.
@Suite struct XMLNodeTests {
  private func node(_ text: String) -> XMLNode? { XMLNode(Array(text.utf8)) }

  @Test func namesAreThoseOfTheirNamespaces() throws {
    let root = try #require(
      node(
        "<p:a xmlns:p='x:1' xmlns='x:2' b='1' p:b='2'>t<c xmlns='x:3'/><c/>&#x75;<q:d xmlns:q='x:1'/></p:a>"))
    #expect(root.name == "x:1 a" && root.text == "tu")
    #expect(root.attributes == [" b": "1", "x:1 b": "2"])
    #expect(root.children.map(\.name) == ["x:3 c", "x:2 c", "x:1 d"])
  }

  @Test(arguments: [
    "", "<", "<a>", "<a></b>", "<a/><a/>", "x<a/>", "<a/>x", "<p:a/>", "<a p:b='1'/>", "<a b='1' b='2'/>",
    "<a xmlns:p='x' xmlns:q='x' p:b='1' q:b='2'/>", "<a xmlns:p='x' xmlns:p='y'/>", "<a b='<'/>", "<a b=1/>",
    "<a>&unknown;</a>", "<a>&#xD800;</a>", "<a>&#0;</a>", "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a><![CDATA[x]]></a>", "<a><?x y?></a>", "<a@/>",
    "<a b@='1'/>",
  ]) func isRefused(text: String) {
    #expect(node(text) == nil)
  }

  @Test func depthSizeAndEncodingHaveTheirLimits() {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(node(nested(64)) != nil && node(nested(65)) == nil && node(nested(10_000)) == nil)
    #expect(node("<a>" + String(repeating: "x", count: 4 << 20) + "</a>") == nil)
    func attributes(_ count: Int) -> String { "<a" + (0..<count).map { " b\($0)=''" }.joined() + "/>" }
    #expect(node(attributes(4096)) != nil && node(attributes(4097)) == nil)
    #expect(XMLNode(Array("<a>".utf8) + [0xC3, 0x28] + Array("</a>".utf8)) == nil)
  }
}
