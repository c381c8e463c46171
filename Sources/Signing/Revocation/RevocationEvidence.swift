/// What is known about revocation: certificates, CRLs and OCSP answers, from a signature, a file's DSS, or fetched.
struct RevocationEvidence: Sendable {
  var certificates: [Certificate] = []
  var lists: [RevocationList] = []
  var answers: [OCSPResponse] = []

  /// Whether a certificate was revoked.
  enum Status: Hashable, Sendable {
    /// Not revoked as of the evidence, which is from this time.
    case good(asOf: PointInTime)
    /// Revoked at this time.
    case revoked(PointInTime)
    /// No evidence of its issuer's.
    case unknown
  }

  /// What the evidence says about a certificate at a time.
  ///
  /// Evidence counts if it was made no later than `limit`, the latest time whose word is believed. Of several the
  /// latest speaks, but one that says revoked is never outvoted. Evidence that had run out at `time` says nothing good.
  func status(
    of certificate: Certificate, issuer: Certificate, at time: PointInTime, limit: PointInTime
  ) -> Status {
    var latest: PointInTime?
    var revoked: PointInTime?
    func note(_ revocation: PointInTime?, from start: PointInTime, to end: PointInTime?) {
      guard start <= limit else { return }
      if let revocation { revoked = min(revoked ?? revocation, revocation) }
      // Evidence speaks for a time until its next update, and for every earlier time.
      guard (end ?? start.adding(seconds: 7 * 86_400)) >= time else { return }
      // Authorities may forget a revoked certificate once it has ended (RFC 5280, 3.3).
      guard start <= certificate.notAfter else { return }
      latest = max(latest ?? start, start)
    }
    for answer in answers {
      guard let found = answer.answer(about: certificate, issuer: issuer) else { continue }
      switch found.status {
      case .good: note(nil, from: found.thisUpdate, to: found.nextUpdate)
      case .revoked(let time): note(time, from: found.thisUpdate, to: found.nextUpdate)
      case .unknown: continue
      }
    }
    for list in lists where list.isSigned(by: issuer) {
      note(list.revocation(of: certificate), from: list.thisUpdate, to: list.nextUpdate)
    }
    if let revoked { return .revoked(revoked) }
    return latest.map { .good(asOf: $0) } ?? .unknown
  }
}
