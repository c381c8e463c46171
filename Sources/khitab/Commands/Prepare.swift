import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register

/// `khitab prepare`: one letter tried and kept for approval, without a number.
struct Prepare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يُعدّ خطاباً ليعتمده غير من أعدّه، ولا يرقّمه.",
      "Prepare a letter for somebody else's approval; nothing is numbered."),
    discussion: say(
      """
      يطبع اسماً يُعتمد به الخطاب بـ khitab approve ثم يصدر بـ khitab issue. وتُحفظ بصمات ما بُني عليه وحدها، لا بيانات \
      أصحابه؛ وما تغيّر منها بعد الاعتماد يبطله.
      """,
      """
      It prints a name, to approve the letter by with `khitab approve` and to issue it by with `khitab issue`. Only hashes \
      of what it is made of are kept, and nothing of persons; whatever changes after the approval makes that void.
      """))

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String

  @Option(
    help: ArgumentHelp(
      say(
        "ملف لمسودة الخطاب، ليراها من يعتمده.",
        "A file for a draft of the letter, for its approver to look at."),
      valueName: "file"))
  var draftTo: String?

  @OptionGroup var way: ChannelOption
  @OptionGroup var letter: LetterOptions
  @OptionGroup var services: CatalogueOption
  @OptionGroup var data: DataOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard records.records != nil else { throw ValidationError(say("يلزم --records", "--records is needed")) }
    guard draftTo.map({ $0.lowercased().hasSuffix(".pdf") }) ?? true else {
      throw ValidationError(say("ينتهي اسم الملف بـ .pdf", "the file's name ends in .pdf"))
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    try prepare(log: &log)
    try interface.conclude(log)
  }

  private func prepare(log: inout DiagnosticLog) throws {
    // The plan counts the records of the whole file: what chooses one may tell of its person.
    var whole = records
    whole.only = []
    let opened = try IssuingPress.open(
      template: template, office: office, records: whole, people: try RoleOptions.parse([]), ledger: ledger,
      attachesData: data.attachData, log: &log)
    guard var press = opened else { return }
    try press.enterInCases(catalogue: services.catalogue, log: &log)
    let register = press.issuer.register
    var order = IssueOrder(preparer: ledger.by, channel: way.channel)
    order.relation = try letter.relation(in: register, log: &log)
    let places = records.chosen(among: press.records, of: press.issuer.composer.office, log: &log)
    guard !log.hasErrors,
      let chosen = letter.ordinal(among: places.map({ press.records[$0] }), log: &log)
    else { return }
    let ordinal = places[chosen - 1] + 1
    let record = press.records[ordinal - 1]
    if let channel = order.channel { press.issuer.checkAddress(of: record.record, for: channel, log: &log) }
    let plan = try press.issuer.prepare(
      record, ordinal: ordinal, template: template, records: whole.arguments,
      office: office.arguments(beside: [records.records]),
      as: order, at: ledger.moment, log: &log)
    guard let plan, !log.hasErrors else { return }
    let kept = try plan.kept(in: press.issuer.register, named: press.name, at: ledger.moment, log: &log)
    guard let name = kept else { return }
    if let draftTo, let draft = try press.issuer.draft(of: record, at: ledger.moment) {
      try OutputFile(path: draftTo).write(draft)
    }
    print(name)
  }
}
