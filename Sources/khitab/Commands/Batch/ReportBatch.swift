import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Values

/// `khitab batch report`: what became of every record of a batch.
struct ReportBatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say("تقرير دفعة: ما جرى لكل سجل.", "Report what became of every record of a batch."))

  @Argument(help: ArgumentHelp(say("الدفعة.", "The batch.")))
  var batch: String

  @Option(
    help: ArgumentHelp(
      say("ملف التقرير: csv أو json أو pdf.", "The report's file: csv, json or pdf."), valueName: "file")
  )
  var output: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    let endings = [".csv", ".json", ".pdf"]
    guard output.map({ name in endings.contains { name.lowercased().hasSuffix($0) } }) ?? true else {
      throw ValidationError(
        say("ينتهي اسم الملف بـ .csv أو .json أو .pdf", "the file's name ends in .csv, .json or .pdf"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let found = try register.batch(batch) else {
        log.error(.noBatch(batch), hints: [.batches(try register.batches())])
        return
      }
      let plan = try BatchPlan(text: found.plan)
      guard plan.caseAct == nil else {
        log.error(.isAct(batch), hints: [.showCase])
        return
      }
      let fates = try plan.fates(of: batch, in: register)
      let issued = fates.count { $0.number != nil }
      let refused = fates.count { !$0.refusals.isEmpty }
      Interface.report(
        say(
          "السجلات \(fates.count): صدر \(issued)، وامتنع \(refused)، وبقي \(fates.count - issued - refused).",
          "\(fates.count.english("record")): \(issued) issued, \(refused) refused, \(fates.count - issued - refused) waiting."
        ))
      for approval in found.approvals {
        let role = ApprovePlan.Role(rawValue: approval.role).map { say($0.arabicName, $0.rawValue) }
        Interface.report(
          "\(role ?? approval.role): \(approval.by)\(say("،", ",")) \(RegisterTable.text(of: approval.at))")
      }
      if let withdrawal = found.withdrawal {
        try interface.print([.init(.note, .withdrawn(batch, withdrawal))])
      }
      if let output { try write(fates, of: found, in: register, to: output, log: &log) }
    }
  }

  private func write(
    _ fates: [BatchFate], of found: RegisteredBatch, in register: Register, to output: String,
    log: inout DiagnosticLog
  ) throws {
    switch output.lowercased().suffix(4) {
    case ".pdf":
      var query = Register.Query()
      (query.batch, query.limit) = (batch, 1)
      let title = try register.search(query).first?[.document] ?? found.template
      let report = try OfficeReport.batch(
        batch, created: found.created, template: title, fates: fates, day: options.moment.day)
      try report.write(as: "batch-report", of: options.folder, to: output, log: &log)
    case ".csv": try OutputFile(path: output).write(Array(csv(fates).utf8))
    default: try OutputFile(path: output).write(Array((try interface.json(fates) + "\n").utf8))
    }
  }

  private func csv(_ lines: [BatchFate]) -> String {
    let headings = [
      "السجل", "رقم القيد", "الرقم المعتمد", "بصمة الملف", "طريقة الإرسال", "حالة الإرسال", "آخر جواب",
      "أسباب الامتناع", "التنبيهات",
    ]
    return CSVText.text(
      [headings]
        + lines.map { line in
          [
            String(line.record), line.printed ?? "", line.number ?? "", line.sha256 ?? "", line.channel ?? "",
            line.outbox ?? "", line.reason ?? "",
            line.refusals.joined(separator: " "), line.warnings.joined(separator: " "),
          ]
        })
  }
}

extension Diagnostic.Hint {
  fileprivate static let showCase = Self(
    arabic: "ما جرى في المعاملة في khitab case show",
    english: "`khitab case show` shows what was done in the case")
}
