import PDFSyntax
import TestSupport
import Testing

@testable import Signing

extension AttackSuite {
  /// Objects that change their place, their number or their meaning without looking changed.
  func references() throws -> [Attack] {
    let content = "<</Length 18>>\nstream\n0 0 m 100 100 l S\nendstream"
    func stored(_ change: @escaping (inout IncrementalUpdate, inout PDFDictionary) -> Void) throws -> [UInt8]
    {
      try Attack.updated(rich) { update in
        var catalog = try update.file.catalog()
        change(&update, &catalog)
        update.set(PDFReference(1), to: .dictionary(catalog))
      }
    }
    let drawn = try #require(try PDFFile(certified).indirectObject(4)?.range)
    let same = String(
      decoding: certified[drawn].dropFirst("4 0 obj\n".utf8.count).dropLast("endobj".utf8.count),
      as: UTF8.self)
    let freed = try Attack.continued(certified, free: [4]) { _ in }
    return [
      Attack(
        17, "the page's content as the file's particulars",
        try Attack.continued(certified, trailer: "/Info 4 0 R") { $0.object(4, content) }),
      Attack(
        17, "a font as the file's particulars",
        try Attack.continued(certified, trailer: "/Info 11 0 R") { $0.object(11, "<</Producer(x)>>") }),
      Attack(
        17, "a store in the outline's place",
        try stored { update, catalog in
          catalog["DSS"] = .reference(15)
          update.set(PDFReference(15), to: .dictionary(["Type": .name("DSS")]))
        }),
      Attack(
        17, "a store's list in the outline's place",
        try stored { update, catalog in
          catalog["DSS"] = .reference(update.add(.dictionary(["CRLs": .reference(15)])))
          update.set(PDFReference(15), to: .array([]))
        }),
      Attack(
        17, "a store's list in a field's place",
        try stored { update, catalog in
          catalog["DSS"] = .dictionary(["VRI": .dictionary(["00": .reference(16)])])
          update.set(PDFReference(16), to: .dictionary([:]))
        }),
      Attack(
        17, "the content under another generation",
        try Attack.continued(certified) { $0.object(4, same, generation: 1) }),
      Attack(
        17, "other content under another generation",
        try Attack.continued(certified) { $0.object(4, content, generation: 7) }),
      Attack(
        17, "a number freed and used again", try Attack.continued(freed) { $0.object(4, content) }),
      Attack(17, "an image", try Attack.continued(rich) { $0.object(13, content) }),
      Attack(17, "a colour profile", try Attack.continued(rich) { $0.object(14, content) }),
      Attack(
        17, "the outline", try Attack.continued(rich) { $0.object(15, "<</Type/Outlines/First 4 0 R>>") }),
    ]
  }

  /// Cross-references that two readers follow to two places.
  func places() throws -> [Attack] {
    let (file, size) = (try PDFFile(certified), try PDFFile(certified).trailer["Size"].integer ?? 0)
    let start = file.revisions[1].startXRef
    let place = try #require(certified.range(of: "4 0 obj")?.lowerBound)
    func hybrid(free: [Int], _ write: (inout HandmadePDF) -> Void) throws -> [UInt8] {
      var next = HandmadePDF(continuing: certified, previous: start, size: size)
      write(&next)
      let hidden = next.hiddenSection(size + 1)
      next.end(trailer: "/XRefStm \(hidden)" + Attack.identifier(of: file), free: free)
      return next.bytes
    }
    let again = certified + Array("startxref\n\(start)\n%%EOF\n".utf8)
    func ending(_ text: String) -> [UInt8] { certified + Array(text.utf8) }
    let table = "xref\n0 0\ntrailer\n<</Size \(size)/Root 1 0 R\(Attack.identifier(of: file))/Prev "
    return [
      Attack(11, "a hybrid that takes away the content", try hybrid(free: [4]) { $0.place(4, at: place) }),
      Attack(
        11, "a hybrid that takes away a font",
        try hybrid(free: [11]) {
          $0.place(11, at: certified.range(of: "11 0 obj")?.lowerBound ?? 0)
        }),
      Attack(11, "a hybrid with other content", try hybrid(free: []) { $0.stream(4, [0x71]) }),
      Attack(11, "startxref twice", again),
      Attack(
        11, "a chain to itself",
        ending(table + "\(certified.count)>>\nstartxref\n\(certified.count)\n%%EOF\n")),
      Attack(
        11, "a chain forwards",
        ending(table + "\(certified.count + 400)>>\nstartxref\n\(certified.count)\n%%EOF\n")),
      Attack(
        11, "a chain past the signature",
        ending(table + "\(file.revisions[0].startXRef)>>\nstartxref\n\(certified.count)\n%%EOF\n")),
      Attack(
        11, "an object twice in a section",
        try Attack.continued(certified) {
          $0.object(4, "<<>>")
          $0.object(4, "<</A 1>>")
        }),
      Attack(11, "bytes before the header", Array("% \n".utf8) + certified),
      Attack(
        11, "a page's content in an object stream",
        try Attack.continued(certified) {
          $0.stream(size, Array("3 0 <</Type/Page>>".utf8), entries: "/Type/ObjStm/N 1/First 4")
          $0.endWithStream(
            size + 1, compressed: [(number: 3, stream: size, index: 0)], entries: Attack.identifier(of: file))
        }),
    ]
  }
}
