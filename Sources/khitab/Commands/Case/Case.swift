import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Records
import Register
import Values

/// `khitab case`: a member's request from the desk to the survey.
struct Case: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "معاملات الأعضاء من الاستقبال إلى الاستبانة.", "Members' cases, from the desk to the survey."),
    discussion: say(
      "كل إجراء يُقيد في سجلات المكتب، وتُرقَّم أوراقه وتُطبع معه؛ وما لا تجيزه السياسة يُرد مع سببه.",
      "Each act is kept in the office's registers, and its papers are numbered and printed with it; what the policy doesn't allow is refused, with the reason."
    ),
    subcommands: [
      RunFile.self, New.self, Show.self, List.self, Figures.self, Submit.self, Add.self, Declare.self,
      SendReceipt.self,
      AskForMissing.self, ConfirmComplete.self, Refer.self, Answer.self, Present.self, Decide.self,
      Extend.self, Meeting.self,
      SendDecision.self, ConfirmConditions.self, Enrol.self, Order.self, Deliver.self, SendSurvey.self,
      Appeal.self, AnswerAppeal.self, Withdraw.self, Close.self,
    ])

  /// `khitab case new`: a draft.
  struct New: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say(
        "مسودة معاملة جديدة برقمها من سجل الطلبات.",
        "A new draft, with its number of the register of requests."))

    @Option(
      help: ArgumentHelp(
        say("ملف السجلات الذي فيه صاحب الطلب.", "The file that holds the applicant's record.")))
    var members: String
    @Option(
      help: ArgumentHelp(
        say("سجل صاحب الطلب في الملف: الحقل=القيمة.", "The applicant's record in the file: field=value."),
        valueName: "field=value"))
    var only: String
    @Option(help: ArgumentHelp(say("الخدمة كما يسميها الدليل.", "The service, as the catalogue calls it.")))
    var service: String
    @Option(help: ArgumentHelp(say("تفاصيل الطلب.", "What is asked for.")))
    var details: String
    @Option(help: ArgumentHelp(say("المبلغ المطلوب بالريال.", "The amount asked for, in riyals.")))
    var amount: AmountArgument?
    @Option(help: ArgumentHelp(say("اسم الوكيل أو الولي.", "The agent or guardian.")))
    var agent: String?
    @Option(help: ArgumentHelp(say("سند النيابة.", "The deed that lets the agent act.")))
    var deed: String?
    @Option(
      help: ArgumentHelp(
        say("قناة الرد إن اختلفت عن قناة الطلب.", "The answer's channel, if another is wished.")),
      transform: CaseChannel.argument)
    var reply: CaseChannel?
    @OptionGroup var options: CaseOptions

    mutating func validate() throws { try RecordOptions.check(only) }

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let asked = amount.halalas(of: "--amount", log: &log)
      guard let day = options.dayOfAct(at: desk, log: &log),
        let record = try applicant(office: desk.office, log: &log)
      else { return }
      var applicant = CaseApplicant(record: record)
      (applicant.agent, applicant.agencyDeed) = (agent, deed)
      let opening = CaseOpening(
        applicant: applicant, service: service, details: details, amount: asked,
        opened: day, replyChannel: reply)
      let file = try desk.open(opening, by: options.register.by, at: options.register.moment, log: &log)
      if let file { print(file.number, say(file.state.arabicName, file.state.rawValue), separator: "\t") }
    }

    /// The one record that `--only` means.
    private func applicant(office: Office, log: inout DiagnosticLog) throws -> Record? {
      let set = try InputFile.records(
        members, dictionary: office.records, calendar: office.calendar, isPartial: true)
      log.append(contentsOf: set.log)
      let pair = RecordOptions.pair(only)
      let selection = RecordSelection(
        [pair], dictionary: office.records, calendar: office.calendar, log: &log)
      guard let places = selection?.places(among: set.records, log: &log), let place = places.first else {
        return nil
      }
      guard places.count == 1 else {
        log.error(.applicants(places.count, pair.field), at: .file(members))
        return nil
      }
      let found = set.records[place]
      log.append(contentsOf: found.log)
      return found.log.hasErrors ? nil : found.record
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func applicants(_ count: Int, _ field: String) -> Self {
    Self(
      "case.applicant",
      arabic: "السجلات التي فيها القيمة المطلوبة من «\u{2068}\(field)\u{2069}»: \(count)، والمطلوب سجل واحد",
      english: "\(count) records have the wanted “\(field)”; it has to be one")
  }
}
