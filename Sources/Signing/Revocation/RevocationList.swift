import Cryptography

/// A certificate revocation list (RFC 5280, 5), whole and direct: no delta, no indirect one.
struct RevocationList: Sendable {
  let der: [UInt8]
  let issuer: [UInt8]
  let thisUpdate: PointInTime
  let nextUpdate: PointInTime?
  private let revoked: [(serial: ArraySlice<UInt8>, time: PointInTime)]
  private let algorithm: SignatureAlgorithm
  private let signature: ArraySlice<UInt8>
  private let signedPart: ArraySlice<UInt8>

  /// The list of DER bytes.
  init(_ bytes: ArraySlice<UInt8>) throws(DERError) {
    let malformed = DERError(structure: "CertificateList")
    guard let parts = try DERNode(bytes, as: "CertificateList").sequence, parts.count == 3,
      var fields = parts[0].sequence, let signature = parts[2].wholeBits, fields.count >= 4
    else { throw malformed }
    if fields[0].integer == 1 { fields.removeFirst() }
    guard fields.count >= 3, fields[0].encoded == parts[1].encoded, let start = fields[2].time else {
      throw malformed
    }
    algorithm = try SignatureAlgorithm(parts[1])
    issuer = Array(fields[1].encoded)
    thisUpdate = start
    var rest = fields.dropFirst(3)
    nextUpdate = rest.first?.time
    if nextUpdate != nil { rest.removeFirst() }
    var revoked: [(serial: ArraySlice<UInt8>, time: PointInTime)] = []
    if let entries = rest.first?.sequence {
      rest.removeFirst()
      for entry in entries {
        guard let parts = entry.sequence, parts.count >= 2, let serial = parts[0].integerBytes,
          let time = parts[1].time
        else { throw malformed }
        revoked.append((serial, time))
      }
    }
    self.revoked = revoked
    if let last = rest.first {
      guard last.isContext(0), let list = last.only?.sequence else { throw malformed }
      let extensions = try CertificateExtension.read(list)
      // A critical extension changes what the list is about: only some certificates, or others' certificates.
      guard !extensions.contains(where: \.isCritical) else {
        throw DERError(structure: "partial CertificateList")
      }
    }
    self.signature = signature
    signedPart = parts[0].encoded
    der = Array(bytes)
  }

  /// Whether the list is by this authority.
  func isSigned(by authority: Certificate) -> Bool {
    guard let digest = algorithm.digest, digest != .sha1, authority.subject.der == issuer,
      authority.maySignRevocationLists
    else { return false }
    return algorithm.scheme.verifies(
      signature, over: signedPart, publicKey: authority.publicKey, digest: digest)
  }

  /// When the certificate was revoked, if it was.
  func revocation(of certificate: Certificate) -> PointInTime? {
    revoked.first { $0.serial == certificate.serialNumber[...] }?.time
  }

  /// A list in DER, for trials and tests.
  static func write(
    authority: Certificate, key: PrivateKey, revoked: [(certificate: Certificate, time: PointInTime)],
    thisUpdate: PointInTime, nextUpdate: PointInTime
  ) throws(SigningError) -> [UInt8] {
    do {
      let algorithm = try SignatureAlgorithm(defaultFor: key)
      let entries = revoked.map {
        DERWriter.sequence(DERWriter.element(2, $0.certificate.serialNumber), DERWriter.time($0.time))
      }
      let extensions = DERWriter.sequence(CertificateExtension.encoded(.crlNumber, DERWriter.integer(1)))
      let part = DERWriter.sequence(
        DERWriter.integer(1), algorithm.encoded, authority.subject.der, DERWriter.time(thisUpdate),
        DERWriter.time(nextUpdate), entries.isEmpty ? [] : DERWriter.element(0x30, joining: entries),
        DERWriter.explicit(0, extensions))
      let signature = try key.sign(part, scheme: algorithm.scheme, digest: algorithm.digest ?? .sha256)
      return DERWriter.sequence(part, algorithm.encoded, DERWriter.bits(signature))
    } catch {
      throw .noRevocation(subject: authority.subject.description)
    }
  }
}
