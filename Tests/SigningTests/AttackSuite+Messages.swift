import Cryptography
import PDFSyntax
import Testing

@testable import Signing

extension AttackSuite {
  /// Messages that say a thing twice, or leave it out.
  func messages() throws -> [Attack] {
    func forged(
      _ name: String, subFilter: PDFName = "ETSI.CAdES.detached", _ change: (inout ForgedSignature) -> Void
    ) throws -> Attack {
      var forgery = ForgedSignature(identity: fixture.signer)
      change(&forgery)
      return Attack(
        15, name, try forgery.sign(SigningFixture.letter, fixture.request(), subFilter: subFilter))
    }
    let writer = SignedDataWriter(identity: fixture.signer)
    let certificate = fixture.signer.certificate
    func isOf(_ attribute: [UInt8], _ oid: OID) -> Bool {
      (try? DERNode(attribute[...], as: "Attribute"))?.sequence?.first?.oid == oid
    }
    func naming(_ digest: DigestAlgorithm, issuer: DistinguishedName) -> [UInt8] {
      let name = DERWriter.sequence(DERWriter.element(0xA4, issuer.der))
      return writer.attribute(
        .signingCertificateV2,
        DERWriter.sequence(
          DERWriter.sequence(
            DERWriter.sequence(
              digest == .sha256 ? [] : digest.identifier(),
              DERWriter.octets(digest.digest(of: certificate.der[...])),
              DERWriter.sequence(name, DERWriter.element(2, certificate.serialNumber))))))
    }
    func renamed(_ attribute: [UInt8]) -> ([[UInt8]]) -> [[UInt8]] {
      { list in list.filter { !isOf($0, .signingCertificateV2) } + [attribute] }
    }
    func protection(_ digest: DigestAlgorithm, _ algorithm: SignatureAlgorithm) -> [UInt8] {
      writer.attribute(
        .algorithmProtection, DERWriter.sequence(digest.identifier(), [0xA1] + algorithm.encoded.dropFirst()))
    }
    let numbers = { (signature: [UInt8]) in
      ((try? DERNode(signature[...], as: "ECDSA"))?.sequence ?? []).map { Array($0.encoded) }
    }
    return [
      try forged("no content type") { $0.attributes = { $0.filter { !isOf($0, .contentType) } } },
      try forged("no digest") { $0.attributes = { $0.filter { !isOf($0, .messageDigest) } } },
      try forged("another digest in the attributes") {
        $0.attributes = { list in
          list.filter { !isOf($0, .messageDigest) }
            + [writer.attribute(.messageDigest, DERWriter.octets([UInt8](repeating: 7, count: 32)))]
        }
      },
      try forged("a digest that is cut short") {
        $0.attributes = { list in
          list.filter { !isOf($0, .messageDigest) }
            + [writer.attribute(.messageDigest, DERWriter.octets([]))]
        }
      },
      try forged("an attribute with two values") {
        $0.attributes = { list in
          list.map {
            isOf($0, .contentType)
              ? DERWriter.sequence(
                DERWriter.oid(.contentType),
                DERWriter.set([DERWriter.oid(.cmsData), DERWriter.oid(.tstInfo)])) : $0
          }
        }
      },
      try forged("a certificate named by SHA-1") {
        $0.attributes = renamed(naming(.sha1, issuer: certificate.issuer))
      },
      try forged("a certificate named with another issuer") {
        $0.attributes = renamed(
          naming(.sha256, issuer: DistinguishedName(commonName: "غيره", organization: nil)))
      },
      try forged("a certificate named without a hash") {
        $0.attributes = renamed(writer.attribute(.signingCertificateV2, DERWriter.sequence()))
      },
      try forged("another digest in the protection") {
        $0.attributes = { $0 + [protection(.sha512, SignatureAlgorithm(.ecdsa, .sha256))] }
      },
      try forged("another algorithm in the protection") {
        $0.attributes = { $0 + [protection(.sha256, SignatureAlgorithm(.rsaPKCS1, .sha256))] }
      },
      try forged("no attributes") { $0.hasAttributes = false },
      try forged("attributes signed under another tag") { $0.isSignedAsContext = true },
      try forged("a version of another kind") { $0.version = 3 },
      try forged("a version that isn't") { $0.version = 9 },
      try forged("a message of indefinite length with more inside") {
        $0.message = { bytes in
          let content = (try? DERNode(bytes[...], as: "ContentInfo"))?.children ?? []
          return [0x30, 0x80] + content.flatMap { Array($0.encoded) } + [0x05, 0x00, 0, 0]
        }
      },
      try forged("a message of indefinite length with more behind") {
        $0.message = { [0x30, 0x80] + $0.dropFirst(4) + [0, 0, 7] }
      },
      try forged("a signature of zeros") {
        $0.bentSignature = { _ in DERWriter.sequence(DERWriter.integer(0), DERWriter.integer(0)) }
      },
      try forged("a signature beyond the curve's order") {
        $0.bentSignature = {
          DERWriter.sequence(numbers($0)[0], DERWriter.integer(unsigned: [UInt8](repeating: 0xFF, count: 32)))
        }
      },
      try forged("a signature with more behind it") { $0.bentSignature = { $0 + [0] } },
      try forged("a signature in three numbers") {
        $0.bentSignature = { DERWriter.element(0x30, joining: numbers($0) + [DERWriter.integer(1)]) }
      },
      try forged("an enveloping kind", subFilter: "adbe.pkcs7.sha1") { $0.envelops = true },
    ]
  }

  /// Certificates, revocation and time-stamps of people who may not give them.
  func chains() throws -> [Attack] {
    let (issuer, issuerKey) = (fixture.authority.issuer, fixture.authority.issuerKey)
    let extended = { (oid: OID, value: [UInt8]) in ForgedCertificate.extended(oid, value) }
    func signed(_ made: (certificate: Certificate, key: PrivateKey), above: [Certificate] = []) throws
      -> [UInt8]
    {
      let identity = try SigningIdentity(key: made.key, certificates: [made.certificate, issuer])
      var forgery = ForgedSignature(identity: identity)
      forgery.moreCertificates = (above + [issuer]).map(\.der)
      return try forgery.sign(SigningFixture.letter, fixture.request(), subFilter: "ETSI.CAdES.detached")
    }
    func leaf(_ extensions: [[UInt8]], _ change: (inout ForgedCertificate) -> Void = { _ in }) throws
      -> [UInt8]
    {
      var forged = ForgedCertificate(extensions: extensions)
      change(&forged)
      return try signed(try forged.issue(by: issuer, issuerKey))
    }
    func below(_ authority: [[UInt8]], _ change: (inout ForgedCertificate) -> Void = { _ in }) throws
      -> [UInt8]
    {
      var forged = ForgedCertificate(extensions: authority, subject: "وسيط")
      change(&forged)
      let middle = try forged.issue(by: issuer, issuerKey)
      let end = try ForgedCertificate(extensions: ForgedCertificate.signer).issue(
        by: middle.certificate, middle.key)
      return try signed(end, above: [middle.certificate])
    }
    func purpose(_ oid: OID) -> [UInt8] {
      extended(.extendedKeyUsage, DERWriter.sequence(DERWriter.oid(oid)))
    }
    // An authority that may name only an organisation of another name, and below it nobody else.
    let other = DERWriter.element(
      0xA4, DistinguishedName(commonName: "x", organization: "جهة أخرى").der)
    let permitted = DERWriter.sequence(DERWriter.element(0xA0, DERWriter.sequence(other)))
    let limited = ForgedCertificate.authority(path: 0)
    let second = try ForgedCertificate(extensions: limited, subject: "أول").issue(by: issuer, issuerKey)
    let third = try ForgedCertificate(extensions: ForgedCertificate.authority(), subject: "ثان").issue(
      by: second.certificate, second.key)
    let fourth = try ForgedCertificate(extensions: ForgedCertificate.signer).issue(
      by: third.certificate, third.key)
    return [
      Attack(16, "a certificate issued by a signer", try below(ForgedCertificate.signer)),
      Attack(
        16, "an authority too far down",
        try signed(fourth, above: [second.certificate, third.certificate])),
      Attack(
        16, "an authority out of its names",
        try below(ForgedCertificate.authority() + [extended(.nameConstraints, permitted)])),
      Attack(
        16, "a certificate for servers", try leaf(ForgedCertificate.signer + [purpose(.serverAuthentication)])
      ),
      Attack(16, "a certificate for programs", try leaf(ForgedCertificate.signer + [purpose(.codeSigning)])),
      Attack(
        16, "a certificate for agreeing keys",
        try leaf([
          extended(.basicConstraints, DERWriter.sequence()),
          extended(.keyUsage, DERWriter.bits([0x08], unused: 3)),
        ])),
      Attack(
        16, "a certificate with an unknown demand",
        try leaf(ForgedCertificate.signer + [extended(OID(2, 999, 7), DERWriter.null)])),
      Attack(
        16, "a forged certificate",
        try leaf(ForgedCertificate.signer) { forged in
          forged.bentSignature = { _ in DERWriter.sequence(DERWriter.integer(3), DERWriter.integer(4)) }
        }),
      Attack(
        16, "an authority that had ended",
        try below(ForgedCertificate.authority()) {
          $0.end = SigningFixture.start.adding(seconds: 86_400)
        }),
    ] + (try timestamps()) + (try revocation())
  }

  private func timestamps() throws -> [Attack] {
    let (issuer, issuerKey) = (fixture.authority.issuer, fixture.authority.issuerKey)
    let day = SigningFixture.day
    func stamped(_ extensions: [[UInt8]], start: PointInTime = SigningFixture.start) throws -> [UInt8] {
      var forged = ForgedCertificate(extensions: extensions, subject: "وقت")
      forged.start = start
      let made = try forged.issue(by: issuer, issuerKey)
      let identity = try SigningIdentity(key: made.key, certificates: [made.certificate, issuer])
      var forgery = ForgedSignature(identity: fixture.signer)
      forgery.timestamp = LocalTimestampAuthority(identity: identity) { day }
      return try forgery.sign(SigningFixture.letter, fixture.request(), subFilter: "ETSI.CAdES.detached")
    }
    let purpose = DERWriter.sequence(DERWriter.oid(.timeStamping))
    let usage = ForgedCertificate.extended(.keyUsage, DERWriter.bits([0x80], unused: 7))
    let both = DERWriter.sequence(DERWriter.oid(.timeStamping), DERWriter.oid(.codeSigning))
    let file = try PDFFile(certified)
    let clock = fixture.clock()
    let ofOther = try SignatureWriter(
      file: file, fields: try FormField.all(in: file), request: fixture.request("Stamp"),
      subFilter: "ETSI.RFC3161", room: 12_000
    ).write { before, _ throws(SigningError) in
      Array(try TimestampRequest.token(for: DigestAlgorithm.sha256.digest(of: before), from: clock).der)
    }
    return [
      Attack(
        16, "a stamper whose purpose isn't critical",
        try stamped([usage, ForgedCertificate.extended(.extendedKeyUsage, isCritical: false, purpose)])),
      Attack(
        16, "a stamper of two purposes",
        try stamped([usage, ForgedCertificate.extended(.extendedKeyUsage, both)])),
      Attack(
        16, "a stamp before its stamper began",
        try stamped(
          [usage, ForgedCertificate.extended(.extendedKeyUsage, purpose)], start: day.adding(seconds: 600))),
      Attack(16, "an archive stamp over less", ofOther),
    ]
  }

  /// Evidence about revocation that counts for nothing: then nobody knows.
  private func revocation() throws -> [Attack] {
    let (issuer, issuerKey) = (fixture.authority.issuer, fixture.authority.issuerKey)
    let day = SigningFixture.day
    let lists = fixture.source()
    func stored(answer: [UInt8]? = nil, lists: [[UInt8]]) throws -> [UInt8] {
      var store = SecurityStore()
      store.lists = lists
      store.answers = answer.map { [$0] } ?? []
      return try store.added(to: fixture.signed(.bT))
    }
    func answered(by identity: SigningIdentity) throws -> [UInt8] {
      try OCSPResponse.write(
        about: fixture.signer.certificate, issuer: issuer, responder: identity, status: .good,
        thisUpdate: day,
        nextUpdate: day.adding(seconds: 86_400))
    }
    let root = [try #require(lists.revocationList(at: "/root.crl"))]
    let stale = [
      try #require(fixture.source(at: day.adding(seconds: -40 * 86_400)).revocationList(at: "/issuer.crl"))
    ]
    let future = [
      try #require(fixture.source(at: day.adding(seconds: 40 * 86_400)).revocationList(at: "/issuer.crl"))
    ]
    let stranger = try RevocationList.write(
      authority: issuer, key: PrivateKey.generate(.p256), revoked: [], thisUpdate: day,
      nextUpdate: day.adding(seconds: 86_400))
    let purpose = ForgedCertificate.extended(
      .extendedKeyUsage, isCritical: false, DERWriter.sequence(DERWriter.oid(.ocspSigning)))
    let other = try TrialAuthority(kind: .p256, start: SigningFixture.start, years: 5)
    let elsewhere = try ForgedCertificate(extensions: ForgedCertificate.signer + [purpose]).issue(
      by: other.issuer, other.issuerKey)
    let old = try ForgedCertificate(extensions: ForgedCertificate.authority(), subject: "قديم").issue(
      by: issuer, issuerKey, PrivateKey.generate(.rsa(bits: 2048)))
    var byOld = ForgedCertificate(extensions: ForgedCertificate.signer)
    byOld.digest = .sha1
    let weak = try byOld.issue(by: old.certificate, old.key)
    var weakly = ForgedSignature(
      identity: try SigningIdentity(key: weak.key, certificates: [weak.certificate, issuer]))
    weakly.timestamp = fixture.clock()
    weakly.moreCertificates = [old.certificate.der, issuer.der]
    return [
      Attack(
        16, "an answer by a signer", try stored(answer: answered(by: fixture.second), lists: root),
        verdict: .indeterminate),
      Attack(
        16, "an answer by another authority's responder",
        try stored(
          answer: answered(
            by: SigningIdentity(key: elsewhere.key, certificates: [elsewhere.certificate, other.issuer])),
          lists: root), verdict: .indeterminate),
      Attack(16, "a list that had run out", try stored(lists: root + stale), verdict: .indeterminate),
      Attack(16, "a list from the future", try stored(lists: root + future), verdict: .indeterminate),
      Attack(16, "a list by another key", try stored(lists: root + [stranger]), verdict: .indeterminate),
      Attack(
        16, "a chain of SHA-1",
        try weakly.sign(SigningFixture.letter, fixture.request(), subFilter: "ETSI.CAdES.detached")),
    ]
  }
}
