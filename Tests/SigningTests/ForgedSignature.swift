import Cryptography
import PDFSyntax

@testable import Signing

/// A signature like `SignedDataWriter`'s that can be wrong in any one way.
struct ForgedSignature {
  let identity: SigningIdentity
  var digest: DigestAlgorithm
  var declaredDigest: DigestAlgorithm?
  var contentType = OID.cmsData
  var repeatsAttribute = false
  var isUnordered = false
  var namesCertificate = true
  var named: Certificate?
  var signers = 1
  var envelops = false
  var carriesCertificate = true
  var key: PrivateKey?
  var timestamp: (any TimestampAuthority)?
  var stampsOther = false

  init(identity: SigningIdentity) {
    self.identity = identity
    digest = identity.digest
  }

  func sign(_ bytes: [UInt8], _ request: SignatureRequest, subFilter: PDFName) throws -> [UInt8] {
    let file = try PDFFile(bytes)
    let writer = SignatureWriter(
      file: file, fields: try FormField.all(in: file), request: request, subFilter: subFilter, room: 12_000)
    return try writer.write { before, after throws(SigningError) in
      try contents(digest.digest(of: before, and: after))
    }
  }

  private func contents(_ contentDigest: [UInt8]) throws(SigningError) -> [UInt8] {
    let writer = SignedDataWriter(identity: identity)
    let certificate = identity.certificate
    let hash = DigestAlgorithm.sha256.digest(of: (named ?? certificate).der[...])
    let reference = DERWriter.sequence(
      DERWriter.sequence(DERWriter.sequence(DERWriter.octets(hash))))
    var attributes = [
      writer.attribute(.contentType, DERWriter.oid(contentType)),
      writer.attribute(.messageDigest, DERWriter.octets(contentDigest)),
    ]
    if namesCertificate { attributes.append(writer.attribute(.signingCertificateV2, reference)) }
    if repeatsAttribute {
      attributes.append(writer.attribute(.messageDigest, DERWriter.octets([UInt8](repeating: 1, count: 32))))
    }
    let sorted = DERWriter.set(attributes)
    let signedBytes =
      isUnordered
      ? DERWriter.element(
        0x31, joining: attributes.sorted { $0.lexicographicallyPrecedes($1) }.reversed()) : sorted
    let signature: [UInt8]
    do {
      signature = try (key ?? identity.key).sign(
        signedBytes, scheme: identity.scheme, digest: declaredDigest ?? digest)
    } catch {
      throw .cryptography(error)
    }
    var unsigned: [[UInt8]] = []
    if let timestamp {
      let imprint = DigestAlgorithm.sha256.digest(of: stampsOther ? [1, 2, 3] : signature[...])
      let request = try TimestampRequest(imprint: imprint)
      let answer = try timestamp.answer(request.encoded)
      guard let token = (try? DERNode(answer[...], as: "TimeStampResp"))?.sequence?.last else {
        throw .noCertificates
      }
      unsigned = [writer.attribute(.signatureTimeStamp, Array(token.encoded))]
    }
    let algorithm = SignatureAlgorithm(
      identity.scheme, declaredDigest ?? (digest == .sha1 ? .sha256 : digest))
    let signer = DERWriter.sequence(
      DERWriter.integer(1),
      DERWriter.sequence(certificate.issuer.der, DERWriter.element(2, certificate.serialNumber)),
      digest.identifier(),
      [0xA0] + signedBytes.dropFirst(), algorithm.encoded, DERWriter.octets(signature),
      unsigned.isEmpty ? [] : [0xA1] + DERWriter.set(unsigned).dropFirst())
    let content = envelops ? DERWriter.explicit(0, DERWriter.octets([1])) : []
    let certificates = carriesCertificate ? [certificate.der, fixtureIssuer].compactMap { $0 } : []
    let body = DERWriter.sequence(
      DERWriter.integer(1), DERWriter.set([digest.identifier()]),
      DERWriter.sequence(DERWriter.oid(contentType), content),
      [0xA0] + DERWriter.set(certificates).dropFirst(),
      DERWriter.set([[UInt8]](repeating: signer, count: signers)))
    return DERWriter.sequence(DERWriter.oid(.signedData), DERWriter.explicit(0, body))
  }

  private var fixtureIssuer: [UInt8]? { identity.chain.first?.der }
}
