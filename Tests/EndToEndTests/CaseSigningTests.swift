import Foundation
import TestSupport
import Testing

/// Letters of cases that are signed while they are issued; a member served by electronic means alone.
@Suite struct CaseSigningTests {
  private static let story = """
    at 2026-11-23
    new --members members.csv --only "رقم العضوية=0002" --service "ترميم مسكن" --details "سقف متضرر."
    submit 1448/0001 --channel site
    add 1448/0001 --kind "هوية وطنية" --expires 2028-02-01
    send-receipt 1448/0001
    """

  /// A sample office of its own with the catalogue and the members, and a test authority.
  private func desks() throws -> (IssuingDesk, SigningDesk) {
    var desk = try IssuingDesk(members: 1)
    try desk.addCases()
    try Self.story.write(toFile: desk.path + "/story.txt", atomically: true, encoding: .utf8)
    desk.environment.merge(SigningDesk.secret) { $1 }
    return (desk, try SigningDesk(start: "1767225600"))
  }

  private func run(_ desk: IssuingDesk, _ authority: SigningDesk) throws -> Program.Result {
    let key = authority.trial + "/signer.p12"
    return try desk.run(
      [
        "case", "run", desk.path + "/story.txt", "--office", desk.path, "--sign", key, "--sign", key,
        "--passphrase", "env:KHITAB_TRIAL", "--trial", authority.trial, "--level", "B-LTA",
        "--signing-reason", "إشعار العضو",
      ], at: "2026-11-23T08:00:00Z")
  }

  private func shown(_ file: String) throws -> String {
    let text = try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", file, "-"]).output
    return String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !(0x200E...0x206F).contains($0.value) }))
  }

  /// Policy C8: request, receipt, signature, check, delivery and state of the case, with no paper and no visit.
  @Test func aMemberIsServedByElectronicMeansAlone() throws {
    let (desk, authority) = try desks()
    let told = try run(desk, authority)
    #expect(told.code == 0, "\(told.errors)")
    // A PDF of the member's own, with number and code, signed and sealed.
    let file = desk.path + "/letters/1448/SANA-OUT-1448-000001.pdf"
    let checked = try authority.run([
      "verify", file, "--trust", authority.root, "--format", "json", "--time", "1795683600",
    ])
    let report = try #require(
      try JSONDecoder().decode([SigningDesk.Report].self, from: Data(checked.output.utf8)).first)
    #expect(report.verdict == "valid")
    #expect(report.signatures.compactMap(\.level) == ["B-LTA", "B-LTA"])
    let text = try shown(file)
    let code = try #require(try desk.query("SELECT code FROM entries WHERE series = 'outgoing'").first)
    for said in ["نورة", "1448/0001", "1448/1", String(code.prefix(4)) + "-", "وُقّع إلكترونياً"] {
      #expect(text.contains(said), "\(said): \(text)")
    }
    // The copy for the desk is the letter itself; what bears no letter's signature is signed by nobody.
    let papers = try desk.folder.contents(of: "papers")
    #expect(papers["1448-0001-03-receipt-notice.pdf"] == (try Data(contentsOf: URL(filePath: file))))
    let form = desk.path + "/papers/1448-0001-01-service-request.pdf"
    #expect(try authority.report(form).signatures.isEmpty)
    #expect(
      try desk.query("SELECT unsigned_sha256 <> file_sha256 FROM entries WHERE series = 'outgoing'") == ["1"])
    // Sent by the channel the request came in by, to the member's address.
    let sent = try desk.query("SELECT channel, address, state FROM outbox")
    #expect(sent == ["email|member02@wadi.example|queued"])
    // The state of the request, by its number.
    let state = try desk.run(["case", "show", "1448/0001", "--office", desk.path])
    #expect(state.output.hasPrefix("1448/0001\treceived\n"), "\(state.errors)")
    #expect(state.output.contains("2026-11-23\tsend-receipt\t"))
    #expect(try desk.run(["register", "audit", "--office", desk.path]).code == 0)
  }

  /// How many pixels of a letter's first page have the watermark's colour.
  private func greyPixels(_ file: String) throws -> Int {
    let stem = file.replacing(".pdf", with: "")
    let drawn = try Program.run(
      URL(filePath: "/usr/bin/pdftoppm"), ["-r", "50", "-f", "1", "-singlefile", file, stem])
    #expect(drawn.code == 0, "\(drawn.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: stem + ".ppm")))
    // The head of an A4 page at this resolution: «P6», «414 585» and «255», each with its line end.
    return stride(from: 15, to: bytes.count - 2, by: 3).count {
      Array(bytes[$0..<$0 + 3]) == [0xED, 0xF0, 0xEE]
    }
  }

  /// A trial's letters say what their signatures are worth, as those of `khitab issue` do.
  @Test func aTrialsSignatureIsWrittenAcrossTheLetter() throws {
    let (desk, authority) = try desks()
    let told = try run(desk, authority)
    #expect(told.code == 0, "\(told.errors)")
    let signed = try desk.query("SELECT theme_sha256 FROM entries WHERE series = 'outgoing'")
    let (plain, _) = try desks()
    let unsigned = try plain.run(["case", "run", plain.path + "/story.txt", "--office", plain.path])
    #expect(unsigned.code == 0, "\(unsigned.errors)")
    let other = try plain.query("SELECT theme_sha256 FROM entries WHERE series = 'outgoing'")
    #expect(signed.count == 1 && other.count == 1 && signed != other, "the watermark is part of the dress")
    let letters = [desk, plain].map { $0.path + "/letters/1448/SANA-OUT-1448-000001.pdf" }
    // It is drawn across the page in a grey that nothing else has.
    #expect(try greyPixels(letters[0]) > 1000)
    #expect(try greyPixels(letters[1]) < 50)
  }

  /// With a key that can't be opened nothing is done at all: no case, no act, no number.
  @Test func aWrongPassphraseStopsBeforeAnyAct() throws {
    var (desk, authority) = try desks()
    desk.environment["KHITAB_TRIAL"] = "غيرها"
    let refused = try run(desk, authority)
    #expect(refused.code == 1 && refused.errors.contains("[signing.unreadable-key]"), "\(refused.errors)")
    #expect(try desk.query("SELECT count(*) FROM entries") == ["0"])
  }
}
