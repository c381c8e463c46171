import Cryptography

/// An answer about certificates' revocation (RFC 6960, 4.2).
struct OCSPResponse: Sendable {
  /// What is said about one certificate.
  struct Answer: Sendable {
    /// Good, or revoked when, or unknown.
    enum Status: Hashable, Sendable {
      case good, revoked(PointInTime), unknown
    }

    var digest: DigestAlgorithm
    var issuerName: ArraySlice<UInt8>
    var issuerKey: ArraySlice<UInt8>
    var serial: ArraySlice<UInt8>
    var status: Status
    var thisUpdate: PointInTime
    var nextUpdate: PointInTime?
  }

  let der: [UInt8]
  let answers: [Answer]
  let certificates: [Certificate]
  private let algorithm: SignatureAlgorithm
  private let signature: ArraySlice<UInt8>
  private let signedPart: ArraySlice<UInt8>

  /// The answer of DER bytes: an OCSPResponse.
  init(_ bytes: ArraySlice<UInt8>) throws(DERError) {
    let malformed = DERError(structure: "OCSPResponse")
    guard let outer = try DERNode(bytes, as: "OCSPResponse").sequence, outer.count == 2,
      outer[0].isUniversal(10), outer[0].content == [0], outer[1].isContext(0),
      let typed = outer[1].only?.sequence, typed.count == 2, typed[0].oid == .ocspBasic,
      let octets = typed[1].octets,
      let parts = try DERNode(octets, as: "BasicOCSPResponse").sequence, (3...4).contains(parts.count),
      let fields = parts[0].sequence, let signature = parts[2].wholeBits
    else { throw malformed }
    algorithm = try SignatureAlgorithm(parts[1])
    self.signature = signature
    signedPart = parts[0].encoded
    certificates =
      parts.count == 4 ? (parts[3].only?.sequence ?? []).compactMap { try? Certificate(der: $0.encoded) } : []
    guard let list = fields.first(where: { $0.sequence != nil && !$0.isContext })?.sequence else {
      throw malformed
    }
    var answers: [Answer] = []
    for node in list { answers.append(try Self.answer(node)) }
    self.answers = answers
    der = Array(bytes)
  }

  private static func answer(_ node: DERNode) throws(DERError) -> Answer {
    let malformed = DERError(structure: "SingleResponse")
    guard let fields = node.sequence, fields.count >= 3, let identifier = fields[0].sequence,
      identifier.count == 4,
      let name = identifier[1].octets, let key = identifier[2].octets,
      let serial = identifier[3].integerBytes,
      let start = fields[2].time
    else { throw malformed }
    let status: Answer.Status
    switch (fields[1].isContext, fields[1].tag) {
    case (true, 0): status = .good
    case (true, 1):
      guard let time = fields[1].children?.first?.time else { throw malformed }
      status = .revoked(time)
    case (true, 2): status = .unknown
    default: throw malformed
    }
    let end = fields.dropFirst(3).first { $0.isContext(0) }?.only?.time
    return Answer(
      digest: try DigestAlgorithm(identifier: identifier[0]), issuerName: name, issuerKey: key,
      serial: serial,
      status: status, thisUpdate: start, nextUpdate: end)
  }

  /// What it says about a certificate of an authority; `nil` where it says nothing, or isn't the authority's word.
  func answer(about certificate: Certificate, issuer: Certificate) -> Answer? {
    guard isSigned(for: issuer) else { return nil }
    guard let key = try? DERNode(issuer.publicKey, as: "SubjectPublicKeyInfo").sequence?.last?.wholeBits
    else {
      return nil
    }
    return answers.first { answer in
      answer.serial == certificate.serialNumber[...]
        && answer.digest.digest(of: issuer.subject.der[...])[...] == answer.issuerName
        && answer.digest.digest(of: key)[...] == answer.issuerKey
    }
  }

  /// Whether the authority signed it, or a responder that the authority says may (RFC 6960, 4.2.2.2).
  private func isSigned(for issuer: Certificate) -> Bool {
    guard let digest = algorithm.digest, digest != .sha1 else { return false }
    func isSigned(by signer: Certificate) -> Bool {
      algorithm.scheme.verifies(signature, over: signedPart, publicKey: signer.publicKey, digest: digest)
    }
    if isSigned(by: issuer) { return true }
    return certificates.contains { responder in
      responder.issuer.der == issuer.subject.der
        && responder.extendedKeyUsage?.purposes.contains(.ocspSigning) == true
        && responder.signatureAlgorithm.digest != .sha1 && responder.isSigned(by: issuer)
        && isSigned(by: responder)
        && answers.allSatisfy { responder.notBefore <= $0.thisUpdate && $0.thisUpdate <= responder.notAfter }
    }
  }

  /// A request about one certificate (RFC 6960, 4.1), in DER.
  static func request(about certificate: Certificate, issuer: Certificate) -> [UInt8] {
    DERWriter.sequence(
      DERWriter.sequence(
        DERWriter.sequence(DERWriter.sequence(identifier(of: certificate, issuer: issuer)))))
  }

  /// What names a certificate in a request and its answer: a CertID (RFC 6960, 4.1.1).
  static func identifier(of certificate: Certificate, issuer: Certificate) -> [UInt8] {
    // SHA-1 only names the certificate here; many responders know nothing else (RFC 6960, 4.3).
    let digest = DigestAlgorithm.sha1
    let key = (try? DERNode(issuer.publicKey, as: "SubjectPublicKeyInfo").sequence?.last?.wholeBits) ?? []
    return DERWriter.sequence(
      digest.identifier(withNull: true), DERWriter.octets(digest.digest(of: issuer.subject.der[...])),
      DERWriter.octets(digest.digest(of: key)), DERWriter.element(2, certificate.serialNumber))
  }
}
