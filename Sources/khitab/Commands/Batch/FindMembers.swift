import ArgumentParser
import Cases
import Diagnostics
import Foundation
import Issuing
import Records
import Register
import Themes
import Values

/// `khitab batch find`: who is to be written to without having asked, and why; nothing is written to anybody.
struct FindMembers: ParsableCommand {
  /// The occasions by their names on the command line.
  enum Occasion: String, CaseIterable, ExpressibleByArgument {
    case expiring, unpaid, service, overdue
  }

  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "يبحث عمن يُراسل دون أن يطلب، ويذكر السبب.", "Find whom to write to unasked, and say why."),
    discussion: say(
      """
      expiring مستندات قرب انتهاؤها، unpaid اشتراك لم يُسدَّد، service خدمة جديدة، overdue طلب تأخر الرد عليه. \
      لا يُرسل شيء: يُطبع من يُراسل ولماذا، ويُكتب في --output ملف سجلات تُخطط به الدفعة.
      """,
      """
      expiring: documents that expire soon; unpaid: a subscription; service: a new service; overdue: a late reply. \
      Nothing is sent: it prints who would get which letter and why, and --output writes the records for a plan.
      """))

  @Argument(help: ArgumentHelp(say("المناسبة: ", "The occasion: ") + "expiring, unpaid, service, overdue"))
  var occasion: Occasion
  @Option(help: ArgumentHelp(say("خلال كم يوماً من اليوم.", "Within how many days from today.")))
  var within: Int = 60
  @Option(help: ArgumentHelp(say("الخدمة كما يسميها الدليل.", "The service, as the catalogue calls it.")))
  var service: String?
  @Option(help: ArgumentHelp(say("سبب تأخر الرد.", "Why the reply is late.")))
  var reason: String?
  @Option(help: ArgumentHelp(say("الموعد الجديد للرد.", "The new day of the reply.")))
  var until: DayArgument?
  @Option(
    help: ArgumentHelp(
      say("ملف سجلات من يُراسلون، بصيغة JSON.", "The JSON file of the records found."), valueName: "file"))
  var output: String?
  @OptionGroup var services: CatalogueOption

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    try OutputArgument.check(output, endsIn: ".json", beside: [records.records, records.members])
    guard (0...3650).contains(within) else {
      throw ValidationError(say("--within من ٠ إلى ٣٦٥٠", "--within is from 0 to 3650"))
    }
    guard occasion != .service || service != nil else {
      throw ValidationError(say("يلزم --service", "--service is needed"))
    }
    guard occasion != .overdue || (reason != nil && until != nil) else {
      throw ValidationError(say("يلزم --reason و--until", "--reason and --until are needed"))
    }
    guard occasion == .overdue || records.records != nil else {
      throw ValidationError(say("يلزم --records", "--records is needed"))
    }
  }

  /// The template that those found are to be written to by.
  private var template: String { wanted(until: ledger.moment.day).template }

  private func wanted(until day: CivilDate) -> OutreachOccasion {
    switch occasion {
    case .expiring: .expiringDocuments(within: within)
    case .unpaid: .unpaidSubscription(within: within)
    case .service: .newService(service ?? "")
    case .overdue: .overdueReply(reason: reason ?? "", until: day)
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    try find(log: &log)
    try interface.conclude(log)
  }

  private func find(log: inout DiagnosticLog) throws {
    let folder = office.folder(beside: [records.records]) ?? FileManager.default.currentDirectoryPath
    let workshop = try Workshop.open(
      template: template, office: office, beside: [records.records, folder + "/office.yaml"],
      isBlank: false, log: &log)
    guard let workshop,
      let rules = try CaseRules.read(
        from: services.catalogue ?? folder + "/catalogue.yaml", office: workshop.office, log: &log)
    else { return }
    if let service, rules.catalogue.service(named: service) == nil {
      log.error(.notOffered(service))
      return
    }
    let day = until?.day(of: "--until", by: workshop.office.calendar, log: &log) ?? ledger.moment.day
    guard !log.hasErrors else { return }
    var members: [Record] = []
    if let found = try records.read(for: workshop) {
      log.append(contentsOf: found.log)
      guard !found.log.hasErrors else { return }
      for read in found.records {
        log.append(contentsOf: read.log)
        if !read.log.hasErrors { members.append(read.record) }
      }
    }
    let search = OutreachSearch(
      office: workshop.office, rules: rules, cases: try cases(in: folder, workshop.office),
      today: ledger.moment.day)
    let findings = search.findings(wanted(until: day), among: members)
    for finding in findings {
      print(
        finding.member, template, say(finding.arabicReason, finding.englishReason), separator: "\t")
    }
    Interface.report(say("من يُراسل: \(findings.count)", "to be written to: \(findings.count)"))
    if let output { try OutputFile(path: output).write(try findings.map(\.record).json()) }
  }

  /// The cases of the office's register, if it has one.
  private func cases(in folder: String, _ office: Office) throws -> [CaseFile] {
    guard FileManager.default.fileExists(atPath: ledger.path(in: folder)) else { return [] }
    let numbering = Numbering(office.profile)
    return try CaseDesk.files(in: try ledger.open(in: folder, numbering: numbering, creates: false))
  }
}

extension Diagnostic.Message {
  fileprivate static func notOffered(_ service: String) -> Self {
    Self(
      "khitab.find-service", arabic: "ليست «\u{2068}\(service)\u{2069}» من خدمات دليل الدعم",
      english: "“\(service)” isn't a service of the catalogue")
  }
}
