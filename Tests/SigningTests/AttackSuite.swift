import Cryptography
import PDFSyntax
import TestSupport
import Testing

@testable import Signing

/// Bent letters of every class that is known, made anew from sound ones.
struct AttackSuite {
  let fixture: SigningFixture
  /// Certified, form filling allowed.
  let certified: [UInt8]
  /// Signed without a certification.
  let approved: [UInt8]
  /// Up to an archive time-stamp.
  let archived: [UInt8]
  /// A letter with an image, a colour profile, an outline and a field that nobody may fill in, certified so that forms
  /// may be.
  let rich: [UInt8]

  init(fixture: SigningFixture) throws {
    self.fixture = fixture
    certified = try fixture.signed(.bB)
    approved = try fixture.signed(.bB, certification: nil)
    archived = try fixture.signed(.bLTA)
    rich = try DocumentSigner(identity: fixture.signer)
      .sign(SigningFixture.richLetter, fixture.request(certification: .formFilling))
  }

  func all() throws -> [Attack] {
    try bytes() + incremental() + ranges() + structure() + fields() + stores() + pages() + signatures()
      + trust() + references() + places() + overlays() + active() + messages() + chains()
  }

  private func bytes() throws -> [Attack] {
    [
      Attack(1, "a covered byte of the page", Attack.patched(certified, "100 100 l", "100 900 l")),
      Attack(1, "the signing time", Attack.patched(certified, "D:20260301", "D:20250301")),
      Attack(3, "a line behind the end", certified + Array("later\n".utf8)),
      Attack(3, "an object behind the end", certified + Array("4 0 obj\n<<>>\nendobj\n%%EOF\n".utf8)),
      Attack(
        3, "an object and an old startxref",
        certified
          + Array(
            "4 0 obj\n<<>>\nendobj\nstartxref\n\(try PDFFile(certified).revisions[1].startXRef)\n%%EOF\n".utf8
          )),
    ]
  }

  private func incremental() throws -> [Attack] {
    func content(_ text: String) -> PDFObject { .stream(PDFStream([:], bytes: Array(text.utf8))) }
    return [
      Attack(
        2, "new page content", try Attack.updated(certified) { $0.set(PDFReference(4), to: content("0 0 m")) }
      ),
      Attack(
        2, "a page that points elsewhere",
        try Attack.updated(approved) { update in
          let other = update.add(content("9 9 m"))
          var page = try update.file.object(PDFReference(3)).dictionary ?? [:]
          page["Contents"] = .reference(other)
          update.set(PDFReference(3), to: .dictionary(page))
        }),
      Attack(4, "a note over the page", try annotation(certified, "FreeText")),
      Attack(4, "a stamp over an approval", try annotation(approved, "Stamp")),
      Attack(
        5, "other pages in the catalog",
        try Attack.updated(certified) { update in
          let pages = update.add(
            .dictionary(["Type": .name("Pages"), "Count": .integer(0), "Kids": .array([])]))
          var catalog = try update.file.catalog()
          catalog["Pages"] = .reference(pages)
          update.set(PDFReference(1), to: .dictionary(catalog))
        }),
      Attack(
        5, "another catalog",
        Attack.patched(
          try Attack.updated(certified) { update in
            var catalog = try update.file.catalog()
            catalog["Lang"] = .string([0x61])
            let other = update.add(.dictionary(catalog))
            update.set(PDFReference(other.number), to: .dictionary(catalog))
          }, "/none", "/none")),
      Attack(6, "another font", try Attack.changed(certified, 11) { $0["BaseFont"] = .name("Symbol") }),
      Attack(6, "a font's encoding", try Attack.changed(approved, 11) { $0["Encoding"] = .name("Other") }),
      Attack(
        7, "another look of a signature",
        try Attack.updated(certified) { update in
          let form = update.add(
            .stream(PDFStream(["Subtype": .name("Form"), "Type": .name("XObject")], bytes: [0x71])))
          var field = try update.file.object(PDFReference(6)).dictionary ?? [:]
          field["AP"] = .dictionary(["N": .reference(form)])
          update.set(PDFReference(6), to: .dictionary(field))
        }),
      Attack(
        7, "a drawing changed in its place",
        try Attack.updated(certified) { $0.set(PDFReference(10), to: .stream(PDFStream([:], bytes: [0x71]))) }
      ),
    ]
  }

  private func annotation(_ bytes: [UInt8], _ kind: PDFName) throws -> [UInt8] {
    try Attack.updated(bytes) { update in
      let note = update.add(
        .dictionary([
          "Type": .name("Annot"), "Subtype": .name(kind), "Contents": .string([0x78]),
          "Rect": .array([.integer(0), .integer(0), .integer(500), .integer(500)]),
        ]))
      var page = try update.file.object(PDFReference(3)).dictionary ?? [:]
      page["Annots"] = .array((page["Annots"].array ?? []) + [.reference(note)])
      update.set(PDFReference(3), to: .dictionary(page))
    }
  }

  private func ranges() throws -> [Attack] {
    let range = String(decoding: certified[try bracket()], as: UTF8.self)
    let parts = range.dropFirst().dropLast().split(separator: " ").compactMap { Int($0) }
    let (before, next, after) = (parts[1], parts[2], parts[3])
    // Behind the range there is room.
    func with(_ text: String) -> [UInt8] {
      Attack.patched(certified, range + String(repeating: " ", count: 21), text)
    }
    return [
      Attack(8, "no byte range", Attack.patched(certified, "/ByteRange", "/BiteRange")),
      Attack(8, "a byte range of null", with("null")), Attack(8, "a byte range of zeros", with("[0 0 0 0]")),
      Attack(8, "a negative byte range", with("[0 \(parts[1]) \(parts[2]) -\(parts[3])]")),
      Attack(
        8, "an empty value",
        try Attack.gapped(certified) { bytes, gap in
          bytes.replaceSubrange(gap, with: [0x3C, 0x3E] + [UInt8](repeating: 0x20, count: gap.count - 2))
        }),
      Attack(
        8, "a value of zeros",
        try Attack.gapped(certified) { bytes, gap in
          bytes.replaceSubrange(gap, with: [0x3C] + [UInt8](repeating: 0x30, count: gap.count - 2) + [0x3E])
        }),
      Attack(8, "a byte range of real numbers", with("[0.0 \(before) \(next) \(after)]")),
      Attack(8, "a byte range beyond numbers", with("[0 \(before) \(next) 9223372036854775807]")),
      Attack(8, "a byte range of too many digits", with("[0 \(before) \(next) 18446744073709551616]")),
      Attack(8, "a byte range of references", with("[0 \(before) 4 0 R \(after)]")),
      Attack(8, "a byte range of six numbers", with("[0 \(before) \(next) 9 \(next + 9) \(after - 9)]")),
      Attack(
        8, "two byte ranges",
        with(range + "/ByteRange[0 1 2 3]")),
      Attack(
        8, "a second byte range in disguise",
        Attack.patched(certified, "/SubFilter/ETSI.CAdES.detached", "/Byte#52ange[0 1 2 3]")),
      Attack(
        8, "a value written as words",
        try Attack.gapped(certified) { bytes, gap in
          let digits = bytes[gap].dropFirst().dropLast()
          let value = stride(from: digits.startIndex, to: digits.endIndex, by: 2).compactMap {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
          }
          let words = value.flatMap { byte in
            [0x28, 0x29, 0x5C, 0x0D].contains(byte)
              ? Array("\\\(String(0o1000 + Int(byte), radix: 8).suffix(3))".utf8) : [byte]
          }
          let padding = [UInt8](repeating: 0, count: max(0, gap.count - 2 - words.count))
          bytes.replaceSubrange(gap, with: [0x28] + words + padding + [0x29])
        }),
      Attack(
        8, "a value with spaces inside",
        try Attack.gapped(certified) { bytes, gap in
          bytes.remove(at: gap.upperBound - 2)
          bytes.insert(0x20, at: gap.lowerBound + 9)
        }),
      Attack(9, "ranges that overlap", with("[0 \(next) \(before) \(after)]")),
      Attack(9, "a range that begins later", with("[9 \(before - 9) \(next) \(after)]")),
      Attack(9, "a gap without its brackets", with("[0 \(before + 1) \(next - 1) \(after + 1)]")),
      Attack(9, "a range beyond the end", with("[0 \(before) \(next) \(after + 99)]")),
      Attack(9, "a wider gap", with("[0 \(parts[1] - 40) \(parts[2]) \(parts[3])]")),
      Attack(9, "a second range further on", with("[0 \(parts[1]) \(parts[2] + 60) \(parts[3] - 60)]")),
      Attack(9, "a range that ends early", with("[0 \(parts[1]) \(parts[2]) \(parts[3] - 20)]")),
      Attack(
        9, "an entry in the gap",
        try Attack.gapped(certified) { bytes, gap in
          let hidden = Array(">/Reason(other)".utf8)
          bytes.replaceSubrange(
            gap.upperBound - hidden.count - 8..<gap.upperBound,
            with: hidden + [UInt8](repeating: 0x20, count: 8))
        }),
      Attack(
        10, "bytes behind the value",
        try Attack.gapped(certified) { bytes, gap in
          bytes.replaceSubrange(gap.upperBound - 9..<gap.upperBound - 1, with: Array("deadbeef".utf8))
        }),
      Attack(
        10, "one more digit behind the value",
        try Attack.gapped(archived) { bytes, gap in
          bytes[gap.upperBound - 2] = 0x31
        }),
    ]
  }

  private func bracket() throws -> Range<Int> {
    let marker = try #require(certified.range(of: "/ByteRange ["))
    let end = try #require(certified[marker.upperBound...].firstIndex(of: 0x5D))
    return marker.upperBound - 1..<end + 1
  }

  private func structure() throws -> [Attack] {
    let gapped = try DocumentSigner(identity: fixture.signer)
      .sign(SigningFixture.gappedLetter, fixture.request(certification: .formFilling))
    let signature = try #require(try FormField.all(in: PDFFile(certified)).first?.value?.number)
    return [
      Attack(11, "the signature freed", try Attack.continued(certified, free: [signature]) { _ in }),
      Attack(11, "the page's content freed", try Attack.continued(certified, free: [4]) { _ in }),
      Attack(
        11, "an old place again",
        try Attack.continued(certified) {
          $0.place(6, at: certified.range(of: "6 0 obj")?.lowerBound ?? 0)
        }),
      Attack(
        11, "a reference that pointed at nothing",
        try Attack.continued(gapped) { $0.object(90, "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>") }),
      Attack(
        11, "an object that nothing names",
        try Attack.continued(certified) {
          $0.raw("4 0 obj\n<<>>\nendobj\n")
          $0.object(95, "<</Kind/Other>>")
        }),
      Attack(11, "a chain in a circle", try Attack.continued(certified, trailer: "/XRefStm 17") { _ in }),
    ]
  }

  private func fields() throws -> [Attack] {
    let closed = try fixture.signed(.bB, certification: .noChanges)
    return [
      Attack(
        12, "a field filled in against the certification",
        try Attack.changed(closed, 9) { $0["V"] = .string([0x31]) }),
      Attack(
        12, "a field filled in after an approval",
        try Attack.changed(approved, 9) { $0["V"] = .string([0x31]) }),
      Attack(12, "a field of another name", try Attack.changed(certified, 9) { $0["T"] = .string([0x31]) }),
      Attack(12, "a field of another type", try Attack.changed(certified, 9) { $0["FT"] = .name("Btn") }),
      Attack(
        12, "a field moved",
        try Attack.changed(certified, 7) {
          $0["Rect"] = .array([.integer(0), .integer(0), .integer(595), .integer(842)])
        }),
      Attack(
        12, "the signature taken out",
        try Attack.changed(
          try fixture.signed(.bB, fields: ["Sig1", "Sig2"]), 6
        ) { $0["V"] = .null }),
      Attack(
        12, "a field taken from the form",
        try Attack.changed(certified, 5) {
          $0["Fields"] = .array([.reference(6)])
        }),
    ]
  }

  /// A packet of metadata with one property.
  private func metadata(_ property: String) -> PDFObject {
    let text =
      #"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">"#
      + #"<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">\#(property)</rdf:Description>"#
      + "</rdf:RDF></x:xmpmeta>"
    return .stream(
      PDFStream(["Type": .name("Metadata"), "Subtype": .name("XML")], bytes: Array(text.utf8)))
  }

  private func stores() throws -> [Attack] {
    [
      Attack(
        13, "a title in the metadata",
        try Attack.updated(certified) {
          $0.set(PDFReference(12), to: metadata("<xmp:Label>x</xmp:Label>"))
        }),
      Attack(
        13, "another kind of date in the metadata",
        try Attack.updated(certified) {
          $0.set(PDFReference(12), to: metadata(#"<xmp:ModifyDate xmlns:xmp="x">2026</xmp:ModifyDate>"#))
        }),
      Attack(
        13, "metadata that read files",
        try Attack.updated(certified) {
          $0.set(
            PDFReference(12),
            to: .stream(
              PDFStream(
                ["Type": .name("Metadata"), "Subtype": .name("XML")],
                bytes: Array(#"<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>"#.utf8))))
        }),
      Attack(13, "the store taken out", try Attack.changed(archived, 1) { $0["DSS"] = .null }),
      Attack(
        13, "the store emptied",
        try Attack.updated(archived) { update in
          let place = try #require(try update.file.catalog()["DSS"].reference)
          update.set(place, to: .dictionary(["Type": .name("DSS"), "Certs": .array([])]))
        }),
      Attack(
        13, "other metadata",
        try Attack.updated(certified) {
          $0.set(PDFReference(12), to: .stream(PDFStream(["Type": .name("Metadata")], bytes: [0x3C])))
        }),
      Attack(
        13, "an extension with a reference",
        try Attack.changed(certified, 1) {
          $0["Extensions"] = .dictionary(["X": .reference(4)])
        }),
    ]
  }

  private func pages() throws -> [Attack] {
    [
      Attack(
        14, "a page more",
        try Attack.updated(certified) { update in
          let page = update.add(.dictionary(["Type": .name("Page"), "Parent": .reference(2)]))
          update.set(
            PDFReference(2),
            to: .dictionary([
              "Type": .name("Pages"), "Count": .integer(2),
              "Kids": .array([.reference(3), .reference(page)]),
            ]))
        }),
      Attack(14, "a page less", try Attack.changed(certified, 2) { $0["Kids"] = .array([]) }),
      Attack(
        14, "a visible field over the page",
        try Attack.updated(approved) { update in
          let field = update.add(
            .dictionary([
              "FT": .name("Sig"), "T": .string([0x5A]), "Subtype": .name("Widget"), "Type": .name("Annot"),
              "Rect": .array([.integer(0), .integer(0), .integer(500), .integer(500)]),
            ]))
          var form = try update.file.object(PDFReference(5)).dictionary ?? [:]
          form["Fields"] = .array((form["Fields"].array ?? []) + [.reference(field)])
          update.set(PDFReference(5), to: .dictionary(form))
          var page = try update.file.object(PDFReference(3)).dictionary ?? [:]
          page["Annots"] = .array((page["Annots"].array ?? []) + [.reference(field)])
          update.set(PDFReference(3), to: .dictionary(page))
        }),
      Attack(14, "a page turned", try Attack.changed(certified, 3) { $0["Rotate"] = .integer(180) }),
    ]
  }
}
