import Foundation
import TestSupport
import Testing

/// `khitab sign` and `khitab verify` on the letters that `khitab` makes.
@Suite struct SignTests {
  @Test func aLetterIsSignedByItsSignerThenSealed() throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    let once = try desk.sign(letter, ["--level", "B-LTA", "--certify", "form-filling"])
    #expect(once.result.code == 0, "\(once.result.errors)")
    let twice = try desk.sign(once.path, ["--level", "B-LTA"])
    #expect(twice.result.code == 0, "\(twice.result.errors)")
    let bytes = try Data(contentsOf: URL(filePath: twice.path))
    #expect(bytes.starts(with: try Data(contentsOf: URL(filePath: letter))), "only appended to")
    let report = try desk.report(twice.path)
    #expect(report.signatures.map(\.field) == ["Signature1", "Timestamp1", "Signature2", "Timestamp2"])
    #expect(report.signatures.compactMap(\.level) == ["B-LTA", "B-LTA"])
    #expect(report.verdict == "valid")
    let third = try desk.sign(twice.path)
    #expect(third.result.code == 1 && third.result.errors.contains("[signing."), "\(third.result.errors)")
  }

  @Test func theFileWithoutCertificatesIsNamed() throws {
    let desk = try SigningDesk()
    let notes = desk.path("notes.pem")
    try Data("no certificate".utf8).write(to: URL(filePath: notes))
    let result = try desk.run(["verify", "letter.pdf", "--trust", desk.root, "--trust", notes])
    #expect(result.code == 1 && result.errors.contains("[signing.no-certificates]"), "\(result.errors)")
    #expect(result.errors.contains("notes.pem") && !result.errors.contains("root.pem"), "\(result.errors)")
  }

  /// PKCS#12 files of older programs: libcrypto opens their encryption no more, whatever the passphrase.
  @Test(arguments: [("-legacy", "obsolete-encryption"), ("-nocerts", "unreadable-key")])
  func aKeyFileThatIsNotOpenedIsNamedWithTheReason(option: String, reason: String) throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    let openssl = URL(filePath: "/usr/bin/openssl")
    let environment = SigningDesk.secret
    let pem = desk.path("key.pem")
    let opened = try Program.run(
      openssl,
      ["pkcs12", "-in", desk.trial + "/signer.p12", "-passin", "env:KHITAB_TRIAL", "-nodes", "-out", pem],
      environment: environment)
    #expect(opened.code == 0, "\(opened.errors)")
    let old = desk.path("old.p12")
    let written = try Program.run(
      openssl,
      ["pkcs12", "-export", option, "-in", pem, "-inkey", pem, "-passout", "env:KHITAB_TRIAL", "-out", old],
      environment: environment)
    #expect(written.code == 0, "\(written.errors)")
    let refused = try desk.run(["sign", letter, "-o", desk.path("signed.pdf"), "--key", old])
    #expect(refused.code == 1 && refused.errors.contains("[signing.\(reason)]"), "\(refused.errors)")
    #expect(refused.errors.contains("\(old)\u{2069}: "), "\(refused.errors)")
    #expect(reason != "obsolete-encryption" || refused.errors.contains("openssl pkcs12 -legacy"))
  }

  /// Without its issuer's certificate a signature is verified by few; what is given beside the file counts too.
  @Test func aKeyFileWithoutItsIssuerIsWarnedOf() throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    let openssl = URL(filePath: "/usr/bin/openssl")
    let environment = SigningDesk.secret
    let (all, own, bare) = (desk.path("all.pem"), desk.path("own.pem"), desk.path("bare.p12"))
    for (file, option) in [(all, "-nodes"), (own, "-clcerts")] {
      let opened = try Program.run(
        openssl,
        [
          "pkcs12", "-in", desk.trial + "/signer.p12", "-passin", "env:KHITAB_TRIAL", option, "-nodes",
          "-out",
          file,
        ], environment: environment)
      #expect(opened.code == 0, "\(opened.errors)")
    }
    let written = try Program.run(
      openssl,
      ["pkcs12", "-export", "-in", own, "-inkey", own, "-passout", "env:KHITAB_TRIAL", "-out", bare],
      environment: environment)
    #expect(written.code == 0, "\(written.errors)")
    let signed = desk.path("signed.pdf")
    let warned = try desk.run(["sign", letter, "-o", signed, "--key", bare])
    #expect(warned.code == 0 && warned.errors.contains("[key.no-issuer]"), "\(warned.errors)")
    #expect(try desk.run(["verify", signed, "--trust", desk.root]).code == 1)
    let whole = try desk.run(["sign", letter, "-o", signed, "--key", bare, "--certificates", all])
    #expect(whole.code == 0 && !whole.errors.contains("[key."), "\(whole.errors)")
    let verified = try desk.run(["verify", signed, "--trust", desk.root])
    #expect(!verified.output.contains("invalid"), "\(verified.output)")
  }

  @Test(arguments: [("data-declaration", ["--blank"]), ("acceptance-letter", ["--draft"])])
  func whatIsntAFinishedLetterHasNoField(_ template: String, _ options: [String]) throws {
    let desk = try SigningDesk()
    let refused = try desk.sign(try desk.letter(template, options))
    #expect(refused.result.code == 1)
    #expect(refused.result.errors.contains("[signing.no-field]"), "\(refused.result.errors)")
    #expect(refused.result.errors.contains("make it anew with render or issue"), "\(refused.result.errors)")
    #expect(!FileManager.default.fileExists(atPath: refused.path))
  }

  @Test func aCertificationAndALockForbidWhatTheySay() throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    for options in [["--certify", "no-changes"], ["--lock", "all"], ["--lock", "Signature2"]] {
      let once = try desk.sign(letter, options + ["--location", "وادي الريحان"])
      #expect(once.result.code == 0, "\(once.result.errors)")
      let refused = try desk.sign(once.path)
      #expect(refused.result.code == 1 && refused.result.errors.contains("[signing.forbidden]"), "\(options)")
    }
    let late = try desk.sign(try desk.sign(letter).path, ["--certify", "form-filling"])
    #expect(late.result.errors.contains("[signing.certification-not-first]"), "\(late.result.errors)")
  }

  @Test(arguments: ["-1", "253402300800", "\(Int64.max)", "\(Int64.min)"])
  func aTimeThatNoFileCanStateIsWrongUsage(_ time: String) throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    let signed = try desk.sign(letter, ["--time=\(time)"])
    #expect(signed.result.code == 2 && signed.result.errors.contains("--time"), "\(signed.result.errors)")
    #expect(try desk.run(["verify", letter, "--time=\(time)"]).code == 2)
    #expect(try desk.run(["key", "new-test", desk.path("other"), "--start=\(time)"]).code == 2)
  }

  @Test func aFieldLargerThanAnyPageIsRefused() throws {
    let desk = try SigningDesk()
    let file = HandmadePDF.minimal(
      ["<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/Rect[0 0 1000000 1000000]/F 4/P 3 0 R>>"],
      catalog: "/AcroForm<</Fields[5 0 R]>>", page: "/Annots[5 0 R]")
    let path = desk.path("large.pdf")
    try Data(file.bytes).write(to: URL(filePath: path))
    let refused = try desk.sign(path)
    #expect(refused.result.code == 1, "\(refused.result.errors)")
    #expect(refused.result.errors.contains("[issuing.signature-field-too-large]"), "\(refused.result.errors)")
    #expect(!FileManager.default.fileExists(atPath: refused.path))
    #expect(try desk.sign(path, ["--invisible"]).result.code == 0)
  }

  @Test func theSignatureShowsWhoSignedOnlyWhereItMay() throws {
    let desk = try SigningDesk()
    let letter = try desk.letter()
    func text(_ further: [String]) throws -> String {
      let signed = try desk.sign(letter, further + ["--office", Program.samples])
      #expect(signed.result.code == 0, "\(signed.result.errors)")
      return try Program.run(URL(filePath: "/usr/bin/pdftotext"), ["-layout", signed.path, "-"]).output
    }
    let picture = Program.samples + "/../Templates/theme/logo.svg"
    let shown = try text(["--name", "بدر السعد", "--post", "مدير التجربة", "--picture", picture])
    #expect(shown.contains("بدر السعد") && shown.contains("مدير التجربة"), "\(shown)")
    #expect(try !text(["--name", "بدر السعد", "--invisible"]).contains("بدر السعد"))
    let broken = try desk.sign(letter, ["--picture", desk.root])
    #expect(broken.result.code == 1 && !broken.result.errors.isEmpty)
  }
}
