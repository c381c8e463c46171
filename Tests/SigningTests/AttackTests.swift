import Diagnostics
import Foundation
import PDFSyntax
import Testing

@testable import Signing

/// Nothing bent passes, and nothing sound is refused.
@Suite struct AttackTests {
  @Test(arguments: try AttackSuite(fixture: SigningFixture.shared.get()).all())
  func everyAttackIsRejected(_ attack: Attack) throws {
    let fixture = try SigningFixture.shared.get()
    let report = fixture.verifier().verify(attack.bytes)
    #expect(report.verdict == attack.verdict, "\(report)")
    let weight: VerificationReport.Finding.Weight = attack.verdict == .invalid ? .failure : .doubt
    let failures = (report.findings + report.signatures.flatMap(\.findings)).filter { $0.weight == weight }
    #expect(!failures.isEmpty)
    #expect(failures.allSatisfy { !$0.message.arabic.isEmpty && !$0.message.english.isEmpty })
    try export(attack.bytes, named: "\(attack.group)-\(attack.name).pdf", root: fixture)
  }

  @Test func everyClassHasTwoFiles() throws {
    let attacks = try AttackSuite(fixture: SigningFixture.shared.get()).all()
    for group in 1...19 { #expect(attacks.filter { $0.group == group }.count >= 2, "class \(group)") }
  }

  @Test(
    arguments: [
      ("a second signature", .formFilling), ("a field filled in", .formFilling),
      ("a note where notes are allowed", .annotations),
      ("a store", .noChanges), ("a day in the metadata", .noChanges),
    ] as [(String, DocumentPermission)])
  func whatIsAllowedIsAccepted(_ name: String, _ permission: DocumentPermission) throws {
    let fixture = try SigningFixture.shared.get()
    var bytes = try fixture.signed(.bB, certification: permission)
    switch name {
    case "a second signature":
      bytes = try DocumentSigner(identity: fixture.second).sign(bytes, fixture.request("Sig2"))
    case "a field filled in": bytes = try Attack.changed(bytes, 9) { $0["V"] = .string([0x31]) }
    case "a day in the metadata":
      let packet =
        #"<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description r:about="" "#
        + #"xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:ModifyDate="2026-03-02T00:00:00Z"/></r:RDF>"#
      bytes = try Attack.updated(bytes) {
        $0.set(
          .init(12),
          to: .stream(
            .init(["Type": .name("Metadata"), "Subtype": .name("XML")], bytes: Array(packet.utf8))))
      }
    case "a store":
      bytes = try LongTermValidation(
        anchors: [fixture.authority.root], source: fixture.source(), time: SigningFixture.day
      ).add(to: bytes)
    default:
      bytes = try Attack.updated(bytes) { update in
        let note = update.add(.dictionary(["Type": .name("Annot"), "Subtype": .name("Text")]))
        var page = try update.file.object(.init(3)).dictionary ?? [:]
        page["Annots"] = .array((page["Annots"].array ?? []) + [.reference(note)])
        update.set(.init(3), to: .dictionary(page))
      }
    }
    let report = fixture.verifier().verify(bytes)
    #expect(report.verdict != .invalid, "\(report)")
    try export(bytes, named: "0-\(name).pdf", root: fixture)
  }

  /// Bytes of any kind end in a report.
  @Test func anyBytesAreAnswered() throws {
    let fixture = try SigningFixture.shared.get()
    let seed = try fixture.signed(.bLTA, fields: ["Sig1", "Sig2"])
    var state: UInt64 = 7
    func random() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    var accepted = 0
    for _ in 0..<60 {
      var bytes = seed
      for _ in 0...random() % 2 { bytes[Int(random()) % bytes.count] ^= UInt8(1 << (random() % 8)) }
      if bytes != seed, fixture.verifier().verify(bytes).verdict == .valid { accepted += 1 }
    }
    // The case of a hexadecimal digit of Contents is the only thing that may differ.
    #expect(accepted <= 2)
  }

  /// `KHITAB_ATTACKS=folder` writes the files, for other programs to judge.
  private func export(_ bytes: [UInt8], named name: String, root: SigningFixture) throws {
    guard let path = ProcessInfo.processInfo.environment["KHITAB_ATTACKS"] else { return }
    let folder = URL(filePath: path)
    try Data(bytes).write(to: folder.appending(path: name))
    let text = Data(root.authority.root.der).base64EncodedString(options: [.lineLength64Characters])
    try Data("-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n".utf8)
      .write(to: folder.appending(path: "root.pem"))
  }
}
