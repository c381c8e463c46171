import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Themes
import Values

extension Case {
  /// `khitab case present`.
  struct Present: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("العرض على اللجنة.", "Put on a meeting's agenda."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("رقم الاجتماع.", "The meeting's number.")))
    var meeting: Int
    @Option(
      help: ArgumentHelp(
        say("يوم الاجتماع؛ وإلا فيوم العرض.", "The day of the meeting; the act's own by default.")))
    var on: DayArgument?
    @Option(help: ArgumentHelp(say("توصية البحث.", "The recommendation.")))
    var recommendation: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let stated = desk.day(on, of: "--on", log: &log)
      guard let day = options.dayOfAct(at: desk, log: &log) else { return }
      try options.perform(
        .present(meeting: meeting, on: stated ?? day, recommendation: recommendation), in: request.number,
        at: desk, log: &log)
    }
  }

  /// `khitab case decide`: what the committee decided.
  struct Decide: CaseStep {
    /// The committee's choices.
    enum Outcome: String, CaseIterable, ExpressibleByArgument {
      case accept, conditional, refuse, postpone
    }

    private static let head = "رئيس لجنة البحث"

    static let configuration = CommandConfiguration(
      abstract: say("قرار اللجنة.", "The committee's decision."))

    @OptionGroup var request: RequestNumber
    @Argument(help: ArgumentHelp(say("القرار: ", "The decision: ") + "accept, conditional, refuse, postpone"))
    var outcome: Outcome
    @Option(help: ArgumentHelp(say("رقم القرار.", "The decision's number.")))
    var decision: String
    @Option(help: ArgumentHelp(say("رقم الاجتماع.", "The meeting's number.")))
    var meeting: Int
    @Option(help: ArgumentHelp(say("المبلغ المعتمد بالريال.", "The amount granted, in riyals.")))
    var amount: AmountArgument?
    @Option(help: ArgumentHelp(say("سبب، ويُكرر.", "A reason; may be repeated.")))
    var reason: [String] = []
    @Option(help: ArgumentHelp(say("شرط، ويُكرر.", "A condition; may be repeated.")))
    var condition: [String] = []
    @Option(help: ArgumentHelp(say("مهلة الشروط.", "The deadline for the conditions.")))
    var until: DayArgument?
    @Option(help: ArgumentHelp(say("منصب من اعتمد المبلغ.", "The post of who approved the amount.")))
    var amountApprover: String?
    @Option(
      help: ArgumentHelp(
        say(
          "اسم من رأس الاجتماع؛ وإلا فرئيس لجنة البحث في ملف الجمعية.",
          "Who chaired the meeting, by name; by default the committee's chair in the office's file."),
        valueName: "name"))
    var chair: String?
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let deadline = desk.day(until, of: "--until", log: &log)
      let granted = amount.halalas(of: "--amount", log: &log)
      guard let day = options.dayOfAct(at: desk, log: &log) else { return }
      try options.perform(in: request.number, at: desk, log: &log) { office in
        let head = chair ?? office.profile?.signer(of: Self.head)?.name ?? Self.head
        let decided = CaseDecision(
          number: decision, meeting: meeting, day: day, amount: granted, reasons: reason,
          conditions: condition, deadline: deadline, approver: amountApprover, decidedBy: head)
        return switch outcome {
        case .accept: .accept(decided)
        case .conditional: .acceptConditionally(decided)
        case .refuse: .refuse(decided)
        case .postpone: .postpone(decided)
        }
      }
    }
  }

  /// `khitab case extend`.
  struct Extend: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("الإفادة باستمرار الدراسة.", "The study goes on."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("السبب.", "Why.")))
    var reason: String
    @Option(help: ArgumentHelp(say("الموعد الجديد.", "The new day.")))
    var until: DayArgument
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      guard let until = desk.day(until, of: "--until", log: &log) else { return }
      try options.perform(
        .extend(options.letter, reason: reason, until: until), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case send-decision`.
  struct SendDecision: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("خطاب القرار.", "The decision's letter."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("من سمح بالرد قبل موعده.", "Who lets it go before its day.")))
    var earlyBy: String?
    @Option(help: ArgumentHelp(say("سبب ذلك؛ يُحفظ ولا يُطبع.", "Why; kept and never printed.")))
    var earlyReason: String = ""
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(
        .sendDecision(
          options.letter,
          early: earlyBy.map { EarlyReply(approver: $0, reason: earlyReason) }), in: request.number, at: desk,
        log: &log)
    }
  }
}
