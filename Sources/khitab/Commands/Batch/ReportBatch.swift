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
    help: ArgumentHelp(say("ملف التقرير: csv أو json.", "The report's file: csv or json."), valueName: "file")
  )
  var output: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard output.map({ $0.hasSuffix(".csv") || $0.hasSuffix(".json") }) ?? true else {
      throw ValidationError(say("ينتهي اسم الملف بـ .csv أو .json", "the file's name ends in .csv or .json"))
    }
  }

  /// One record's fate, without anything of the person.
  private struct Line: Encodable {
    var record: Int
    var number: String?
    var printed: String?
    var sha256: String?
    var outbox: String?
    var refusals: [String]
    var warnings: [String]
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let found = try register.batch(batch) else {
        log.error(.noBatch(batch), hints: [.batches(try register.batches())])
        return
      }
      let lines = try lines(of: try BatchPlan(text: found.plan), in: register)
      let issued = lines.count { $0.number != nil }
      let refused = lines.count { !$0.refusals.isEmpty }
      Interface.report(
        say(
          "السجلات \(lines.count): صدر \(issued)، وامتنع \(refused)، وبقي \(lines.count - issued - refused).",
          "\(lines.count) records: \(issued) issued, \(refused) refused, \(lines.count - issued - refused) waiting."
        ))
      for approval in found.approvals {
        Interface.report("\(approval.role): \(approval.by), \(approval.at.iso)")
      }
      guard let output else { return }
      let text = output.hasSuffix(".json") ? try interface.json(lines) + "\n" : csv(lines)
      try OutputFile(path: output).write(Array(text.utf8))
    }
  }

  private func lines(of plan: BatchPlan, in register: Register) throws -> [Line] {
    var query = Register.Query()
    (query.batch, query.limit) = (batch, plan.members.count)
    let entries = Dictionary(try register.search(query).map { ($0[.member] ?? "", $0) }) { first, _ in first }
    return try plan.members.map { member in
      // Who stands twice in the plan has one mark; the letter is the first record's.
      let entry = member.isEligible ? entries[member.mark] : nil
      return Line(
        record: member.ordinal, number: entry?.number.description, printed: entry?.printed,
        sha256: entry?[.file],
        outbox: try entry.flatMap { try register.outbox(of: $0).first?.state.rawValue },
        refusals: member.refusals, warnings: member.warnings)
    }
  }

  private func csv(_ lines: [Line]) -> String {
    let headings = [
      "السجل", "رقم القيد", "الرقم المعتمد", "بصمة الملف", "حالة الإرسال", "أسباب الامتناع", "التنبيهات",
    ]
    return CSVText.text(
      [headings]
        + lines.map { line in
          [
            String(line.record), line.printed ?? "", line.number ?? "", line.sha256 ?? "", line.outbox ?? "",
            line.refusals.joined(separator: " "), line.warnings.joined(separator: " "),
          ]
        })
  }
}
