import Diagnostics
import Signing

/// A verification's report as lines for a person.
struct VerificationText {
  let report: VerificationReport
  let file: String

  var lines: [String] {
    var lines = ["\(file): \(verdict(report.verdict))"]
    lines += report.findings.map { "  " + line($0) }
    for signature in report.signatures {
      lines.append("  " + heading(signature))
      lines += times(signature).map { "    " + $0 }
      lines += signature.findings.map { "    " + line($0) }
    }
    return lines
  }

  private func heading(_ signature: VerificationReport.Signature) -> String {
    let kind = signature.isTimestamp ? say("ختم وقت", "time-stamp") : say("توقيع", "signature")
    let by = [signature.signer, signature.organization].compactMap { $0 }.joined(separator: say("، ", ", "))
    let level = signature.level.map { " \($0.rawValue)" } ?? ""
    return
      "\(kind) «\(signature.field)»\(by.isEmpty ? "" : " (\(by))"):\(level) \(verdict(signature.verdict))"
  }

  private func times(_ signature: VerificationReport.Signature) -> [String] {
    var lines: [String] = []
    if let time = signature.trustedTime {
      lines.append(say("الوقت الموثوق: \(time)", "trusted time: \(time)"))
    } else if let time = signature.claimedTime {
      lines.append(say("الوقت الذي يذكره الموقّع: \(time)", "time the signer states: \(time)"))
    }
    if !signature.coversWholeFile {
      lines.append(
        say(
          "وُقّعت النسخة \(signature.revision) من \(report.revisions)، ثم أُضيف بعدها",
          "it signs revision \(signature.revision) of \(report.revisions); the file was added to since"))
    }
    return lines
  }

  private func line(_ finding: VerificationReport.Finding) -> String {
    let mark =
      switch finding.weight {
      case .failure: say("خطأ", "error")
      case .doubt: say("غير معلوم", "unknown")
      case .remark: say("ملاحظة", "note")
      }
    return "\(mark): \(say(finding.message.arabic, finding.message.english))"
  }

  private func verdict(_ verdict: VerificationReport.Verdict) -> String {
    switch verdict {
    case .valid: say("صحيح", "valid")
    case .indeterminate: say("لا يُعلم", "indeterminate")
    case .invalid: say("غير صحيح", "invalid")
    }
  }
}
