import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register

/// `khitab batch run`: the letters of an approved plan; stopped at any moment, it goes on where it was.
struct RunBatch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say("يُصدر خطابات دفعة معتمدة.", "Issue the letters of an approved batch."),
    discussion: say(
      "إن توقف لأي سبب فأعده: لكل عضو خطاب واحد ورقم واحد.",
      "Stopped for any reason, run it again: every member has one letter and one number."))

  @Argument(help: ArgumentHelp(say("الدفعة.", "The batch.")))
  var batch: String

  @Option(help: ArgumentHelp(say("عدد العمال المتوازين.", "How many letters are worked on at once.")))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      say(
        "مجلد الخطابات الصادرة؛ وإلا فمجلد letters في مجلد المكتب.",
        "The folder of issued letters; by default letters, in the office's folder."),
      valueName: "folder"))
  var letters: String?

  @OptionGroup var services: CatalogueOption

  @OptionGroup var signatures: LetterSignatureOptions
  @OptionGroup var purpose: SigningReason
  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError(say("--jobs من ١ إلى ٢٥٦", "--jobs is from 1 to 256"))
    }
  }

  func run() async throws {
    var log = DiagnosticLog()
    guard let job = try job(log: &log) else { return try interface.conclude(log) }
    let clock = options.ledger.clock
    let bar = ProgressBar(total: job.plan.members.count)
    let work = Task {
      try job.run.run(job.press.records, as: job.order, now: clock) { bar.show($0) }
    }
    let signals = Interruption.cancelling(work)
    defer { signals.stop() }
    let outcome = try await work.value
    bar.finish()
    log.append(contentsOf: outcome.log)
    for refused in outcome.refused { log.append(contentsOf: refused.log) }
    Interface.report(
      say(
        "صدر الآن \(outcome.issued.count)، وصدر من قبل \(outcome.before)، ولم يصدر \(outcome.refused.count).",
        "\(outcome.issued.count) issued now, \(outcome.before) before, \(outcome.refused.count) refused."))
    try interface.conclude(log)
  }

  private struct Job {
    var run: BatchRun
    var plan: BatchPlan
    var press: IssuingPress
    var order: IssueOrder
  }

  /// Opens everything as the plan has it, if it was approved and nothing it depends on has changed since.
  private func job(log: inout DiagnosticLog) throws -> Job? {
    guard let register = try options.open(log: &log) else { return nil }
    guard let found = try register.batch(batch) else {
      log.error(.noBatch(batch), hints: [.batches(try register.batches())])
      return nil
    }
    guard let approver = found.approvals.last(where: { $0.role != "reviewer" }) else {
      log.error(.notApproved(batch))
      return nil
    }
    let plan = try BatchPlan(text: found.plan)
    var people = try RoleOptions.parse([])
    (people.channel, people.letters) = (plan.channel, letters ?? options.folder + "/letters")
    people.approver = approver.by
    people.reviewer = found.approvals.last { $0.role == "reviewer" }?.by
    // The plan names the office it was made in; the register is the one that holds the plan.
    var ledger = options.ledger
    ledger.register = options.path
    let opened = try IssuingPress.open(
      template: plan.template, office: try OfficeOptions.parse(plan.office),
      records: try RecordOptions.parse(plan.records), people: people, ledger: ledger,
      attachesData: plan.attachesData, log: &log)
    guard var press = opened else { return nil }
    let changed = plan.inputs.filter { press.issuer.inputs.byColumn[$0.key] != $0.value }.keys.sorted()
    guard changed.isEmpty else {
      log.error(.inputsChanged(changed))
      return nil
    }
    try signatures.apply(to: &press, for: purpose, at: ledger.clock, log: &log)
    let cases = try press.correspondence(catalogue: services.catalogue, log: &log)
    guard !log.hasErrors else { return nil }
    var run = BatchRun(issuer: press.issuer, batch: batch, plan: plan, jobs: jobs)
    run.cases = cases
    return Job(run: run, plan: plan, press: press, order: people.order(by: plan.preparer))
  }
}

extension Diagnostic.Message {
  fileprivate static func notApproved(_ batch: String) -> Self {
    Self(
      "khitab.batch-not-approved", arabic: "الدفعة \u{2068}\(batch)\u{2069} لم تُعتمد بعد",
      english: "The batch \(batch) isn't approved yet")
  }
  fileprivate static func inputsChanged(_ names: [String]) -> Self {
    let list = names.joined(separator: ", ")
    return Self(
      "khitab.batch-inputs-changed", arabic: "تغيّر بعد التخطيط: \u{2066}\(list)\u{2069}؛ خطط الدفعة من جديد",
      english: "Changed since the plan: \(list); plan the batch again")
  }
}
