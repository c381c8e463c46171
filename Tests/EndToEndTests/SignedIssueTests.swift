import Foundation
import TestSupport
import Testing

/// Letters that are signed while they are issued: signed, numbered and registered, or nothing of it.
@Suite struct SignedIssueTests {
  private static let moment = "2026-11-26T09:00:00Z"
  /// Some months before the moment.
  private static let start = "1767225600"

  /// An office and a test authority.
  private func desks(members: Int, kind: String = "p-256") throws -> (IssuingDesk, SigningDesk) {
    var desk = try IssuingDesk(members: members)
    desk.environment.merge(SigningDesk.secret) { $1 }
    return (desk, try SigningDesk(kind: kind, start: Self.start))
  }

  private func signing(_ authority: SigningDesk, _ further: [String] = []) -> [String] {
    let key = authority.trial + "/signer.p12"
    return ["--sign", key, "--sign", key, "--passphrase", "env:KHITAB_TRIAL", "--trial", authority.trial]
      + further
  }

  private func verdict(_ file: String, _ authority: SigningDesk) throws -> SigningDesk.Report {
    let result = try authority.run([
      "verify", file, "--trust", authority.root, "--format", "json", "--time", "1795683600",
    ])
    return try #require(
      try JSONDecoder().decode([SigningDesk.Report].self, from: Data(result.output.utf8)).first)
  }

  @Test func aLetterIsSignedAndSealedWhileItIsIssued() throws {
    let (desk, authority) = try desks(members: 1)
    let further = ["--level", "B-LTA", "--certify", "form-filling", "--reason", "اعتماد الخطاب"]
    let issued = try desk.issue(row: 1, signing(authority, further), at: Self.moment)
    #expect(issued.code == 0, "\(issued.errors)")
    try desk.expectExactly(1)
    let file = desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"
    let report = try verdict(file, authority)
    #expect(report.verdict == "valid")
    #expect(report.signatures.map(\.field) == ["Signature1", "Timestamp1", "Signature2", "Timestamp2"])
    #expect(report.signatures.compactMap(\.level) == ["B-LTA", "B-LTA"])
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
    let words = text.unicodeScalars.filter { !(0x200E...0x206F).contains($0.value) }
    let shown = String(String.UnicodeScalarView(words))
    #expect(shown.contains("وُقّع إلكترونياً"), "\(shown)")
    let code = try #require(try desk.query("SELECT code FROM entries").first)
    #expect(shown.contains("رمز التحقق: \(code.prefix(4))-"), "\(shown)")
    let unsigned = try desk.query("SELECT unsigned_sha256 <> file_sha256 FROM entries")
    #expect(unsigned == ["1"])
  }

  /// A theme may leave room for the seal; its fields stand in the order of signing all the same.
  @Test func aSealShowsWhereTheThemeHasRoom() throws {
    let (desk, authority) = try desks(members: 1)
    let theme = desk.folder.url.appending(path: "theme")
    try FileManager.default.copyItem(at: Repository.file("Templates/theme"), to: theme)
    let file = theme.appending(path: "theme.yaml")
    let settings = try String(contentsOf: file, encoding: .utf8)
    try settings.replacing(
      "  التوقيع: {العرض: 78, الفراغ: 19,", with: "  التوقيع: {العرض: 78, الفراغ: 19, فراغ الختم: 19,"
    )
    .write(to: file, atomically: true, encoding: .utf8)
    let picture = Repository.file("Templates/theme/logo.svg").path
    let further = [
      "--theme", theme.path, "--level", "B-LTA", "--certify", "form-filling", "--seal-picture", picture,
    ]
    let issued = try desk.issue(row: 1, signing(authority, further), at: Self.moment)
    #expect(issued.code == 0, "\(issued.errors)")
    let letter = desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"
    let report = try verdict(letter, authority)
    #expect(report.verdict == "valid")
    #expect(report.signatures.map(\.field) == ["Signature1", "Timestamp1", "Signature2", "Timestamp2"])
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", letter, "-"]).output
    let words = text.unicodeScalars.filter { !(0x200E...0x206F).contains($0.value) }
    let shown = String(String.UnicodeScalarView(words))
    #expect(shown.contains("وُقّع إلكترونياً") && shown.contains("خُتم إلكترونياً"), "\(shown)")
    // The same letter without the room: the seal is there, and doesn't show.
    #expect(try desk.issue(row: 1, signing(authority), at: Self.moment).code == 0)
    let plain = desk.path + "/letters/1448/SANA-OUT-1448-000002.pdf"
    #expect(
      !(try Program.run(URL(filePath: "/usr/bin/pdftotext"), [plain, "-"]).output).contains("ختم إلكترونياً"))
    #expect(try verdict(plain, authority).signatures.map(\.field) == ["Signature1", "Signature2"])
  }

  @Test(arguments: [
    (["--level", "B-T", "--timestamp", "SERVER/status/404"], "[signing.no-timestamp]"),
    (["--level", "B-LT", "--lock", "all"], "[signing.forbidden]"),
  ])
  func whatCannotBeSignedTakesNoNumber(_ further: [String], _ id: String) throws {
    let (desk, authority) = try desks(members: 1)
    let server = try TestServer.web()
    let options = further.map { $0.replacing("SERVER", with: "http://127.0.0.1:\(server.port)") }
    let refused = try desk.issue(row: 1, signing(authority, options), at: Self.moment)
    #expect(refused.code == 1 && refused.errors.contains(id), "\(refused.errors)")
    try desk.expectExactly(0)
    #expect(try desk.issue(row: 1, at: Self.moment).code == 0)
    try desk.expectExactly(1)
  }

  @Test func anExpiredCertificateTakesNoNumber() throws {
    var desk = try IssuingDesk(members: 1)
    desk.environment.merge(SigningDesk.secret) { $1 }
    // Made for a moment many years before.
    let authority = try SigningDesk(kind: "p-256", start: "946684800")
    let refused = try desk.issue(row: 1, signing(authority), at: Self.moment)
    #expect(
      refused.code == 1 && refused.errors.contains("[signing.certificate-not-valid]"), "\(refused.errors)")
    try desk.expectExactly(0)
  }

  @Test func aWrongPassphraseStopsBeforeAnyLetter() throws {
    var (desk, authority) = try desks(members: 1)
    desk.environment["KHITAB_TRIAL"] = "غيرها"
    let refused = try desk.issue(row: 1, signing(authority), at: Self.moment)
    #expect(refused.code == 1 && refused.errors.contains("[signing.unreadable-key]"), "\(refused.errors)")
    #expect(!refused.errors.contains("غيرها"), "a passphrase is never printed")
    try desk.expectExactly(0)
  }

  @Test func anotherOfficersKeyTakesNoNumber() throws {
    var desk = try IssuingDesk(members: 1)
    desk.environment.merge(SigningDesk.secret) { $1 }
    let authority = try SigningDesk(start: Self.start)
    let other = authority.path("other")
    let made = try authority.run(
      ["key", "new-test", other, "--name", "ماجد بن إبراهيم الطلحي", "--start", Self.start])
    #expect(made.code == 0, "\(made.errors)")
    let signing = ["--sign", other + "/signer.p12", "--passphrase", "env:KHITAB_TRIAL", "--trial", other]
    let refused = try desk.issue(row: 1, signing, at: Self.moment)
    #expect(refused.code == 1 && refused.errors.contains("[issuing.other-officers-key]"), "\(refused.errors)")
    // Whose the key is, and who signs this letter.
    #expect(
      refused.errors.contains("ماجد بن إبراهيم الطلحي")
        && refused.errors.contains("سلمان بن عبدالعزيز الريحاني"))
    try desk.expectExactly(0)
    // The same key signs what its officer signs.
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    try office.replacing("سلمان بن عبدالعزيز الريحاني", with: "ماجد بن إبراهيم الطلحي").write(
      to: file, atomically: true, encoding: .utf8)
    let issued = try desk.issue(row: 1, signing, at: Self.moment)
    #expect(issued.code == 0, "\(issued.errors)")
  }

  @Test func anOfficerSignsWithTheCertificatesThatTheOfficeStates() throws {
    let desk = try IssuingDesk(members: 1)
    let (own, foreign) = (try TestAuthority(), try TestAuthority())
    let printed = try Program.run(
      URL(filePath: "/usr/bin/openssl"),
      ["x509", "-noout", "-fingerprint", "-sha256", "-in", own.certificate])
    let fingerprint = try #require(printed.output.split(separator: "=").last).trimmingCharacters(
      in: .newlines)
    let file = desk.folder.url.appending(path: "office.yaml")
    let office = try String(contentsOf: file, encoding: .utf8)
    let signer = "{الاسم: سلمان بن عبدالعزيز الريحاني, الجنس: رجل"
    try office.replacing(signer, with: signer + ", الشهادة: \"\(fingerprint)\"").write(
      to: file, atomically: true, encoding: .utf8)
    func issue(_ authority: TestAuthority) throws -> Program.Result {
      try desk.issue(
        row: 1,
        [
          "--sign", authority.key, "--certificates", authority.certificate, "--passphrase", "env:KHITAB_USER",
          "--level", "B-B",
        ])
    }
    let refused = try issue(foreign)
    #expect(refused.code == 1 && refused.errors.contains("[issuing.not-officers-key]"), "\(refused.errors)")
    try desk.expectExactly(0)
    let issued = try issue(own)
    #expect(issued.code == 0, "\(issued.errors)")
    try desk.expectExactly(1)
  }

  @Test func aBatchIsSignedInParallelAndComesOutTheSameAgain() throws {
    let (first, authority) = try desks(members: 5, kind: "rsa-3072")
    let (second, _) = try desks(members: 5)
    var files: [[String: Data]] = []
    for desk in [first, second] {
      let batch = try desk.approvedBatch()
      let run = try desk.run(
        ["batch", "run", batch, "--office", desk.path, "--jobs", "2"]
          + signing(authority, ["--level", "B-B"]),
        at: Self.moment)
      #expect(run.code == 0, "\(run.errors)")
      try desk.expectExactly(5)
      files.append(try desk.folder.contents(of: "letters/1448"))
    }
    #expect(files[0] == files[1], "RSA PKCS #1 at a fixed time gives the same bytes")
    let file = first.path + "/letters/1448/SANA-OUT-1448-000005.pdf"
    let report = try verdict(file, authority)
    #expect(report.signatures.compactMap(\.level) == ["B-B", "B-B"])
    #expect(report.verdict == "indeterminate", "B-B holds no evidence about revocation")
  }
}
