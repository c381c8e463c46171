import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records

/// `khitab check`: templates and records, with nothing written.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يفحص القوالب والسجلات ولا يكتب شيئاً.", "Check templates and records; nothing is written."),
    discussion: say(
      "إن ذُكر قالب وسجلات فُحص كل خطاب حتى تقسيم صفحاته.",
      "With a template and records every letter is checked down to its page breaks."))

  @Argument(
    help: ArgumentHelp(
      say(
        "القوالب: معرّفاتها أو مساراتها؛ وإلا فكلها.", "The templates: ids or paths; all of them by default."))
  )
  var templates: [String] = []

  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    let installation = try Installation.find()
    let library = installation.library(ofOfficeIn: office.folder(beside: [records.records]))
    let names = templates.isEmpty ? library.ids : templates
    var log = DiagnosticLog()
    // What is wrong with the office or the theme is said once, not again with each template.
    var said: Set<Diagnostic> = []
    var set: RecordOptions.Found?
    for name in names {
      var own = DiagnosticLog()
      let workshop = try Workshop.open(
        template: name, office: office, beside: [records.records], isBlank: false, log: &own)
      if let workshop {
        if set == nil { set = try records.read(for: workshop) }
        for record in set?.records ?? [] where !templates.isEmpty {
          _ = workshop.composer.compose(record.record, log: &own)
        }
      }
      for diagnostic in own.diagnostics where !said.contains(diagnostic) { log.append(diagnostic) }
      said.formUnion(own.diagnostics)
    }
    if let set {
      log.append(contentsOf: set.log)
      for record in set.records { log.append(contentsOf: record.log) }
    }
    try interface.print(log.diagnostics)
    summarise(log, templates: names.count, records: set?.records.count)
    if log.hasErrors { throw Outcome.errors }
  }

  private func summarise(_ log: DiagnosticLog, templates: Int, records: Int?) {
    let errors = log.diagnostics.count { $0.severity == .error }
    let warnings = log.diagnostics.count { $0.severity == .warning }
    Interface.report(
      say(
        "القوالب: \(templates)، السجلات: \(records ?? 0)، الأخطاء: \(errors)، التنبيهات: \(warnings).",
        "\(templates.english("template")), \((records ?? 0).english("record")), \(errors.english("error")), \(warnings.english("warning"))."
      ))
  }
}
