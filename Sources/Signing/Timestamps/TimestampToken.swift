import Cryptography

/// A time-stamp token (RFC 3161, 2.4.2): an authority's word that bytes of a digest were there at a time.
struct TimestampToken: Sendable {
  /// The token in DER.
  let der: ArraySlice<UInt8>
  /// The signature that makes it one.
  let signedData: SignedData
  /// When the bytes were there.
  let time: PointInTime
  /// The digest algorithm of the bytes.
  let digest: DigestAlgorithm
  /// The bytes' digest.
  let imprint: ArraySlice<UInt8>
  /// The number that makes an answer one to a question.
  let nonce: ArraySlice<UInt8>?

  /// The token of DER bytes.
  init(_ bytes: ArraySlice<UInt8>) throws(CMSFlaw) {
    signedData = try SignedData(bytes)
    der = bytes
    guard signedData.contentType == .tstInfo else { throw .wrongContentType }
    guard let content = signedData.content, let fields = (try? DERNode(content, as: "TSTInfo"))?.sequence,
      fields.count >= 5, fields[0].integer == 1, fields[1].oid != nil, let imprint = fields[2].sequence,
      imprint.count == 2, let digest = try? DigestAlgorithm(identifier: imprint[0]),
      let hash = imprint[1].octets,
      hash.count == digest.length, fields[3].integerBytes != nil, let time = fields[4].time
    else { throw .malformed }
    self.digest = digest
    self.imprint = hash
    self.time = time
    nonce = fields.dropFirst(5).lazy.compactMap(\.integerBytes).first
  }

  /// What is wrong with the token's own signature, and whether its authority may stamp times.
  var flaws: [CMSFlaw] {
    let content = signedData.content ?? []
    var flaws = signedData.flaws(
      contentDigest: signedData.digest.digest(of: content), type: .tstInfo, needsSigningCertificate: true)
    if let certificate = signedData.signerCertificate, !certificate.isTimestampAuthority {
      flaws.append(.noSignerCertificate)
    }
    return flaws
  }

  /// Whether the token is about `bytes`, which stand in two pieces.
  func covers(_ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8> = []) -> Bool {
    digest.digest(of: first, and: second)[...] == imprint
  }
}
