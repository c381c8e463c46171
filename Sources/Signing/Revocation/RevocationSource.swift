import Cryptography

/// Who can be asked about revocation.
///
/// Tests and trials have one of their own.
public protocol RevocationSource: Sendable {
  /// The bytes of a CRL from an address, or `nil` when it can't be reached.
  func revocationList(at address: String) -> [UInt8]?
  /// The answer (OCSPResponse) of a responder at an address to a request, or `nil` when it can't be reached.
  func answer(to request: [UInt8], at address: String) -> [UInt8]?
}

extension SecurityStore {
  /// A value for the changing half of a file's ID.
  static func identifier(after old: [UInt8], _ parts: [[UInt8]]) -> [UInt8] {
    var bytes = old
    for part in parts { bytes += SHA256Digest(of: part).bytes }
    return Array(SHA256Digest(of: bytes).bytes.prefix(16))
  }

  /// Adds a certificate's path and what says that none of it is revoked.
  /// - Parameters:
  ///   - certificate: the certificate to begin with.
  ///   - known: certificates that may stand between.
  ///   - anchors: certificates that are trusted.
  ///   - time: when the evidence is gathered.
  ///   - source: who is asked.
  /// - Throws: `SigningError` where the path or the evidence isn't complete, or a certificate is revoked.
  mutating func add(
    pathOf certificate: Certificate, known: [Certificate], anchors: [Certificate], time: PointInTime,
    source: any RevocationSource
  ) throws(SigningError) {
    let path: [Certificate]
    do {
      let bytes = try CertificatePath.build(
        leaf: certificate.der, others: known.flatMap(\.der), anchors: anchors.flatMap(\.der),
        time: time.secondsSince1970)
      path = try Certificate.list(bytes)
    } catch {
      throw .noPath(subject: certificate.subject.description)
    }
    for certificate in path where !certificates.contains(certificate.der) {
      certificates.append(certificate.der)
    }
    for (certificate, issuer) in zip(path, path.dropFirst()) where !certificate.needsNoRevocationCheck {
      try addEvidence(about: certificate, issuer: issuer, time: time, source: source)
    }
  }

  private mutating func addEvidence(
    about certificate: Certificate, issuer: Certificate, time: PointInTime, source: any RevocationSource
  ) throws(SigningError) {
    func status(_ evidence: RevocationEvidence) -> RevocationEvidence.Status {
      evidence.status(of: certificate, issuer: issuer, at: time, limit: time)
    }
    var found = status(evidence)
    let request = OCSPResponse.request(about: certificate, issuer: issuer)
    for address in certificate.ocspAddresses where found == .unknown {
      guard let bytes = source.answer(to: request, at: address), let answer = try? OCSPResponse(bytes[...])
      else { continue }
      found = status(RevocationEvidence(answers: [answer]))
      if found != .unknown { answers.append(bytes) }
    }
    for address in certificate.revocationListAddresses where found == .unknown {
      guard let bytes = source.revocationList(at: address), let list = try? RevocationList(bytes[...]) else {
        continue
      }
      found = status(RevocationEvidence(lists: [list]))
      if found != .unknown { lists.append(bytes) }
    }
    switch found {
    case .good: return
    case .revoked: throw .revoked(subject: certificate.subject.description)
    case .unknown: throw .noRevocation(subject: certificate.subject.description)
    }
  }
}
