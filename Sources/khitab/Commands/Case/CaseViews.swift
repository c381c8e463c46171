import ArgumentParser
import Cases
import Diagnostics
import Issuing
import Records
import Themes
import Values

extension Case {
  /// `khitab case show`: where a case stands, what was done, and what may be done.
  struct Show: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say(
        "حال المعاملة وما جرى فيها وما يمكن الآن.", "Where a case stands, what was done, what may be done."))

    @OptionGroup var request: RequestNumber
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      guard let file = try desk.file(request.number, log: &log) else { return }
      let (rules, office) = (desk.rules, desk.office)
      let isArabic = Interface.language == .arabic
      print(file.number, isArabic ? file.state.arabicName : file.state.rawValue, separator: "\t")
      print(say("الخدمة", "service"), file.service, separator: "\t")
      if let earliest = rules.earliestReply(to: file) {
        print(say("أقرب رد", "earliest reply"), earliest.iso, separator: "\t")
      }
      if let latest = rules.latestReply(to: file, week: office.profile?.week ?? WorkingWeek()) {
        print(say("آخر رد", "latest reply"), latest.iso, separator: "\t")
      }
      for event in file.timeline {
        let kind = event.command.kind
        print(event.day.iso, isArabic ? kind.arabicName : kind.rawValue, event.by, separator: "\t")
      }
      let possible = file.possibleActs.map { isArabic ? $0.arabicName : $0.rawValue }
      print(
        say("الممكن الآن", "possible now"), possible.joined(separator: say("، ", ", ")), separator: "\t")
    }
  }

  /// `khitab case list`: every case in a line.
  struct List: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say(
        "المعاملات: رقمها وحالها ومدتها وما يليها.", "Cases: number, state, age and the next act."))

    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let today = options.register.moment.day
      let files = try desk.files()
      if files.isEmpty { Interface.reportNothing("لا توجد معاملات.", "There are no cases.") }
      for file in files {
        let next = file.nextStep(under: desk.rules)
        let isArabic = Interface.language == .arabic
        print(
          file.number, isArabic ? file.state.arabicName : file.state.rawValue,
          file.age(on: today).map(String.init) ?? "-",
          next.map { isArabic ? $0.arabicName : $0.rawValue } ?? "-", separator: "\t")
      }
    }
  }

  /// `khitab case figures`: what a period's cases say of the service.
  struct Figures: CaseStep {
    static let configuration = CommandConfiguration(
      abstract: say("مؤشرات مدة: أعدادها ومدد إنجازها.", "The figures of a period: counts and days."))

    @Option(help: ArgumentHelp(say("أول المدة.", "The first day.")))
    var from: DayArgument
    @Option(help: ArgumentHelp(say("آخرها.", "The last day.")))
    var to: DayArgument
    @Flag(
      help: ArgumentHelp(
        say("يصدر تقرير أداء خدمة الأعضاء بها.", "Issue the report on the service to members from them.")))
    var report = false
    @OptionGroup var options: CaseOptions

    func take(at desk: CaseDesk, log: inout DiagnosticLog) throws {
      let first = desk.day(from, of: "--from", log: &log)
      let last = desk.day(to, of: "--to", log: &log)
      guard let from = first, let to = last, ClosedRange(from: from, to: to, log: &log) != nil else { return }
      let figures = CaseFigures(
        of: try desk.files(), from: from, through: to, under: desk.rules,
        week: desk.office.profile?.week ?? WorkingWeek(), today: options.register.moment.day)
      if report {
        let record = figures.report(
          from: from, through: to, rules: desk.rules, style: desk.office.profile?.style ?? HouseStyle())
        let paper = try desk.issue(
          "kpi-report", stating: record.values, as: options.order(), at: options.register.moment, log: &log)
        if let paper { try options.write(paper, named: "kpi-report-\(from.iso)-\(to.iso)") }
      }
      print(say("الواردة", "received"), figures.received, separator: "\t")
      print(say("المجاب عنها", "answered"), figures.answered, separator: "\t")
      print(say("المنجزة", "finished"), figures.finished, separator: "\t")
      print(say("المفتوحة", "open"), figures.open, separator: "\t")
      print(say("ردود قبل موعدها", "early"), figures.early, separator: "\t")
      print(say("ردود بعد موعدها", "late"), figures.late, separator: "\t")
      if let mean = figures.meanTurnaroundTenths, let median = figures.medianTurnaround {
        print(say("متوسط أيام الرد", "mean days"), "\(mean / 10).\(mean % 10)", separator: "\t")
        print(say("وسيطها", "median days"), median, separator: "\t")
      }
      for channel in CaseChannel.allCases {
        guard let count = figures.byChannel[channel]?.received else { continue }
        print(say(channel.arabicName, channel.rawValue), count, separator: "\t")
      }
      for late in figures.overdue {
        print(
          say("متأخرة", "overdue"), late.number, late.days, say(late.state.arabicName, late.state.rawValue),
          separator: "\t")
      }
    }
  }
}
