import Cryptography
import PDFSyntax

@testable import Signing

extension AttackSuite {
  /// Signatures that are bent inside, over files that aren't.
  func signatures() throws -> [Attack] {
    func forged(
      _ name: String, subFilter: PDFName = "ETSI.CAdES.detached", _ change: (inout ForgedSignature) -> Void
    ) throws -> Attack {
      var forgery = ForgedSignature(identity: fixture.signer)
      change(&forgery)
      return Attack(
        15, name, try forgery.sign(SigningFixture.letter, fixture.request(), subFilter: subFilter))
    }
    return [
      try forged("a digest of SHA-1") { $0.digest = .sha1 },
      try forged("another digest than the attributes'") { $0.declaredDigest = .sha512 },
      try forged("another content type") { $0.contentType = .tstInfo },
      try forged("an attribute twice") { $0.repeatsAttribute = true },
      try forged("attributes out of order") { $0.isUnordered = true },
      try forged("no signing certificate") { $0.namesCertificate = false },
      try forged("another signing certificate") { $0.named = fixture.second.certificate },
      try forged("two signers") { $0.signers = 2 },
      try forged("no signer") { $0.signers = 0 },
      try forged("content inside") { $0.envelops = true },
      try forged("another key's signature") { $0.key = fixture.second.key },
      try forged("an old kind", subFilter: "adbe.x509.rsa_sha1") { _ in },
      try forged("no certificate") { $0.carriesCertificate = false },
    ]
  }

  /// Sound signatures of people whose word doesn't count.
  func trust() throws -> [Attack] {
    let day = SigningFixture.day
    func signed(_ identity: SigningIdentity, by authority: (any TimestampAuthority)? = nil) throws -> [UInt8]
    {
      var forgery = ForgedSignature(identity: identity)
      forgery.timestamp = authority
      return try forgery.sign(SigningFixture.letter, fixture.request(), subFilter: "ETSI.CAdES.detached")
    }
    func identity(_ purpose: CertificateWriter.Purpose, years: ClosedRange<Int64> = 0...5) throws
      -> SigningIdentity
    {
      let year: Int64 = 365 * 86_400
      return try fixture.authority.identity(
        purpose, "شخص", kind: .p256,
        validity: (
          SigningFixture.start.adding(seconds: years.lowerBound * year),
          SigningFixture.start.adding(seconds: years.upperBound * year)
        ))
    }
    let source = fixture.source(revoked: [(fixture.signer.certificate, day.adding(seconds: -86_400))])
    var store = SecurityStore()
    store.lists = ["/issuer.crl", "/root.crl"].compactMap { source.revocationList(at: $0) }
    let unfitStamper = LocalTimestampAuthority(identity: try identity(.signer)) { day }
    var copied = ForgedSignature(identity: fixture.signer)
    copied.timestamp = fixture.clock()
    copied.stampsOther = true
    return [
      Attack(16, "a revoked certificate", try store.added(to: fixture.signed(.bB))),
      Attack(16, "a revoked certificate, stamped", try store.added(to: fixture.signed(.bT))),
      Attack(16, "a certificate that had ended", try signed(identity(.signer, years: -3 ... -1))),
      Attack(16, "a certificate not yet valid", try signed(identity(.signer, years: 2...5))),
      Attack(16, "a certificate for stamping times", try signed(identity(.timestampAuthority), by: nil)),
      Attack(16, "a stamp by a signer", try signed(fixture.signer, by: unfitStamper)),
      Attack(
        14, "a stamp of another signature",
        try copied.sign(SigningFixture.letter, fixture.request(), subFilter: "ETSI.CAdES.detached")),
      Attack(
        16, "a stated time after the stamp",
        try signed(
          fixture.signer,
          by: LocalTimestampAuthority(identity: fixture.stamper) { day.adding(seconds: -86_400 * 30) })),
    ]
  }
}
