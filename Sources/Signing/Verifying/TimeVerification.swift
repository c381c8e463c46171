import Cryptography
import Diagnostics
import PDFSyntax

/// Judges signatures by the times that authorities vouch for, from the last document time-stamp backwards, and says
/// which level each reaches (ETSI EN 319 102-1, 5.6; EN 319 142-1, 6).
struct TimeVerification {
  let file: PDFFile
  let verifier: SignatureVerifier
  let evidence: RevocationEvidence

  func run(_ items: inout [FileVerification.Item]) {
    // A document time-stamp proves that everything before its end was there; each is judged at the time of the next.
    var proofs: [(revision: Int, time: PointInTime)] = []
    for index in items.indices.reversed() where items[index].dictionary.isTimestamp {
      let limit = proofs.last?.time ?? verifier.now
      guard let token = items[index].token, let certificate = token.signedData.signerCertificate else {
        continue
      }
      let outcome = validate(token, certificate, at: limit)
      items[index].report.findings += outcome.findings
      items[index].report.trustedTime = token.time
      if outcome.findings.allSatisfy({
        $0.weight != .failure && $0.message.id != "trust.timestamp-not-trusted"
      }) {
        proofs.append((items[index].dictionary.revision, token.time))
      }
    }
    for index in items.indices where !items[index].dictionary.isTimestamp {
      judge(&items[index], proofs: proofs)
    }
  }

  private func validate(
    _ token: TimestampToken, _ certificate: Certificate, at time: PointInTime
  ) -> PathValidation.Outcome {
    var outcome = PathValidation(anchors: verifier.anchors, evidence: evidence, isTimestamp: true)
      .validate(certificate, known: token.signedData.certificates, at: time, limit: verifier.now)
    let data = token.signedData
    if !AlgorithmPolicy.allows(certificate, data.algorithm.scheme, data.digest, at: time)
      || !AlgorithmPolicy.allows(certificate, data.algorithm.scheme, token.digest, at: time)
    {
      outcome.findings.append(.failure(.weakAlgorithm))
    }
    if token.time < certificate.notBefore || token.time > certificate.notAfter {
      outcome.findings.append(.failure(.notValidAtTime(certificate.subject.description)))
    }
    return outcome
  }

  private func judge(_ item: inout FileVerification.Item, proofs: [(revision: Int, time: PointInTime)]) {
    guard let data = item.signedData, let certificate = data.signerCertificate else { return }
    let isSound = !item.report.findings.contains { $0.weight == .failure }
    // The last of the time-stamps that cover the signature is the one made first.
    let proof = proofs.last { $0.revision > item.dictionary.revision }?.time
    var time = proof
    var timestampHasRevocation = true
    var hasTimestamp = false
    if let attribute = data.unsignedAttribute(.signatureTimeStamp) {
      let (token, findings, hasRevocation) = signatureTimestamp(attribute, data, at: proof ?? verifier.now)
      item.report.findings += findings
      timestampHasRevocation = hasRevocation
      if let token {
        time = min(time ?? token.time, token.time)
        hasTimestamp = true
      }
    }
    item.report.trustedTime = time
    let outcome = PathValidation(anchors: verifier.anchors, evidence: evidence, isTimestamp: false)
      .validate(certificate, known: data.certificates, at: time ?? verifier.now, limit: verifier.now)
    item.report.findings += outcome.findings
    if !AlgorithmPolicy.allows(certificate, data.algorithm.scheme, data.digest, at: time ?? verifier.now) {
      item.report.findings.append(.failure(.weakAlgorithm))
    }
    if let claimed = item.report.claimedTime {
      if let time, claimed > time.adding(seconds: 300) {
        item.report.findings.append(.failure(.claimedAfterTrusted))
      } else if claimed > verifier.now.adding(seconds: 86_400) {
        // A day, for clocks that were set to the wrong zone.
        item.report.findings.append(.failure(.claimedInFuture))
      }
    }
    let isPAdES = item.dictionary.dictionary["SubFilter"].name == "ETSI.CAdES.detached"
    guard isSound, isPAdES, item.isDistinguished, item.report.claimedTime != nil,
      data.signedAttribute(.signingTime) == nil
    else {
      return
    }
    var level = SignatureLevel.bB
    if hasTimestamp { level = .bT }
    if hasTimestamp, outcome.hasRevocation, timestampHasRevocation, !outcome.path.isEmpty { level = .bLT }
    if level == .bLT, proof != nil { level = .bLTA }
    item.report.level = level
  }

  /// The time-stamp over a signature's value, where it is one.
  private func signatureTimestamp(
    _ attribute: DERNode, _ data: SignedData, at time: PointInTime
  ) -> (token: TimestampToken?, findings: [VerificationReport.Finding], hasRevocation: Bool) {
    do throws(CMSFlaw) {
      let token = try TimestampToken(attribute.encoded)
      guard let certificate = token.signedData.signerCertificate else { throw .noSignerCertificate }
      if let flaw = token.flaws.first { throw flaw }
      guard token.covers(data.signature) else { return (nil, [.failure(.timestampOfOther)], false) }
      let outcome = validate(token, certificate, at: time)
      let isTrusted = outcome.findings.allSatisfy {
        $0.weight != .failure && $0.message.id != "trust.timestamp-not-trusted"
      }
      return (isTrusted ? token : nil, outcome.findings, outcome.hasRevocation)
    } catch {
      return (nil, [.failure(.badTimestamp(error))], false)
    }
  }
}

extension Diagnostic.Message {
  static let claimedAfterTrusted = Self(
    "signature.claimed-after-trusted", arabic: "يذكر الموقّع وقتاً بعد وقت ختم الجهة المختصة",
    english: "The signer states a time later than the authority's time-stamp")
  static let timestampOfOther = Self(
    "signature.timestamp-of-other", arabic: "ختم الوقت منسوخ من توقيع آخر",
    english: "The time-stamp belongs to another signature")

  static func badTimestamp(_ flaw: CMSFlaw) -> Self {
    let inner = Self.flaw(flaw)
    return Self(
      "signature.bad-timestamp", arabic: "ختم الوقت غير صحيح: \(inner.arabic)",
      english: "The time-stamp is unsound: \(inner.english)")
  }
}
