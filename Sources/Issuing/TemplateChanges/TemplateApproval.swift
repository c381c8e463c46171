public import Diagnostics
import Foundation
public import Register
import Templates
import Themes
public import Values

extension LoadedTemplate {
  /// SHA-256 of its text and the pieces it includes, as entries state it.
  public var sha256: String { LetterInputs.hash(of: self) }

  /// This form of the template, as the register keeps it when somebody approves it.
  public func version(approvedBy name: String, at now: Moment) -> TemplateVersion {
    TemplateVersion(
      sha256: sha256, template: template.settings.identifier,
      version: template.settings.version,
      files: sources.map { .init(name: URL(filePath: $0.file).lastPathComponent, text: $0.text) },
      approvedBy: name, approvedAt: now)
  }
}

extension TemplateVersion {
  /// The template of this version, parsed as it stood.
  public func loaded(log: inout DiagnosticLog) -> LoadedTemplate? {
    let sources = files.map { TemplateSource(file: $0.name, text: $0.text) }
    guard let own = sources.first else { return nil }
    let pieces = Array(sources.dropFirst())
    let template = Template.parse(
      own, includes: { name in pieces.first { $0.file == name + ".khitab" } }, log: &log)
    return template.map { LoadedTemplate(template: $0, source: own, pieces: pieces) }
  }
}

extension Issuer {
  /// Says so where the office wants templates approved and this form of the template isn't.
  public func checkApproval(of name: String, log: inout DiagnosticLog) throws(RegisterError) {
    guard composer.office.profile?.registry.approvesTemplates == true else { return }
    if try register.templateVersion(inputs.template) == nil {
      log.error(.notApproved(name), hints: [.approve(name)])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notApproved(_ name: String) -> Self {
    Self(
      "issuing.template-not-approved",
      arabic: "القالب «\u{2068}\(name)\u{2069}» بصورته الحالية لم يُعتمد، فلا يصدر منه خطاب",
      english: "The template “\(name)” as it is now isn't approved, so no letter is issued from it")
  }
}

extension Diagnostic.Hint {
  fileprivate static func approve(_ name: String) -> Self {
    Self(
      arabic: "قارنه بـ khitab template diff ثم اعتمده بـ khitab template approve \(name)",
      english: "Compare it with `khitab template diff`, then `khitab template approve \(name)`")
  }
}
