import Cryptography
import PDFSyntax
import TestSupport
import Testing

@testable import Signing

extension AttackSuite {
  private func rectangle(_ sides: Int...) -> PDFObject { .array(sides.map { .integer($0) }) }

  /// A form that paints.
  private var drawing: PDFObject {
    .stream(
      PDFStream(
        ["Subtype": .name("Form"), "Type": .name("XObject"), "BBox": rectangle(0, 0, 500, 500)],
        bytes: Array("0 0 500 500 re f".utf8)))
  }

  /// A file with one more annotation, which may be a field too.
  private func annotated(
    _ bytes: [UInt8], _ entries: PDFDictionary, isField: Bool = false
  ) throws -> [UInt8] {
    try Attack.updated(bytes) { update in
      var entries = entries
      entries["Type"] = .name("Annot")
      if entries["AP"] == .boolean(true) {
        entries["AP"] = .dictionary(["N": .reference(update.add(drawing))])
      }
      if entries["Rect"] == .null { entries["Rect"] = rectangle(0, 0, 500, 500) }
      let item = update.add(.dictionary(entries))
      var page = try update.file.object(PDFReference(3)).dictionary ?? [:]
      page["Annots"] = .array((page["Annots"].array ?? []) + [.reference(item)])
      update.set(PDFReference(3), to: .dictionary(page))
      guard isField else { return }
      var form = try update.file.object(PDFReference(5)).dictionary ?? [:]
      form["Fields"] = .array((form["Fields"].array ?? []) + [.reference(item)])
      update.set(PDFReference(5), to: .dictionary(form))
    }
  }

  /// What lies over the page: notes, fields, looks.
  func overlays() throws -> [Attack] {
    let open = try fixture.signed(.bB, certification: .annotations)
    func note(_ entries: PDFDictionary) throws -> [UInt8] { try annotated(open, entries) }
    let field: PDFDictionary = ["Subtype": .name("Widget"), "FT": .name("Sig"), "T": .string([0x5A])]
    func newField(_ entries: PDFDictionary) throws -> [UInt8] {
      var all = field
      for entry in entries { all[entry.key] = entry.value }
      return try annotated(approved, all, isField: true)
    }
    func looking(
      _ bytes: [UInt8], _ number: Int, _ change: @escaping (inout PDFDictionary) -> Void = { _ in }
    )
      throws -> [UInt8]
    {
      try Attack.updated(bytes) { update in
        let form = update.add(drawing)
        var dictionary = try update.file.object(PDFReference(number)).dictionary ?? [:]
        dictionary["AP"] = .dictionary(["N": .reference(form)])
        change(&dictionary)
        update.set(PDFReference(number), to: .dictionary(dictionary))
      }
    }
    let script = PDFObject.dictionary(["S": .name("JavaScript"), "JS": .string([0x78])])
    var stampRequest = fixture.request("Sig2")
    stampRequest.appearance = try PDFFile(HandmadePDF.minimal().bytes)
    let clock = fixture.clock()
    let stamped = try PDFFile(certified)
    let drawn = try SignatureWriter(
      file: stamped, fields: try FormField.all(in: stamped), request: stampRequest, subFilter: "ETSI.RFC3161",
      room: 12_000
    ).write { before, after throws(SigningError) in
      Array(
        try TimestampRequest.token(for: DigestAlgorithm.sha256.digest(of: before, and: after), from: clock)
          .der)
    }
    return [
      Attack(18, "a note that runs a script", try note(["Subtype": .name("Text"), "A": script])),
      Attack(18, "a link", try note(["Subtype": .name("Link"), "Dest": .string([0x78])])),
      Attack(18, "a file over the page", try note(["Subtype": .name("FileAttachment")])),
      Attack(18, "a redaction", try note(["Subtype": .name("Redact")])),
      Attack(18, "a watermark", try note(["Subtype": .name("Watermark"), "AP": .boolean(true)])),
      Attack(
        18, "a stamp where notes are allowed", try note(["Subtype": .name("Stamp"), "AP": .boolean(true)]),
        verdict: .indeterminate),
      Attack(
        18, "words where notes are allowed", try note(["Subtype": .name("FreeText"), "DA": .string([0x78])]),
        verdict: .indeterminate),
      Attack(
        18, "a highlight that covers", try note(["Subtype": .name("Highlight"), "AP": .boolean(true)]),
        verdict: .indeterminate),
      Attack(
        18, "a field that shows on paper alone", try newField(["F": .integer(0x24), "AP": .boolean(true)])),
      Attack(
        18, "a field as thin as a line",
        try newField(["Rect": rectangle(0, 0, 0, 500), "MK": .dictionary(["BC": .array([.integer(0)])])])),
      Attack(
        18, "a hidden field with a script",
        try newField(["Rect": rectangle(0, 0, 0, 0), "AA": .dictionary(["PO": script])])),
      Attack(18, "a hidden field that acts", try newField(["F": .integer(2), "A": script])),
      Attack(18, "a time-stamp that draws", drawn),
      Attack(12, "a field's look without its value", try looking(certified, 9)),
      Attack(
        12, "a field's state without its value",
        try Attack.changed(certified, 9) { $0["AS"] = .name("On") }),
      Attack(12, "a fixed field filled in", try looking(rich, 16) { $0["V"] = .string([0x39]) }),
      Attack(
        12, "a field taken over by a script",
        try looking(certified, 9) {
          $0["V"] = .string([0x39])
          $0["AA"] = .dictionary(["K": script])
        }),
      Attack(
        12, "a field made larger while it is filled in",
        try looking(certified, 9) {
          $0["V"] = .string([0x39])
          $0["Rect"] = .array([.integer(0), .integer(0), .integer(595), .integer(842)])
        }),
      Attack(12, "the only signature taken out", try Attack.changed(certified, 6) { $0["V"] = .null }),
      Attack(12, "the form taken out", try Attack.changed(certified, 1) { $0["AcroForm"] = .null }),
      Attack(12, "a form without fields", try Attack.changed(certified, 5) { $0["Fields"] = .array([]) }),
    ]
  }

  /// What wakes up, in the file that was signed or behind it.
  func active() throws -> [Attack] {
    let script = PDFObject.dictionary(["S": .name("JavaScript"), "JS": .string([0x78])])
    func catalog(_ key: PDFName, _ value: PDFObject) throws -> [UInt8] {
      try Attack.changed(certified, 1) { $0[key] = value }
    }
    func signed(_ more: [String], _ entries: String) throws -> [UInt8] {
      var request = fixture.request()
      (request.createsField, request.isJustDrawn) = (true, true)
      return try ForgedSignature(identity: fixture.signer).sign(
        HandmadePDF.minimal(more, catalog: entries).bytes, request, subFilter: "ETSI.CAdES.detached")
    }
    return [
      Attack(19, "an opening script", try catalog("OpenAction", script)),
      Attack(19, "a script before printing", try catalog("AA", .dictionary(["WP": script]))),
      Attack(
        19, "a script among the names",
        try catalog(
          "Names",
          .dictionary(["JavaScript": .dictionary(["Names": .array([.string([0x78]), script])])]))),
      Attack(
        19, "a file put in later",
        try catalog("Names", .dictionary(["EmbeddedFiles": .dictionary(["Names": .array([])])]))),
      Attack(19, "an associated file put in later", try catalog("AF", .array([.reference(4)]))),
      Attack(19, "layers put in later", try catalog("OCProperties", .dictionary(["OCGs": .array([])]))),
      Attack(
        19, "another certification in the catalog",
        try catalog("Perms", .dictionary(["DocMDP": .reference(4)]))),
      Attack(19, "the certification taken from the catalog", try catalog("Perms", .null)),
      Attack(
        19, "pages that act", try Attack.changed(certified, 3) { $0["AA"] = .dictionary(["O": script]) }),
      Attack(
        19, "a form to be drawn anew",
        try Attack.changed(certified, 5) { $0["NeedAppearances"] = .boolean(true) }),
      Attack(19, "an XFA form", try Attack.changed(certified, 5) { $0["XFA"] = .string([0x3C]) }),
      Attack(
        19, "a signed script", try signed(["<</S/JavaScript/JS(x)>>"], "/OpenAction 5 0 R"),
        verdict: .indeterminate),
      Attack(
        19, "signed layers",
        try signed(["<</Type/OCG/Name(x)>>"], "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>"),
        verdict: .indeterminate),
    ]
  }
}
