import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register

/// The letters of an approved plan, of a batch or of one letter, with everything that issuing them needs.
struct ApprovedRun {
  var run: BatchRun
  var records: [ReadRecord]
  var order: IssueOrder

  /// Opens everything as the plan has it, if it was approved and nothing it depends on has changed since.
  ///
  /// A single letter is asked for with `isLetter`: a batch isn't run by mistake.
  static func open(
    _ name: String, isLetter: Bool = false, in options: RegisterOptions, letters: LetterFolderOption,
    jobs: Int, catalogue: String?, signedWith signatures: LetterSignatureOptions, for purpose: SigningReason,
    log: inout DiagnosticLog
  ) throws -> ApprovedRun? {
    guard let register = try options.open(log: &log) else { return nil }
    guard let found = try register.batch(name) else {
      log.error(.noBatch(name), hints: [.batches(try register.batches())])
      return nil
    }
    if let withdrawal = found.withdrawal {
      log.error(.withdrawn(name, withdrawal))
      return nil
    }
    guard let approval = PlanApproval(found) else {
      log.error(.notApproved(name), hints: [.approve(name)])
      return nil
    }
    let plan = try BatchPlan(text: found.plan)
    guard plan.caseAct == nil else {
      log.error(.isAct(name), hints: [.doAct(name, plan.template)])
      return nil
    }
    guard !isLetter || plan.prepared != nil else {
      log.error(.isBatch(name), hints: [.runBatch(name)])
      return nil
    }
    var people = try RoleOptions.parse([])
    people.letters.letters = letters.path(in: options.folder)
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
      log.error(.inputsChanged(changed), hints: [.prepareAgain])
      return nil
    }
    try signatures.apply(to: &press, for: purpose, at: ledger.clock, log: &log)
    try press.enterInCases(catalogue: catalogue, log: &log)
    guard !log.hasErrors else { return nil }
    let run = BatchRun(issuer: press.issuer, batch: name, plan: plan, jobs: jobs)
    return ApprovedRun(run: run, records: press.records, order: plan.order(approvedBy: approval))
  }
}

extension Diagnostic.Message {
  fileprivate static func notApproved(_ name: String) -> Self {
    Self(
      "khitab.batch-not-approved", arabic: "«\u{2068}\(name)\u{2069}» لم يُعتمد بعد",
      english: "“\(name)” isn't approved yet")
  }
  fileprivate static func inputsChanged(_ names: [String]) -> Self {
    let titles = names.map { EntryColumn(rawValue: $0)?.arabicTitle ?? $0 }
    return Self(
      "khitab.batch-inputs-changed",
      arabic: "بطل الاعتماد، فقد تغيّر بعد الإعداد: \(titles.joined(separator: "، "))",
      english: "The approval holds no more: changed since it was prepared: \(names.joined(separator: ", "))")
  }
}

extension Diagnostic.Message {
  fileprivate static func isBatch(_ name: String) -> Self {
    Self(
      "khitab.prepared-is-batch", arabic: "«\u{2068}\(name)\u{2069}» دفعة، والأمر لخطاب واحد",
      english: "“\(name)” is a batch, and the command is for one letter")
  }
  static func isAct(_ name: String) -> Self {
    Self(
      "khitab.prepared-is-act", arabic: "«\u{2068}\(name)\u{2069}» إجراء في معاملة",
      english: "“\(name)” is an act of a case")
  }
}

extension Diagnostic.Hint {
  fileprivate static func runBatch(_ name: String) -> Self {
    Self(
      arabic: "أصدرها بـ khitab batch run \u{2068}\(name)\u{2069}",
      english: "Issue it with `khitab batch run \(name)`")
  }
  fileprivate static func doAct(_ name: String, _ act: String) -> Self {
    Self(
      arabic: "أعد أمره كما أُعدّ (\u{2066}\(act)\u{2069}) مع --approved \u{2068}\(name)\u{2069}",
      english: "Give its command (\(act)) again with --approved \(name)")
  }
  fileprivate static func approve(_ name: String) -> Self {
    Self(
      arabic: "يعتمده غير من أعدّه بـ khitab approve \u{2068}\(name)\u{2069}",
      english: "Somebody other than its preparer approves it with `khitab approve \(name)`")
  }
  fileprivate static let prepareAgain = Self(
    arabic: "أعدّه من جديد ليُعتمد بصورته الحالية", english: "Prepare it again, to be approved as it is now")
}
