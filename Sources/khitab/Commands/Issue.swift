import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register

/// `khitab issue`: one letter, numbered, registered and queued, or nothing.
struct Issue: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يُصدر خطاباً: يرقّمه ويقيده ويحفظ ملفه ويضعه في طابور الإرسال.",
      "Issue a letter: number, register, file and queue it."),
    discussion: say(
      "إن وُجد خطأ في السجل أو الخطاب لم يُؤخذ رقم. والنسخة المحفوظة لا تتغير؛ يُصحَّح ما فيها بخطاب إلحاقي.",
      "An error in the record or the letter takes no number. The filed letter never changes; a further letter corrects it."
    ))

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String

  @Option(
    help: ArgumentHelp(
      say("رقم السجل في ملفه، من 1.", "Which record of the file, from 1."), valueName: "number"))
  var row: Int?

  @Option(
    help: ArgumentHelp(
      say("رقم الخطاب الذي يُلحق به هذا.", "The letter that this one is further to."), valueName: "number"))
  var furtherTo: String?

  @Option(
    help: ArgumentHelp(
      say("رقم الوارد الذي هذا رده.", "The incoming letter that this one answers."), valueName: "number"))
  var replyTo: String?

  @OptionGroup var signatures: LetterSignatureOptions
  @OptionGroup var purpose: SigningReason
  @OptionGroup var data: DataOptions
  @OptionGroup var people: RoleOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard records.records != nil else { throw ValidationError(say("يلزم --records", "--records is needed")) }
  }

  func run() throws {
    var log = DiagnosticLog()
    let opened = try IssuingPress.open(
      template: template, office: office, records: records, people: people, ledger: ledger,
      attachesData: data.attachData, log: &log)
    guard var press = opened, let record = chosen(press.records, log: &log) else {
      return try interface.conclude(log)
    }
    try signatures.apply(to: &press, for: purpose, at: ledger.clock, log: &log)
    var order = people.order(by: ledger.by)
    order.relation = try relation(in: press.issuer.register, log: &log)
    let letter =
      log.hasErrors ? nil : try press.issuer.issue(record, as: order, at: ledger.moment, log: &log)
    if let letter { print("\(letter.entry.number)\t\(letter.entry.printed)\t\(letter.path)") }
    try interface.conclude(log)
  }

  /// The one record that is asked for.
  private func chosen(_ records: [ReadRecord], log: inout DiagnosticLog) -> ReadRecord? {
    if let row {
      guard records.indices.contains(row - 1) else {
        log.error(.noRecord(row, records.count))
        return nil
      }
      return records[row - 1]
    }
    guard records.count == 1 else {
      log.error(.notOneRecord(records.count), hints: [.useBatch])
      return nil
    }
    return records[0]
  }

  private func relation(in register: Register, log: inout DiagnosticLog) throws -> IssueOrder.Relation? {
    if let furtherTo {
      return try register.entry(named: furtherTo, log: &log).map { .init(.furtherTo, to: $0.number) }
    }
    if let replyTo {
      return try register.entry(named: replyTo, log: &log).map { .init(.replyTo, to: $0.number) }
    }
    return nil
  }
}

extension Diagnostic.Message {
  fileprivate static func noRecord(_ row: Int, _ count: Int) -> Self {
    Self(
      "khitab.no-record", arabic: "ليس في الملف سجل رقمه \(row)؛ فيه \(count)",
      english: "There is no record \(row); the file has \(count)")
  }
  fileprivate static func notOneRecord(_ count: Int) -> Self {
    Self(
      "khitab.not-one-record", arabic: "المختار \(count) من السجلات، والأمر يُصدر خطاباً واحداً",
      english: "\(count) records are chosen, and the command issues one letter")
  }
}

extension Diagnostic.Hint {
  fileprivate static let useBatch = Self(
    arabic: "اختر واحداً بـ --row أو --only، أو أصدرها دفعةً بـ khitab batch",
    english: "Choose one with --row or --only, or issue them with khitab batch")
}
