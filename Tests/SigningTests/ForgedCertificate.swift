import Cryptography

@testable import Signing

/// A certificate as no honest authority issues it.
struct ForgedCertificate {
  /// Everything the authority says of the key.
  var extensions: [[UInt8]]
  var subject = "شخص"
  /// The digest that the authority signs with.
  var digest = DigestAlgorithm.sha256
  var start = SigningFixture.start
  var end = SigningFixture.start.adding(seconds: 5 * 365 * 86_400)
  /// Bends the authority's signature.
  var bentSignature: ([UInt8]) -> [UInt8] = { $0 }

  static func extended(_ oid: OID, isCritical: Bool = true, _ value: [UInt8]) -> [UInt8] {
    CertificateExtension.encoded(oid, isCritical: isCritical, value)
  }
  /// What a signer's certificate has.
  static let signer = [
    extended(.basicConstraints, DERWriter.sequence()), extended(.keyUsage, DERWriter.bits([0xC0], unused: 6)),
  ]
  /// What an authority's has; `path` is how many authorities may stand below it.
  static func authority(path: Int? = nil) -> [[UInt8]] {
    [
      extended(
        .basicConstraints,
        DERWriter.sequence(DERWriter.boolean(true), path.map { DERWriter.integer($0) } ?? [])),
      extended(.keyUsage, DERWriter.bits([0x06], unused: 1)),
    ]
  }

  /// The certificate of a new key.
  func issue(by issuer: Certificate, _ issuerKey: PrivateKey, _ key: PrivateKey? = nil) throws
    -> (certificate: Certificate, key: PrivateKey)
  {
    let key = try key ?? PrivateKey.generate(.p256)
    let publicKey = try key.publicKey()
    func identifier(_ key: ArraySlice<UInt8>) -> [UInt8] {
      Array(DigestAlgorithm.sha256.digest(of: key).prefix(20))
    }
    // SHA-1 comes with RSA.
    let algorithm = SignatureAlgorithm(digest == .sha1 ? .rsaPKCS1 : .ecdsa, digest)
    let identifiers = [
      Self.extended(.subjectKeyIdentifier, isCritical: false, DERWriter.octets(identifier(publicKey[...]))),
      Self.extended(
        .authorityKeyIdentifier, isCritical: false,
        DERWriter.sequence(DERWriter.element(0x80, identifier(issuer.publicKey)))),
    ]
    let part = DERWriter.sequence(
      DERWriter.explicit(0, DERWriter.integer(2)),
      DERWriter.integer(unsigned: [0x20] + (try RandomBytes.generate(15))), algorithm.encoded,
      issuer.subject.der,
      DERWriter.sequence(DERWriter.time(start), DERWriter.time(end)),
      DistinguishedName(commonName: subject, organization: TrialAuthority.organization).der, publicKey,
      DERWriter.explicit(3, DERWriter.element(0x30, joining: extensions + identifiers)))
    let signature = bentSignature(try issuerKey.sign(part, scheme: algorithm.scheme, digest: digest))
    let der = DERWriter.sequence(part, algorithm.encoded, DERWriter.bits(signature))
    return (try Certificate(der: der[...]), key)
  }
}

extension OID {
  static let nameConstraints = OID(2, 5, 29, 30)
}
