import ArgumentParser
import Diagnostics
import Issuing
import Register
import Themes

/// `khitab withdraw`: what was prepared isn't issued any more, whoever approved it.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يسحب خطاباً أو إجراءً مُعداً أو دفعة قبل الإصدار.",
      "Withdraw a prepared letter or act, or a batch, before it is issued."),
    discussion: say(
      """
      ما سُحب لا يصدر ولو اعتُمد، ويُقيد السحب في السجل: من ومتى ولماذا. يسحبه من أعدّه، أو من تسميه الجمعية للمراجعة أو \
      الاعتماد أو التوقيع؛ وإن لم تسمِّ معتمدين فلكل أحد أن يسحبه. وما صدر من دفعة قبل سحبها يبقى صادراً. وبلا اسم يُسرد ما سُحب.
      """,
      """
      What is withdrawn isn't issued, even if it was approved, and the register keeps who did it, when and why. Its preparer \
      may, and whoever the office names as reviewer, approver or signer; anybody, if it names no approvers. What was issued of \
      a batch before stays issued. Without a name it lists what was withdrawn.
      """))

  @Argument(
    help: ArgumentHelp(
      say("اسم ما أُعدّ: خطاب أو إجراء أو دفعة.", "The name of a prepared letter or act, or of a batch.")))
  var name: String?

  @Option(help: ArgumentHelp(say("سبب السحب.", "Why.")), transform: { try WordsArgument.words($0) })
  var reason: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (name == nil) == (reason == nil) else {
      throw ValidationError(say("يلزم مع الاسم --reason", "a name and --reason go together"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let name, let reason else { return try list(register) }
      guard let found = try register.batch(name) else {
        log.error(.noBatch(name), hints: [.batches(try register.batches())])
        return
      }
      let plan = try BatchPlan(text: found.plan)
      let profile = try Office.profile(in: options.folder, log: &log)
      guard isAllowed(plan, by: profile) else {
        log.error(.mayNotWithdraw(options.by))
        return
      }
      // An act of a case is done whole.
      let count = plan.caseAct == nil ? plan.members.count { $0.isEligible } : 1
      let act = try register.recording(at: options.moment, log: &log) { recording, log in
        try recording.withdraw(found, of: count, by: options.by, reason: reason, log: &log)
      }
      if act != nil { Interface.report(say("سُحب، ولن يصدر.", "Withdrawn: it won't be issued.")) }
    }
  }

  private func isAllowed(_ plan: BatchPlan, by profile: OfficeProfile?) -> Bool {
    if plan.preparer == options.by || ApprovePlan.Role.approver.names(in: profile).isEmpty { return true }
    return ApprovePlan.Role.allCases.contains { $0.names(in: profile).contains(options.by) }
  }

  /// What was withdrawn: its name, by whom, when, and why.
  private func list(_ register: Register) throws {
    let acts = try register.withdrawals()
    if acts.isEmpty { Interface.reportNothing("لم يُسحب شيء.", "Nothing was withdrawn.") }
    for act in acts {
      let moment = RegisterTable.text(of: act.recordedAt)
      print(act.related ?? "", act.by, moment, act.reason ?? "", separator: "\t")
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func mayNotWithdraw(_ name: String) -> Self {
    Self(
      "khitab.may-not-withdraw",
      arabic:
        "«\u{2068}\(name)\u{2069}» لم يُعدّه، وليس ممن يسميهم ملف الجمعية لمراجعته أو اعتماده أو توقيعه، فلا يسحبه",
      english:
        "“\(name)” didn't prepare it, and isn't one of those whom the office's file names to review, approve or sign it"
    )
  }
}
