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
  /// Bends the signed attributes, the signature, and the whole message.
  var attributes: ([[UInt8]]) -> [[UInt8]] = { $0 }
  var bentSignature: ([UInt8]) -> [UInt8] = { $0 }
  var message: ([UInt8]) -> [UInt8] = { $0 }
  /// Certificates that come along besides the signer's and its issuer's.
  var moreCertificates: [[UInt8]] = []
  var hasAttributes = true
  var version = 1
  /// What is signed in place of the attributes' SET.
  var isSignedAsContext = false

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
    var list = [
      writer.attribute(.contentType, DERWriter.oid(contentType)),
      writer.attribute(.messageDigest, DERWriter.octets(contentDigest)),
    ]
    if namesCertificate { list.append(writer.attribute(.signingCertificateV2, reference)) }
    if repeatsAttribute {
      list.append(writer.attribute(.messageDigest, DERWriter.octets([UInt8](repeating: 1, count: 32))))
    }
    list = attributes(list)
    let sorted = DERWriter.set(list)
    let signedBytes =
      isUnordered
      ? DERWriter.element(
        0x31, joining: list.sorted { $0.lexicographicallyPrecedes($1) }.reversed()) : sorted
    let signature: [UInt8]
    do {
      signature = try (key ?? identity.key).sign(
        isSignedAsContext ? [0xA0] + signedBytes.dropFirst() : signedBytes, scheme: identity.scheme,
        digest: declaredDigest ?? digest)
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
      DERWriter.integer(version),
      DERWriter.sequence(certificate.issuer.der, DERWriter.element(2, certificate.serialNumber)),
      digest.identifier(),
      hasAttributes ? [0xA0] + signedBytes.dropFirst() : [], algorithm.encoded,
      DERWriter.octets(bentSignature(signature)),
      unsigned.isEmpty ? [] : [0xA1] + DERWriter.set(unsigned).dropFirst())
    let content = envelops ? DERWriter.explicit(0, DERWriter.octets([1])) : []
    let certificates =
      carriesCertificate ? [certificate.der, fixtureIssuer].compactMap { $0 } + moreCertificates : []
    let body = DERWriter.sequence(
      DERWriter.integer(1), DERWriter.set([digest.identifier()]),
      DERWriter.sequence(DERWriter.oid(contentType), content),
      [0xA0] + DERWriter.set(certificates).dropFirst(),
      DERWriter.set([[UInt8]](repeating: signer, count: signers)))
    return message(DERWriter.sequence(DERWriter.oid(.signedData), DERWriter.explicit(0, body)))
  }

  private var fixtureIssuer: [UInt8]? { identity.chain.first?.der }
}
