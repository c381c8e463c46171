import Cryptography
import Diagnostics

/// Validates a certificate at a time: its path, the algorithms on it, and revocation.
struct PathValidation {
  let anchors: [Certificate]
  let evidence: RevocationEvidence
  /// What names the certificate in findings: the signer's, or a time-stamp authority's.
  let isTimestamp: Bool

  /// What was found, and the path where there is one.
  struct Outcome {
    var path: [Certificate] = []
    var findings: [VerificationReport.Finding] = []
    /// Whether revocation of every certificate is known from evidence.
    var hasRevocation = false
  }

  /// Validates a certificate.
  /// - Parameters:
  ///   - certificate: the certificate.
  ///   - known: certificates that may stand between.
  ///   - time: the time it must have been valid at.
  ///   - limit: the latest time whose evidence counts.
  /// - Returns: the outcome.
  func validate(
    _ certificate: Certificate, known: [Certificate], at time: PointInTime, limit: PointInTime
  ) -> Outcome {
    var outcome = Outcome()
    let others = (known + evidence.certificates).filter { $0 != certificate }
    do {
      let bytes = try CertificatePath.build(
        leaf: certificate.der, others: others.flatMap(\.der), anchors: anchors.flatMap(\.der),
        time: time.secondsSince1970)
      outcome.path = try Certificate.list(bytes)
    } catch {
      outcome.findings.append(finding(for: error as? CertificatePath.Flaw ?? .notTrusted, certificate))
      return outcome
    }
    for (subject, issuer) in zip(outcome.path, outcome.path.dropFirst()) {
      let algorithm = subject.signatureAlgorithm
      if !AlgorithmPolicy.allows(issuer, algorithm.scheme, algorithm.digest ?? .sha256, at: time) {
        outcome.findings.append(.failure(.weakAlgorithm))
      }
    }
    outcome.hasRevocation = true
    for (subject, issuer) in zip(outcome.path, outcome.path.dropFirst()) where !subject.needsNoRevocationCheck
    {
      switch evidence.status(of: subject, issuer: issuer, at: time, limit: limit) {
      case .good: continue
      case .revoked(let moment):
        // A revocation after the trusted time doesn't touch what was signed before it.
        if moment <= time { outcome.findings.append(.failure(.revoked(subject.subject.description))) }
      case .unknown: outcome.hasRevocation = false
      }
    }
    if !outcome.hasRevocation { outcome.findings.append(.doubt(.revocationUnknown)) }
    return outcome
  }

  private func finding(
    for flaw: CertificatePath.Flaw, _ certificate: Certificate
  ) -> VerificationReport.Finding {
    let name = certificate.subject.description
    switch flaw {
    case .notTrusted: return isTimestamp ? .doubt(.timestampNotTrusted) : .doubt(.notTrusted(name))
    case .notYetValid, .expired: return .failure(.notValidAtTime(name))
    case .badSignature: return .failure(.badCertificate(name))
    case .unsuitable: return .failure(.unsuitableCertificate(name))
    }
  }
}

extension Diagnostic.Message {
  static let weakAlgorithm = Self(
    "trust.weak-algorithm", arabic: "خوارزمية التوقيع أو مفتاحه لم يعد يُعتمد عليهما في ذلك الوقت",
    english: "The algorithm or key was no longer to be relied on at that time")
  static let revocationUnknown = Self(
    "trust.revocation-unknown", arabic: "لا يُعرف هل أُلغيت الشهادة أم لا",
    english: "Nothing says whether the certificate was revoked")
  static let timestampNotTrusted = Self(
    "trust.timestamp-not-trusted", arabic: "ختم الوقت من جهة لا يُعرف أنها موثوقة",
    english: "The time-stamp is by an authority that isn't known to be trusted")

  static func revoked(_ name: String) -> Self {
    Self(
      "trust.revoked", arabic: "كانت شهادة «\(name)» ملغاة وقت التوقيع",
      english: "The certificate of «\(name)» was revoked at the time")
  }
  static func notTrusted(_ name: String) -> Self {
    Self(
      "trust.not-trusted", arabic: "شهادة «\(name)» ليست صادرة عن جهة موثوقة عندك",
      english: "The certificate of «\(name)» doesn't come from an authority you trust")
  }
  static func notValidAtTime(_ name: String) -> Self {
    Self(
      "trust.not-valid-at-time", arabic: "لم تكن شهادة «\(name)» سارية وقت التوقيع",
      english: "The certificate of «\(name)» wasn't valid at the time")
  }
  static func badCertificate(_ name: String) -> Self {
    Self(
      "trust.bad-certificate", arabic: "شهادة «\(name)» مزورة أو تالفة",
      english: "The certificate of «\(name)» is forged or damaged")
  }
  static func unsuitableCertificate(_ name: String) -> Self {
    Self(
      "trust.unsuitable-certificate", arabic: "شهادة «\(name)» أو شهادة مُصدِرها لا تصلح لهذا الغرض",
      english: "The certificate of «\(name)», or one above it, isn't meant for this")
  }
}
