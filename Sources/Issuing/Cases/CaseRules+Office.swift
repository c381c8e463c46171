public import Cases
public import Diagnostics
import Themes

extension CaseRules {
  /// The rules of an office: the catalogue of a file, and what `office.yaml` says of replies.
  public static func read(
    from file: String, office: Office, log: inout DiagnosticLog
  ) throws(IssuingError) -> CaseRules? {
    guard let text = try InputFile.text(file, log: &log),
      let catalogue = SupportCatalogue.read(yaml: text, file: file, log: &log)
    else { return nil }
    let replies = office.profile?.replies ?? ReplySettings()
    return CaseRules(
      catalogue: catalogue, window: replies.window, earlyReplyApprovers: replies.earlyApprovers,
      appealDays: replies.appealDays, visitDays: replies.visitDays)
  }
}
