import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register
import Values

/// `khitab issue`: one letter, numbered, registered and queued, or nothing.
struct Issue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يُصدر خطاباً: يرقّمه ويقيده ويحفظ ملفه ويضعه في طابور الإرسال.",
      "Issue a letter: number, register, file and queue it."),
    discussion: say(
      """
      إن وُجد خطأ في السجل أو الخطاب لم يُؤخذ رقم. والنسخة المحفوظة لا تتغير؛ يُصحَّح ما فيها بخطاب إلحاقي. وما أُعدّ بـ \
      khitab prepare واعتُمد يصدر باسمه، ويُقيد مع الخطاب من اعتمده ومتى.
      """,
      """
      An error in the record or the letter takes no number. The filed letter never changes; a further letter corrects it. \
      What was prepared by `khitab prepare` and approved is issued by its name, and the entry says who approved it and when.
      """))

  @Argument(
    help: ArgumentHelp(
      say(
        "اسم خطاب مُعد معتمد؛ وإلا فبـ --template و--records.",
        "A prepared letter's name; else --template and --records.")))
  var name: String?

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String?

  @OptionGroup var letter: LetterOptions
  @OptionGroup var services: CatalogueOption
  @OptionGroup var signatures: LetterSignatureOptions
  @OptionGroup var purpose: SigningReason
  @OptionGroup var data: DataOptions
  @OptionGroup var people: RoleOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard name == nil else {
      // What was approved is issued as it was approved.
      let isAlone =
        template == nil && records.records == nil && letter.isEmpty && data.attachData == nil
        && people.reviewer == nil && people.approver == nil && people.channel == nil
      guard isAlone else {
        throw ValidationError(
          say(
            "ما أُعدّ واعتُمد يصدر باسمه كما هو",
            "what was prepared and approved is issued by its name, as it is"))
      }
      return
    }
    guard template != nil, records.records != nil else {
      throw ValidationError(
        say(
          "يلزم اسم خطاب مُعد، أو --template و--records",
          "a prepared letter's name is needed, or --template and --records"))
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    if let name {
      try issue(prepared: name, log: &log)
    } else if let template {
      try issue(from: template, log: &log)
    }
    try interface.conclude(log)
  }

  private func issue(from template: String, log: inout DiagnosticLog) throws {
    let opened = try IssuingPress.open(
      template: template, office: office, records: records, people: people, ledger: ledger,
      attachesData: data.attachData, log: &log)
    guard var press = opened, let ordinal = letter.ordinal(among: press.records, log: &log) else { return }
    try signatures.apply(to: &press, for: purpose, at: ledger.clock, log: &log)
    try press.enterInCases(catalogue: services.catalogue, log: &log)
    var order = people.order(by: ledger.by)
    order.relation = try letter.relation(in: press.issuer.register, log: &log)
    let record = press.records[ordinal - 1]
    if let channel = order.channel { press.issuer.checkAddress(of: record.record, for: channel, log: &log) }
    guard !log.hasErrors else { return }
    let issued = try press.issuer.issue(record, as: order, at: ledger.moment, log: &log)
    if let issued { show(issued.entry, issued.path) }
  }

  /// Issues a letter as it was approved; one that was issued before is shown again.
  private func issue(prepared name: String, log: inout DiagnosticLog) throws {
    var options = try RegisterOptions.parse([])
    (options.office, options.ledger) = (office.office, ledger)
    let opened = try ApprovedRun.open(
      name, isLetter: true, in: options, letters: people.letters, jobs: 1, catalogue: services.catalogue,
      signedWith: signatures, for: purpose, log: &log)
    guard let opened else { return }
    let outcome = try opened.run.run(opened.records, as: opened.order, now: ledger.clock)
    log.append(contentsOf: outcome.log)
    for refused in outcome.refused { log.append(contentsOf: refused.log) }
    // Issued now, before, or at this moment by another process.
    var query = Register.Query()
    query.batch = name
    let issuer = opened.run.issuer
    for entry in try issuer.register.search(query) { show(entry, issuer.archive.path(of: entry.number)) }
  }

  private func show(_ entry: RegisterEntry, _ path: String) {
    print(entry.number, entry.printed, path, separator: "\t")
  }
}
