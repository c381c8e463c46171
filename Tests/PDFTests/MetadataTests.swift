import Content
import Foundation
import TestSupport
import Testing

@testable import PDF

@Suite struct MetadataTests {
  @Test(arguments: [
    ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z", "D:20261123100000Z"),
    ("2026-11-23", "2026-11-23T00:00:00Z", "D:20261123000000Z"),
    ("", "2000-01-01T00:00:00Z", "D:20000101000000Z"),
  ])
  func aMomentIsWrittenBothWays(text: String, iso: String, pdf: String) {
    #expect(DocumentDate(text).iso == iso)
    #expect(DocumentDate(text).pdf == pdf)
  }

  @Test func whatADocumentSaysOfItselfCannotBecomeMarkup() throws {
    let metadata = Document.Metadata(title: "</rdf:li> & <b>\u{1}", author: "\"أ\"", subject: "<!--")
    let packet = Data(XMPPacket.bytes(metadata, profile: .official))
    let read = String(
      decoding: try Tool.run("/usr/bin/python3", "-c", Self.reader, input: Array(packet)), as: UTF8.self)
    #expect(read == "</rdf:li> & <b> |\"أ\"|<!--|3|A|1")
  }

  /// Prints what Python's XML reader finds in the packet.
  private static let reader = """
    import sys, xml.etree.ElementTree as E
    root = E.fromstring(sys.stdin.buffer.read())
    found = lambda tag: next(e for e in root.iter() if e.tag.endswith(tag))
    first = lambda tag: next(found(tag).iter('{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li')).text
    sys.stdout.write('|'.join([first('}title'), first('}creator'), first('}description'),
      found('ns/id/}part').text, found('}conformance').text, found('pdfua/ns/id/}part').text]))
    """

  @Test func theColourProfileIsThatOfSRGB() {
    let profile = SRGBProfile.bytes
    #expect(profile.u32(0) == profile.count)
    #expect(String(decoding: profile[36..<40], as: UTF8.self) == "acsp")
    // Its three primaries and white are in the connection space's own white, D50.
    let white = [0.9642, 1, 0.8249]
    for axis in 0..<3 {
      let sum = (2..<5).reduce(0.0) { total, tag in
        let place = profile.u32(128 + 4 + 12 * (tag + 1) + 4)
        return total + Double(profile.u32(place + 8 + 4 * axis)) / 65536
      }
      #expect(abs(sum - white[axis]) < 0.001)
    }
  }

  @Test(arguments: [(Profile.official, 3, "A", true), (.print, 3, "A", true), (.archive, 2, "U", false)])
  func aProfileClaimsItsStandards(profile: Profile, part: Int, level: String, claimsAccess: Bool) {
    let packet = String(decoding: XMPPacket.bytes(.init(title: "a"), profile: profile), as: UTF8.self)
    #expect(packet.contains("<pdfaid:part>\(part)<") && packet.contains("<pdfaid:conformance>\(level)<"))
    #expect(packet.contains("<pdfuaid:part>1<") == claimsAccess)
  }
}
