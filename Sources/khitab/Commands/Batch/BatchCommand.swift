import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Themes

/// `khitab batch`: letters for many members, planned, approved, issued and reported.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: say(
      "دفعات الخطابات: بحث فتخطيط فاعتماد فإصدار فتقرير.",
      "Batches of letters: find, plan, approve, run, report."),
    subcommands: [FindMembers.self, PlanBatch.self, ApproveBatch.self, RunBatch.self, ReportBatch.self])
}

/// `khitab batch approve`: somebody answers for a plan as it stands.
struct ApproveBatch: ParsableCommand {
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
  }

  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: say("يعتمد خطة دفعة كما هي.", "Approve a batch's plan as it stands."))

  @Argument(help: ArgumentHelp(say("الدفعة.", "The batch.")))
  var batch: String

  @Option(help: ArgumentHelp(say("الصفة: reviewer أو approver أو signer.", "reviewer, approver or signer.")))
  var role: Role = .approver

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let found = try register.batch(batch) else {
        log.error(.noBatch(batch), hints: [.batches(try register.batches())])
        return
      }
      let plan = try BatchPlan(text: found.plan)
      guard plan.preparer != options.by || role == .reviewer else {
        log.error(.approvesOwnBatch(options.by))
        return
      }
      let profile = try Office.profile(in: options.folder, log: &log)
      let names = role.names(in: profile)
      guard names.isEmpty || names.contains(options.by) else {
        log.error(.approverNotInRole(options.by, role.rawValue))
        return
      }
      try register.approve(batch: batch, role: role.rawValue, by: options.by, at: options.moment)
      Interface.report(say("سُجّل الاعتماد.", "Recorded."))
    }
  }
}

extension Diagnostic.Message {
  static func noBatch(_ name: String) -> Self {
    Self(
      "khitab.no-batch", arabic: "لا توجد دفعة باسم «\u{2068}\(name)\u{2069}»",
      english: "There is no batch called “\(name)”")
  }
  fileprivate static func approverNotInRole(_ name: String, _ role: String) -> Self {
    Self(
      "khitab.approver-not-in-role",
      arabic: "«\u{2068}\(name)\u{2069}» ليس ممن يسميهم ملف الجمعية لهذه الصفة (\(role))",
      english: "“\(name)” isn't one of those whom the office's file names as \(role)")
  }
  fileprivate static func approvesOwnBatch(_ name: String) -> Self {
    Self(
      "khitab.approves-own-batch", arabic: "«\u{2068}\(name)\u{2069}» أعدّ الدفعة، فلا يعتمدها هو",
      english: "“\(name)” prepared the batch and can't approve it too")
  }
}

extension Diagnostic.Hint {
  static func batches(_ names: [String]) -> Self {
    let list = names.joined(separator: ", ")
    return Self(arabic: "الدفعات: \u{2068}\(list)\u{2069}", english: "The batches are: \(list)")
  }
}
