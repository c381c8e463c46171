import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Themes
import Values

/// `khitab approve`, `khitab batch approve`: somebody answers for a letter or a batch as it was prepared.
struct ApprovePlan: ParsableCommand {
  /// Whose word it is.
  enum Role: String, ExpressibleByArgument, CaseIterable {
    case reviewer, approver, signer

    /// Those whom the office's file gives the role; nobody means anybody.
    func names(in profile: OfficeProfile?) -> [String] {
      switch self {
      case .reviewer: profile?.registry.reviewers ?? []
      case .approver: profile?.registry.approvers ?? []
      case .signer: profile?.signers.map(\.name) ?? []
      }
    }

    /// What Arabic calls who has it.
    var arabicName: String {
      switch self {
      case .reviewer: "المراجع"
      case .approver: "المعتمد"
      case .signer: "الموقع"
      }
    }

    /// Says that the word was recorded.
    var isRecorded: String {
      switch self {
      case .reviewer: say("سُجّلت المراجعة.", "The review is recorded.")
      case .approver, .signer: say("سُجّل الاعتماد.", "The approval is recorded.")
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: say(
      "يعتمد خطاباً أو إجراءً أو دفعة بالصورة التي أُعد بها.",
      "Approve a letter, an act of a case or a batch as it was prepared."),
    discussion: say(
      """
      يُسجَّل من اعتمد ومتى، لهذه الصورة وحدها: فإن تغيّر بعد الاعتماد القالب أو الترويسة أو ملف الجمعية أو الخطوط أو \
      السجل بطل الاعتماد. ولا يعتمد أحد ما أعدّه. وبلا اسم يُسرد ما ينتظر الاعتماد.
      """,
      """
      Who and when is recorded, for this form alone: when template, theme, office, fonts or record change afterwards, \
      the approval holds no more. Nobody approves what they prepared. Without a name it lists what waits for approval.
      """))

  @Argument(
    help: ArgumentHelp(
      say("اسم ما أُعدّ: خطاب أو إجراء أو دفعة.", "The name of a prepared letter or act, or of a batch.")))
  var name: String?

  @Option(help: ArgumentHelp(say("الصفة: reviewer أو approver أو signer.", "reviewer, approver or signer.")))
  var role: Role = .approver

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let name else { return try list(register) }
      guard let found = try register.batch(name) else {
        log.error(.noBatch(name), hints: [.batches(try register.batches())])
        return
      }
      if let withdrawal = found.withdrawal {
        log.error(.withdrawn(name, withdrawal))
        return
      }
      let plan = try BatchPlan(text: found.plan)
      guard plan.preparer != options.by else {
        log.error(.approvesOwnBatch(options.by))
        return
      }
      if plan.prepared != nil, let letter = try register.letters(issuedAs: found).first {
        log.error(.issuedAlready(name, letter.number))
        return
      }
      let eligible = plan.members.count { $0.isEligible }
      if plan.prepared == nil, eligible > 0, try register.issuedMembers(ofBatch: name).count >= eligible {
        log.error(.batchIsOut(name))
        return
      }
      let profile = try Office.profile(in: options.folder, log: &log)
      let names = role.names(in: profile)
      guard names.isEmpty || names.contains(options.by) else {
        log.error(.approverNotInRole(options.by, role.rawValue))
        return
      }
      if let earlier = found.approvals.first(where: { $0.role == role.rawValue && $0.by == options.by }) {
        log.note(.saidBefore(options.by, RegisterTable.text(of: earlier.at)))
        return
      }
      try register.approve(batch: name, role: role.rawValue, by: options.by, at: options.moment)
      Interface.report(role.isRecorded)
    }
  }

  /// What waits for approval: its name, how many letters, who prepared it, and when by the clock of Saudi Arabia.
  private func list(_ register: Register) throws {
    let names = try register.unapprovedBatches()
    if names.isEmpty { Interface.reportNothing("لا شيء ينتظر الاعتماد.", "Nothing waits for approval.") }
    for name in names {
      guard let found = try register.batch(name) else { continue }
      let plan = try BatchPlan(text: found.plan)
      let count = plan.members.count { $0.isEligible }
      print(name, count, plan.preparer, RegisterTable.text(of: found.created), separator: "\t")
    }
  }
}

extension Diagnostic.Message {
  static func noBatch(_ name: String) -> Self {
    Self(
      "khitab.no-batch", arabic: "ليس فيما أُعدّ خطاب ولا إجراء ولا دفعة باسم «\u{2068}\(name)\u{2069}»",
      english: "There is no prepared letter or act and no batch called “\(name)”")
  }
  fileprivate static func approverNotInRole(_ name: String, _ role: String) -> Self {
    Self(
      "khitab.approver-not-in-role",
      arabic: "«\u{2068}\(name)\u{2069}» ليس ممن يسميهم ملف الجمعية لهذه الصفة (\u{2066}\(role)\u{2069})",
      english: "“\(name)” isn't one of those whom the office's file names as \(role)")
  }
  fileprivate static func batchIsOut(_ name: String) -> Self {
    Self(
      "khitab.batch-is-out",
      arabic: "صدرت خطابات «\u{2068}\(name)\u{2069}» كلها، فلا تُراجع ولا تُعتمد بعد صدورها",
      english: "All letters of “\(name)” are out; they aren't reviewed or approved any more")
  }
  fileprivate static func approvesOwnBatch(_ name: String) -> Self {
    Self(
      "khitab.approves-own-batch", arabic: "«\u{2068}\(name)\u{2069}» هو من أعدّه، فلا يراجعه ولا يعتمده",
      english: "“\(name)” prepared it and can't review or approve it too")
  }
  fileprivate static func saidBefore(_ name: String, _ moment: String) -> Self {
    Self(
      "khitab.approved-before",
      arabic: "سبق أن سُجّل ذلك باسم «\u{2068}\(name)\u{2069}» في \u{2066}\(moment)\u{2069}",
      english: "This was recorded for “\(name)” before, at \(moment)")
  }
}

extension Diagnostic.Hint {
  static func batches(_ names: [String]) -> Self {
    // The newest: who has made a mistake in a name has most likely just been given it.
    let list = names.prefix(10).joined(separator: ", ")
    return Self(arabic: "أحدث الأسماء: \u{2068}\(list)\u{2069}", english: "The newest names: \(list)")
  }
}
