import Cryptography
import Diagnostics
import Foundation
import PDFSyntax
import TestSupport
import Testing

@testable import Signing

/// Letters signed at every level, with every kind of key, are valid; and only what was reached is claimed.
@Suite struct SignAndVerifyTests {
  @Test(arguments: SignatureLevel.allCases, [["Sig1"], ["Sig1", "Sig2"]])
  func everyLevelIsReached(_ level: SignatureLevel, _ fields: [String]) throws {
    let fixture = try SigningFixture.shared.get()
    let bytes = try fixture.signed(level, fields: fields)
    #expect(bytes.starts(with: SigningFixture.letter))
    let report = fixture.verifier().verify(bytes)
    let signatures = report.signatures.filter { !$0.isTimestamp }
    #expect(signatures.map(\.field) == fields)
    #expect(signatures.allSatisfy { $0.level == level }, "\(report)")
    #expect(report.verdict == (level >= .bLT ? .valid : .indeterminate), "\(report)")
    #expect(report.signatures.flatMap(\.findings).filter { $0.weight == .failure }.isEmpty)
    #expect(report.signatures.last?.coversWholeFile == (level != .bLT))
  }

  @Test(
    arguments: [(.rsa(bits: 3072), false), (.rsa(bits: 3072), true), (.p256, false), (.p384, false)]
      as [(PrivateKey.Kind, Bool)])
  func everyKindOfKeySigns(_ kind: PrivateKey.Kind, _ usesPSS: Bool) throws {
    let fixture = try SigningFixture(kind: kind, usesPSS: usesPSS)
    let report = fixture.verifier().verify(try fixture.signed(.bLTA))
    #expect(report.verdict == .valid, "\(report)")
    #expect(report.signatures.first?.level == .bLTA)
    #expect(report.signatures.first?.signer == "المدير العام")
  }

  @Test func aFixedTimeAndRSAGiveTheSameBytes() throws {
    let fixture = try SigningFixture(kind: .rsa(bits: 2048))
    let signer = DocumentSigner(identity: fixture.signer)
    let first = try signer.sign(SigningFixture.letter, fixture.request())
    #expect(try signer.sign(SigningFixture.letter, fixture.request()) == first)
  }

  /// A digest that is gone on with signs what the digest of the whole signs, with every algorithm of digests.
  @Test func aKnownBeginningChangesNothing() throws {
    let letter = SigningFixture.letter
    var grown = GrowingDigest()
    grown.add(letter[...])
    let beginning = BeginningDigest(grown, count: letter.count)
    for kind in [.rsa(bits: 2048), .p384] as [PrivateKey.Kind] {
      let fixture = try SigningFixture(kind: kind)
      let signer = DocumentSigner(identity: fixture.signer)
      var request = fixture.request()
      request.beginning = beginning
      let signed = try signer.sign(letter, request)
      if kind == .rsa(bits: 2048) { #expect(try signer.sign(letter, fixture.request()) == signed) }
      #expect(fixture.verifier().verify(signed).verdict != .invalid)
      #expect(beginning.digest(of: signed[...]) == SHA256Digest(of: signed))
      // A second signature begins with the same bytes.
      var second = fixture.request("Sig2")
      second.beginning = beginning
      let twice = fixture.verifier().verify(try signer.sign(signed, second))
      #expect(twice.signatures.count == 2)
      #expect(twice.signatures.flatMap(\.findings).filter { $0.weight == .failure }.isEmpty, "\(twice)")
    }
  }

  @Test func keysGoThroughFiles() throws {
    let fixture = try SigningFixture.shared.get()
    let secret = Array("كلمة سر".utf8)
    let certificates = ([fixture.signer.certificate] + fixture.signer.chain).flatMap(\.der)
    let file = try fixture.signer.key.pkcs12(certificates: certificates, name: "test", passphrase: secret)
    let opened = try PrivateKey.open(pkcs12: file, passphrase: secret)
    let identity = try SigningIdentity(
      key: opened.key, certificates: try Certificate.list(opened.certificates))
    #expect(identity.certificate == fixture.signer.certificate)
    #expect(identity.chain == fixture.signer.chain)
    #expect(throws: CryptographyError.self) { try PrivateKey.open(pkcs12: file, passphrase: [0x61]) }
    let pem = try fixture.signer.encryptedPEM(passphrase: "secret")
    let key = try PrivateKey(pem: pem, passphrase: Array("secret".utf8))
    #expect(try key.publicKey() == fixture.signer.key.publicKey())
    #expect(throws: CryptographyError.self) { try PrivateKey(pem: pem, passphrase: nil) }
  }

  @Test func whatMustNotBeSignedIsRefused() throws {
    let fixture = try SigningFixture.shared.get()
    let signer = DocumentSigner(identity: fixture.signer)
    let once = try signer.sign(SigningFixture.letter, fixture.request())
    #expect(throws: SigningError.alreadySigned(field: "Sig1")) { try signer.sign(once, fixture.request()) }
    #expect(throws: SigningError.certificationNotFirst) {
      try signer.sign(once, fixture.request("Sig2", certification: .formFilling))
    }
    #expect(throws: SigningError.noField("Other")) { try signer.sign(once, fixture.request("Other")) }
    let closed = try signer.sign(SigningFixture.letter, fixture.request(certification: .noChanges))
    #expect(throws: SigningError.forbiddenByCertification) {
      try signer.sign(closed, fixture.request("Sig2"))
    }
    #expect(throws: SigningError.bytesBehindEnd) { try signer.sign(once + [0x41], fixture.request("Sig2")) }
    let script = HandmadePDF.minimal(["<</S/JavaScript/JS(app.alert)>>"], catalog: "/OpenAction 5 0 R").bytes
    #expect(throws: SigningError.activeContent("JavaScript")) { try signer.sign(script, fixture.request()) }
    var drawn = fixture.request("Sig2")
    drawn.isJustDrawn = true
    #expect(throws: SigningError.forbiddenByCertification) { try signer.sign(closed, drawn) }
    #expect(throws: SigningError.bytesBehindEnd) { try signer.sign(once + [0x41], drawn) }
    var late = fixture.request()
    late.time = SigningFixture.start.adding(seconds: 86_400 * 3650)
    #expect(throws: SigningError.self) { try signer.sign(SigningFixture.letter, late) }
  }

  @Test func anUnreachableAuthorityNeverYieldsAFile() throws {
    struct Unreachable: TimestampAuthority, RevocationSource {
      func answer(_ request: [UInt8]) throws(SigningError) -> [UInt8] {
        throw .noTimestamp(reason: "unreachable")
      }
      func revocationList(at address: String) -> [UInt8]? { nil }
      func answer(to request: [UInt8], at address: String) -> [UInt8]? { nil }
    }
    let fixture = try SigningFixture.shared.get()
    let signer = DocumentSigner(identity: fixture.signer, timestampAuthority: Unreachable())
    #expect(throws: SigningError.noTimestamp(reason: "unreachable")) {
      try signer.sign(SigningFixture.letter, fixture.request())
    }
    let stamped = try fixture.signed(.bT)
    let validation = LongTermValidation(
      anchors: [fixture.authority.root], source: Unreachable(), time: SigningFixture.day)
    #expect(throws: SigningError.self) { try validation.add(to: stamped) }
  }

  @Test(arguments: [-86_400, 86_400] as [Int64])
  func aRevocationCountsFromItsTime(_ offset: Int64) throws {
    let fixture = try SigningFixture.shared.get()
    let moment = SigningFixture.day.adding(seconds: offset)
    let later = SigningFixture.day.adding(seconds: 2 * 86_400)
    var store = SecurityStore()
    let source = fixture.source(at: later, revoked: [(fixture.signer.certificate, moment)])
    store.lists = try ["/issuer.crl", "/root.crl"].map { try #require(source.revocationList(at: $0)) }
    let bytes = try store.added(to: fixture.signed(.bT))
    let report = fixture.verifier(at: later).verify(bytes)
    #expect(report.verdict == (offset < 0 ? .invalid : .valid), "\(report)")
  }

  @Test func whoIsNotTrustedIsInDoubt() throws {
    let fixture = try SigningFixture.shared.get()
    let stranger = try TrialAuthority(kind: .p256, start: SigningFixture.start, years: 5)
    let verifier = SignatureVerifier(anchors: [stranger.root], now: SigningFixture.day)
    let report = verifier.verify(try fixture.signed(.bLTA))
    #expect(report.verdict == .indeterminate)
    #expect(report.signatures.first?.level != .bLTA)
  }

  /// Many revisions of many objects cost their product: beyond a limit a file is refused, with the reason.
  @Test func comparingRevisionsHasALimit() throws {
    let fixture = try SigningFixture.shared.get()
    let bytes = try fixture.signed(.bLTA)
    let file = try PDFFile(bytes)
    func run(_ limit: Int) throws -> VerificationReport {
      var report = VerificationReport(findings: [], revisions: 0, signatures: [])
      try FileVerification(file: file, verifier: fixture.verifier(), comparedObjects: limit).run(&report)
      return report
    }
    #expect(throws: PDFSyntaxError.self) { try run(40) }
    #expect(try run(200).verdict == .valid)
  }

  @Test func anUnsignedFileIsNoSignedOne() throws {
    let report = try SigningFixture.shared.get().verifier().verify(SigningFixture.letter)
    #expect(report.verdict == .indeterminate)
    #expect(report.findings.map(\.message.id) == ["file.not-signed"])
  }

  @Test func aValidFileStaysValidWhenItsCertificatesEnd() throws {
    let fixture = try SigningFixture.shared.get()
    let end = SigningFixture.start.adding(seconds: 4 * 365 * 86_400)
    #expect(fixture.verifier(at: end).verify(try fixture.signed(.bT)).signatures.first?.level == .bT)
  }
}
