import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register

/// `khitab batch plan`: every record tried, the letters to look at chosen, nothing numbered.
struct PlanBatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: say(
      "يجرّب خطابات الدفعة كلها ولا يرقّم شيئاً.", "Try every letter of a batch; nothing is numbered."),
    discussion: say(
      "يطبع اسم الدفعة؛ اعتمدها به ثم أصدرها.", "It prints the batch's name, to approve and run it by."))

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String

  @Option(
    help: ArgumentHelp(
      say("مجلد تُكتب فيه مسودات الخطابات التي تُراجع.", "A folder for drafts of the letters to look at."),
      valueName: "folder"))
  var samples: String?

  @Option(help: ArgumentHelp(say("عدد العمال المتوازين.", "How many letters are worked on at once.")))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup var data: DataOptions
  @OptionGroup var services: CatalogueOption

  @OptionGroup var people: RoleOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard records.records != nil else { throw ValidationError(say("يلزم --records", "--records is needed")) }
    guard (1...256).contains(jobs) else {
      throw ValidationError(say("--jobs من ١ إلى ٢٥٦", "--jobs is from 1 to 256"))
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    let opened = try IssuingPress.open(
      template: template, office: office, records: records, people: people, ledger: ledger,
      attachesData: data.attachData, log: &log)
    guard var press = opened else { return try interface.conclude(log) }
    try press.enterInCases(catalogue: services.catalogue, log: &log)
    guard !log.hasErrors else { return try interface.conclude(log) }
    let planner = BatchPlanner(issuer: press.issuer, jobs: jobs)
    let result = try planner.plan(
      press.records, template: template, records: records.arguments,
      office: office.arguments(beside: [records.records]),
      as: people.order(by: ledger.by), at: ledger.moment)
    let found = zip(press.records, result.logs).map { ($0.record.location, $1.diagnostics) }
    for diagnostic in LetterFindings(found).diagnostics { log.append(diagnostic) }
    var plan = result.plan
    plan.attachesData = data.attachData
    let kept = try plan.kept(in: press.issuer.register, named: press.name, at: ledger.moment, log: &log)
    try interface.print(log.diagnostics)
    guard let id = kept else { throw Outcome.errors }
    try draw(plan, with: press)
    let eligible = plan.members.count { $0.isEligible }
    Interface.report(
      say(
        "خطابات الدفعة \(eligible)، ولا يصدر لـ \(plan.members.count - eligible) من السجلات لأخطاء فيها.",
        "\(eligible.english("letter")), \((plan.members.count - eligible).english("record")) refused for errors."
      ))
    var named: Set<Int> = []
    for ordinal in plan.samples.map(\.ordinal) where named.insert(ordinal).inserted {
      let reasons = plan.samples.filter { $0.ordinal == ordinal }.map(\.reason)
      Interface.report(
        say(
          "راجع السجل \(ordinal): \(reasons.map(\.arabicName).joined(separator: "، "))",
          "look at record \(ordinal): \(reasons.map(\.rawValue).joined(separator: ", "))"))
    }
    print(id)
    if eligible < plan.members.count || log.hasErrors { throw Outcome.errors }
  }

  private func draw(_ plan: BatchPlan, with press: IssuingPress) throws {
    guard let samples else { return }
    var drawn: Set<Int> = []
    for sample in plan.samples where drawn.insert(sample.ordinal).inserted {
      let bytes = try press.issuer.draft(of: press.records[sample.ordinal - 1], at: ledger.moment)
      guard let bytes else { continue }
      try OutputFile(path: "\(samples)/sample-\(sample.ordinal).pdf").write(bytes)
    }
  }
}
