import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Records
import Values

extension Case {
  /// `khitab case meeting`: the agenda of a committee's meeting before it, and its minutes after it.
  struct Meeting: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say(
        "جدول اجتماع اللجنة قبله، ومحضره بعده.", "A meeting's agenda before it, its minutes after it."),
      discussion: say(
        "بلا --minutes تُصدر مذكرة العرض بكل ما عُرض على الاجتماع؛ ومعه يُصدر المحضر بكل ما قُرر فيه، ومن الملف وقته ومكانه وحاضروه.",
        "Without --minutes the memo with everything put before the meeting; with it the minutes with everything decided, and the file's time, place and attendance."
      ))

    @Argument(help: ArgumentHelp(say("رقم الاجتماع.", "The meeting's number.")))
    var number: Int
    @Option(help: ArgumentHelp(say("يوم الاجتماع.", "The day of the meeting.")))
    var on: DayArgument
    @Option(
      help: ArgumentHelp(
        say(
          "ملف JSON بما لا تعرفه المعاملات: وقت الاجتماع ومكانه وحاضروه وتوصياته.",
          "A JSON file of what cases don't know: the meeting's time, place, attendance and recommendations."),
        valueName: "file"))
    var minutes: String?
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      guard let on = desk.day(on, of: "--on", log: &log) else { return }
      var values: FieldValues = [
        "رقم الاجتماع": .integer(number),
        "تاريخ الاجتماع": .date(DateValue(day: on, calendar: .ummAlQura, entered: on.iso)),
      ]
      let files = try desk.files()
      if let minutes {
        guard let stated = try statement(minutes, by: desk.office, log: &log) else { return }
        values.merge(stated.values) { own, _ in own }
        values["قرارات الاجتماع"] = .list(files.compactMap { $0.decisionLine(of: number) })
      } else {
        values["الطلبات المعروضة"] = .list(files.compactMap { $0.agendaLine(of: number) })
      }
      guard case .list(let lines)? = values[minutes == nil ? "الطلبات المعروضة" : "قرارات الاجتماع"],
        !lines.isEmpty
      else {
        log.error(.nothing(number))
        return
      }
      let template = minutes == nil ? "committee-memo" : "committee-minutes"
      let paper = try desk.issue(
        template, stating: values, as: options.order(), at: options.register.moment, log: &log)
      if let paper { try options.write(paper, named: "meeting-\(number)-\(template)") }
    }

    /// What the file states of the meeting.
    private func statement(
      _ path: String, by office: Office, log: inout DiagnosticLog
    ) throws -> Record? {
      let set = try InputFile.records(
        path, dictionary: office.records, calendar: office.calendar, isPartial: true)
      log.append(contentsOf: set.fullLog)
      return set.usable.first
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func nothing(_ meeting: Int) -> Self {
    Self(
      "case.nothing-at-meeting", arabic: "لا طلبات في الاجتماع رقم \(meeting)",
      english: "Meeting \(meeting) has no cases")
  }
}
