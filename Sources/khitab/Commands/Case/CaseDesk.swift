import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Values

extension Case {
  /// `khitab case submit`.
  struct Submit: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("استلام الطلب.", "The request is handed in."))

    @OptionGroup var request: RequestNumber
    @Option(
      help: ArgumentHelp(
        say("قناة الطلب.", "How it came in: interview, phone, site, letter, volunteering, social-media.")),
      transform: CaseChannel.argument)
    var channel: CaseChannel
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.submit(channel: channel), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case add`.
  struct Add: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("تقديم مستند ومطابقته بأصله.", "A document is handed in and matched."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("نوع المستند كما يسميه الدليل.", "The kind, as the catalogue calls it.")))
    var kind: String
    @Option(help: ArgumentHelp(say("رقم المستند.", "The document's number.")))
    var documentNumber: String?
    @Option(help: ArgumentHelp(say("جهة إصداره.", "Who issued it.")))
    var issuer: String?
    @Option(help: ArgumentHelp(say("يوم إصداره.", "The day of issue.")))
    var issued: DayArgument?
    @Option(help: ArgumentHelp(say("آخر يوم من صلاحيته.", "The last day of its validity.")))
    var expires: DayArgument?
    @Flag(help: ArgumentHelp(say("لا يطابق ما في الطلب.", "It doesn't match the request.")))
    var mismatched = false
    @Option(
      help: ArgumentHelp(
        say(
          "السند النظامي لحفظ نسخة منه؛ وإلا فيكفي الاطلاع على الأصل.",
          "The legal basis of keeping a copy; the original is only seen by default.")))
    var copyBasis: String?
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let document = CaseDocument(
        kind: kind, number: documentNumber, issuer: issuer,
        issued: desk.day(issued, of: "--issued", log: &log),
        expires: desk.day(expires, of: "--expires", log: &log), isMatching: !mismatched,
        keeping: copyBasis.map { .copied(basis: $0) } ?? .sighted)
      try options.perform(.addDocument(document), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case declare`.
  struct Declare: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("توقيع إقرار صحة البيانات.", "The declaration is signed."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("من وقّع.", "Who signed.")))
    var signer: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.declare(signer: signer), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case send-receipt`.
  struct SendReceipt: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("إشعار الاستلام.", "The receipt notice."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.sendReceipt(options.letter), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case ask-for-missing`.
  struct AskForMissing: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("خطاب استكمال النواقص.", "The letter on what is missing."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("آخر موعد للاستكمال.", "The deadline.")))
    var until: DayArgument
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      guard let until = desk.day(until, of: "--until", log: &log) else { return }
      try options.perform(
        .askForMissing(options.letter, deadline: until), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case confirm-complete`.
  struct ConfirmComplete: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("اكتمال الطلب.", "Everything is there."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.confirmComplete, in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case refer`.
  struct Refer: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("الإحالة إلى مسؤول البحث الاجتماعي.", "Refer to the social research officer."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("ما لم يتضح.", "What isn't clear.")))
    var question: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.refer(question: question), in: request.number, at: desk, log: &log)
    }
  }

  /// `khitab case answer`.
  struct Answer: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("إفادة مسؤول البحث الاجتماعي.", "The officer's answer."))

    @OptionGroup var request: RequestNumber
    @Option(help: ArgumentHelp(say("نص الإفادة.", "The answer.")))
    var words: String
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      try options.perform(.answerReferral(answer: words), in: request.number, at: desk, log: &log)
    }
  }
}
