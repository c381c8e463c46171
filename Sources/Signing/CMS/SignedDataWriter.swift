import Cryptography

/// Writes CMS SignedData with one signer as PAdES has it (ETSI EN 319 142-1, 6.3): content-type, message-digest
/// and signing-certificate-v2, and no signing-time.
struct SignedDataWriter {
  let identity: SigningIdentity
  /// The type of what is signed.
  var contentType: OID = .cmsData
  /// What is signed, if it shall stand inside.
  var content: [UInt8]?

  /// The signed data.
  /// - Parameters:
  ///   - contentDigest: the content's digest by the identity's digest algorithm.
  ///   - unsigned: makes the unsigned attributes from the signature, in DER.
  /// - Returns: the ContentInfo.
  /// - Throws: `SigningError` when the key or the authority fails.
  func write(
    contentDigest: [UInt8], unsigned: ([UInt8]) throws(SigningError) -> [[UInt8]]
  ) throws(SigningError) -> [UInt8] {
    try write(
      contentDigest: contentDigest,
      signature: { attributes throws(SigningError) in
        do throws(CryptographyError) {
          return try identity.key.sign(attributes, scheme: identity.scheme, digest: identity.digest)
        } catch {
          throw .cryptography(error)
        }
      }, unsigned: unsigned)
  }

  /// The most bytes that signed data of this identity takes, with so many bytes of unsigned attributes.
  func largestSize(unsigned: Int) throws(SigningError) -> Int {
    // A DER signature of two numbers of ECDSA takes at most nine bytes more than the numbers.
    let bits = identity.certificate.keyBits
    let size = identity.scheme == .ecdsa ? (bits + 7) / 8 * 2 + 9 : (bits + 7) / 8
    let digest = [UInt8](repeating: 0, count: identity.digest.length)
    let bytes = try write(
      contentDigest: digest, signature: { _ in [UInt8](repeating: 0, count: size) },
      unsigned: { _ in unsigned == 0 ? [] : [[UInt8](repeating: 0, count: unsigned)] })
    return bytes.count + 8
  }

  private func write(
    contentDigest: [UInt8], signature sign: ([UInt8]) throws(SigningError) -> [UInt8],
    unsigned: ([UInt8]) throws(SigningError) -> [[UInt8]]
  ) throws(SigningError) -> [UInt8] {
    let digest = identity.digest
    let certificate = identity.certificate
    let issuerAndSerial = DERWriter.sequence(
      certificate.issuer.der, DERWriter.element(2, certificate.serialNumber))
    let attributes = [
      attribute(.contentType, DERWriter.oid(contentType)),
      attribute(.messageDigest, DERWriter.octets(contentDigest)),
      attribute(.signingCertificateV2, signingCertificate),
    ]
    let signedBytes = DERWriter.set(attributes)
    let signature = try sign(signedBytes)
    let more = try unsigned(signature)
    let signer = DERWriter.sequence(
      DERWriter.integer(1), issuerAndSerial, digest.identifier(), [0xA0] + signedBytes.dropFirst(),
      SignatureAlgorithm(identity.scheme, digest).encoded, DERWriter.octets(signature),
      more.isEmpty ? [] : [0xA1] + DERWriter.set(more).dropFirst())
    let certificates = ([certificate] + identity.chain).map(\.der)
    let signedData = DERWriter.sequence(
      DERWriter.integer(contentType == .cmsData ? 1 : 3), DERWriter.set([digest.identifier()]),
      DERWriter.sequence(
        DERWriter.oid(contentType), content.map { DERWriter.explicit(0, DERWriter.octets($0)) } ?? []),
      [0xA0] + DERWriter.set(certificates).dropFirst(), DERWriter.set([signer]))
    return DERWriter.sequence(DERWriter.oid(.signedData), DERWriter.explicit(0, signedData))
  }

  /// An attribute with its one value.
  func attribute(_ oid: OID, _ value: [UInt8]) -> [UInt8] {
    DERWriter.sequence(DERWriter.oid(oid), DERWriter.set([value]))
  }

  /// SigningCertificateV2 (RFC 5035, 3) of the signer's certificate by SHA-256, which is its default.
  private var signingCertificate: [UInt8] {
    let certificate = identity.certificate
    let issuer = DERWriter.sequence(DERWriter.element(0xA4, certificate.issuer.der))
    return DERWriter.sequence(
      DERWriter.sequence(
        DERWriter.sequence(
          DERWriter.octets(DigestAlgorithm.sha256.digest(of: certificate.der[...])),
          DERWriter.sequence(issuer, DERWriter.element(2, certificate.serialNumber)))))
  }
}
