import ArgumentParser
import Diagnostics
import Foundation
import Issuing

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

  @OptionGroup var letters: LetterFolderOption

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
    let opened = try ApprovedRun.open(
      batch, in: options, letters: letters, jobs: jobs, catalogue: services.catalogue, signedWith: signatures,
      for: purpose, log: &log)
    guard let opened else { return try interface.conclude(log) }
    let clock = options.ledger.clock
    let bar = ProgressBar()
    let work = Task {
      try opened.run.run(opened.records, as: opened.order, now: clock) { bar.show($0) }
    }
    let signals = Interruption.cancelling(work)
    defer { signals.stop() }
    let outcome = try await work.value
    bar.finish()
    log.append(contentsOf: outcome.log)
    for refused in outcome.refused { log.append(contentsOf: refused.log) }
    let leftOut = opened.run.plan.members.count { !$0.isEligible }
    Interface.report(
      say(
        "صدر الآن \(outcome.issued)، وصدر من قبل \(outcome.before)، ولم يصدر \(outcome.refused.count)، واستُبعد عند الإعداد \(leftOut).",
        "\(outcome.issued) issued now, \(outcome.before) before, \(outcome.refused.count) refused, \(leftOut) left out when it was planned."
      ))
    try interface.conclude(log)
  }
}
