import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Values

extension Case {
  /// `khitab case confirm-conditions`.
  struct ConfirmConditions: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("استيفاء الشروط.", "The conditions are met."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.confirmConditions, in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case register`.
  struct Enrol: CaseStep {
    static let configuration = CommandConfiguration(
      commandName: "register", abstract: say("اكتمال التسجيل.", "Registration is complete."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("رقم الملف.", "The file's number.")))
    var fileNumber: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(
        .register(
          options.letter, fileNumber: fileNumber), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case order`.
  struct Order: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("أمر تقديم الخدمة.", "The order to serve."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.order(number: ""), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case deliver`.
  struct Deliver: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("تسليم الخدمة.", "The service is handed over."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("من استلم.", "Who received.")))
    var receiver: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.deliver(receiver: receiver), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case send-survey`.
  struct SendSurvey: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("إشعار الإنجاز والاستبانة.", "The notice of completion and the survey."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.sendSurvey(options.letter), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case appeal`.
  struct Appeal: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("التظلم من القرار.", "An appeal against the refusal."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("أسبابه.", "Its grounds.")))
    var grounds: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.appeal(number: "", grounds: grounds), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case answer-appeal`: the reply to an appeal, by another than who decided.
  struct AnswerAppeal: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("الرد على التظلم.", "The reply to an appeal."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("تسبيب النتيجة.", "The reasons of the result.")))
    var reasons: String
    @Option(
      help: ArgumentHelp(
        say(
          "اسم من نظر في التظلم، وهو غير من أصدر القرار.", "Who heard it, by name: another than who decided."),
        valueName: "name"))
    var heardBy: String
    @Flag(
      help: ArgumentHelp(
        say(
          "يُقبل التظلم ويعود الطلب إلى اللجنة؛ وإلا فيؤيَّد القرار.",
          "The appeal succeeds and the case goes to the committee again; the refusal stands otherwise.")))
    var reopen = false
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let sent = options.letter
      try options.perform(
        reopen ? .reopen(sent, reasons: reasons) : .upholdRefusal(sent, reasons: reasons), in: request.number,
        by: heardBy, at: desk, log: &log)
    }
  }

  /// `khitab case withdraw`.
  struct Withdraw: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("الإلغاء بطلب صاحبه.", "The member takes the request back."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("السبب.", "Why.")))
    var reason: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.withdraw(reason: reason), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case close`.
  struct Close: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("إغلاق المعاملة.", "Nothing is left to be done."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.close, in: request.number, at: desk, log: &log)
    }
  }
}
