import Testing
import XML

@Suite struct XMLReaderTests {
  /// The events of a text in short: `<a b=c>`, `</a>` and the text itself; a flaw ends them.
  private func events(
    _ text: String, depth: Int = 8, strictness: XMLReader.Strictness = .ordinary
  ) -> String {
    var reader = XMLReader(Array(text.utf8), depthLimit: depth, strictness: strictness)
    var found = ""
    do throws(XMLReader.Flaw) {
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          found +=
            "<"
            + ([element.name] + element.attributes.map { "\($0.name)=\($0.value)" }).joined(separator: " ")
            + ">"
        case .end(let name): found += "</\(name)>"
        case .text(let text): found += text
        }
      }
      return found
    } catch {
      return found + "!\(error)"
    }
  }

  @Test(arguments: [
    ("<a/>", "<a></a>"), ("\u{FEFF}<?xml version='1.0'?> <a>ب</a> <!-- x -->", "<a>ب</a>"),
    ("<p:a b='1' p:c=\"د\"><p:e /></p:a>", "<a b=1 p:c=د><e></e></a>"),
    ("<a>&lt;&amp;&gt;&quot;&apos;&#1605;&#x645;</a>", "<a><&>\"'مم</a>"),
    ("<a><![CDATA[<&]]>x</a>", "<a><&x</a>"), ("<a>1\r\n2\r3</a>", "<a>1\n2\n3</a>"),
  ]) func readsEvents(text: String, expected: String) {
    #expect(events(text) == expected)
  }

  @Test(arguments: [
    ("", "!malformed(offset: 0)"), ("<a>", "<a>!malformed(offset: 3)"),
    ("<a></b>", "<a>!malformed(offset: 6)"),
    ("<a/><b/>", "<a></a>!malformed(offset: 5)"), ("x<a/>", "!malformed(offset: 1)"),
    ("<a b>", "!malformed(offset: 4)"),
    ("<a b=c/>", "!malformed(offset: 5)"), ("<a b='1'c='2'/>", "!malformed(offset: 8)"),
    ("<a>&nbsp;</a>", "<a>!unknownEntity(\"nbsp\")"), ("<a>&#0;</a>", "<a>!unknownEntity(\"#0\")"),
    ("<a>& b</a>", "<a>!malformed(offset: 4)"), ("<!DOCTYPE a><a/>", "!documentType"),
    ("<a><!ENTITY b 'c'></a>", "<a>!documentType"), ("<!-- x", "!malformed(offset: 6)"),
    ("<a><a><a></a></a></a>", "<a><a>!tooDeep"), ("<a b='<'/>", "!malformed(offset: 8)"),
    ("<a>&#+5;</a>", "<a>!unknownEntity(\"#+5\")"), ("<a>&#x-5;</a>", "<a>!unknownEntity(\"#x-5\")"),
    ("<a>&#xD800;</a>", "<a>!unknownEntity(\"#xD800\")"),
    ("<a>&#99999999;</a>", "<a>!unknownEntity(\"#99999999\")"),
  ]) func refusesWhatIsntWellFormed(text: String, expected: String) {
    #expect(events(text, depth: 2) == expected)
  }

  /// What one reader skips and another shows is refused where it matters.
  @Test(arguments: [
    ("<?x y?><a>b<!-- c --></a><?x y?>", "<a>b</a>"), ("<a><![CDATA[b]]></a>", "<a>!malformed(offset: 3)"),
    ("<a><?x y?></a>", "<a>!malformed(offset: 3)"), ("<!DOCTYPE a><a/>", "!documentType"),
  ]) func readsPlainTextAlone(text: String, expected: String) {
    #expect(events(text, strictness: .plain) == expected)
  }

  /// Broken at every place, a text is read or refused, and what is read of it is never more than it holds.
  @Test func endsWhateverItIsGiven() {
    let whole = Array(
      "<?xml version='1.0'?><p:a xmlns:p='x:y' b='&lt;'>ب&#1605;<!-- c --><c/><![CDATA[d]]></p:a>".utf8)
    var refused = 0
    for place in whole.indices {
      for byte in Array("<>&;'\"!?-[]/ x".utf8) + [0, 0xFF] {
        var broken = whole
        broken[place] = byte
        var reader = XMLReader(broken, depthLimit: 4)
        var (count, size) = (0, 0)
        do throws(XMLReader.Flaw) {
          while let event = try reader.next() {
            count += 1
            if case .text(let text) = event { size += text.unicodeScalars.count }
          }
        } catch {
          refused += 1
        }
        #expect(count <= whole.count && size <= whole.count)
      }
    }
    #expect(refused > 200)
  }
}
