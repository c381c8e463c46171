import Diagnostics
import Signing

/// A verification's report for programs.
struct VerificationDocument: Encodable {
  struct Finding: Encodable {
    var weight: String
    var id: String
    var arabic: String
    var english: String

    init(_ finding: VerificationReport.Finding) {
      weight = finding.weight.rawValue
      (id, arabic, english) = (finding.message.id, finding.message.arabic, finding.message.english)
    }
  }

  struct Signature: Encodable {
    var field: String
    var kind: String
    var verdict: String
    var level: String?
    var signer: String?
    var organization: String?
    var claimedTime: String?
    var trustedTime: String?
    var revision: Int
    var coversWholeFile: Bool
    var findings: [Finding]
  }

  var file: String
  var verdict: String
  var revisions: Int
  var findings: [Finding]
  var signatures: [Signature]

  init(_ report: VerificationReport, file: String) {
    self.file = file
    verdict = report.verdict.rawValue
    revisions = report.revisions
    findings = report.findings.map(Finding.init)
    signatures = report.signatures.map { signature in
      Signature(
        field: signature.field, kind: signature.isTimestamp ? "timestamp" : "signature",
        verdict: signature.verdict.rawValue, level: signature.level?.rawValue, signer: signature.signer,
        organization: signature.organization, claimedTime: signature.claimedTime?.description,
        trustedTime: signature.trustedTime?.description, revision: signature.revision,
        coversWholeFile: signature.coversWholeFile, findings: signature.findings.map(Finding.init))
    }
  }
}
