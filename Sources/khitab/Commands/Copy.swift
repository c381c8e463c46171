import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Records
import Register

/// `khitab copy`: an issued letter drawn again, to compare it, in place of a lost one, or certified.
struct Copy: ParsableCommand {
  /// What the copy is.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case compare, replacement, certified, file
  }

  static let configuration = CommandConfiguration(
    abstract: say(
      "نسخة من خطاب صادر: مقارنة أو بدل فاقد أو صورة طبق الأصل أو نسخة الملف.",
      "A copy of an issued letter: to compare, in place of a lost one, certified, or for the file."),
    discussion: say(
      """
      يُرسم الخطاب من سجله من جديد؛ فإن لم يخرج كما صدر قيل ما الذي تغيّر. ونسخة الملف (file) في ملف --output، وفيها «صورة إلى» \
      والتركين، و«وقّع الأصل» مكان التوقيع.
      """,
      """
      The letter is drawn again from its record; if it doesn't come out as issued, it is said what has changed. The office's \
      own copy (file) goes to --output; it has the list of copies, the initials, and «وقّع الأصل» in place of the signature.
      """))

  @Argument(help: ArgumentHelp(say("رقم القيد أو رمز التحقق.", "The entry's number or verification code.")))
  var number: String

  @Option(
    help: ArgumentHelp(
      say("compare أو replacement أو certified أو file.", "compare, replacement, certified or file.")))
  var kind: Kind = .compare

  @Option(
    help: ArgumentHelp(
      say("ملف pdf الناتج، مع file.", "The pdf file to write, with file."), valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp(say("القالب: معرّفه أو مساره.", "The template: its id or its path.")))
  var template: String

  @Option(
    help: ArgumentHelp(
      say("رقم السجل في ملفه، من 1.", "Which record of the file, from 1."), valueName: "number"))
  var row: Int = 1

  @OptionGroup var people: RoleOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard records.records != nil else { throw ValidationError(say("يلزم --records", "--records is needed")) }
    guard (kind == .file) == (output != nil) else {
      throw ValidationError(say("--output مع --kind file", "--output goes with --kind file, which needs it"))
    }
    try OutputArgument.check(output, endsIn: ".pdf")
    guard row > 0 else { throw ValidationError(say("العدّ من ١", "counting starts at 1")) }
  }

  func run() throws {
    var log = DiagnosticLog()
    let press = try IssuingPress.open(
      template: template, office: office, records: records, people: people, ledger: ledger,
      forNewLetters: false, log: &log)
    guard let press else { return try interface.conclude(log) }
    guard press.records.indices.contains(row - 1) else {
      log.error(.noRecord(row, press.records.count))
      return try interface.conclude(log)
    }
    guard let entry = try press.issuer.register.entry(named: number, log: &log) else {
      return try interface.conclude(log)
    }
    let record = press.records[row - 1]
    switch kind {
    case .compare:
      let found = try press.issuer.reproduce(entry, from: record, log: &log)
      print(found?.isSame == true ? say("مطابق", "same") : say("غير مطابق", "different"))
    case .replacement, .certified:
      let copy = try press.issuer.copy(
        kind == .replacement ? .replacement : .certifiedCopy, of: entry.number, from: record, by: ledger.by,
        approver: people.approver, at: ledger.moment, log: &log)
      if let copy { print("\(entry.number)\t\(copy.act.copy ?? 0)\t\(copy.path)") }
    case .file:
      let file = try press.issuer.fileCopy(of: entry, from: record, log: &log)
      if let file, let output, !log.hasErrors {
        let access = Access(.print, by: ledger.by, entry: entry.position, at: ledger.moment)
        try OutputFile(path: output).write(file, noting: access, in: press.issuer.register)
        print("\(entry.number)\t\(output)")
      }
    }
    try interface.conclude(log)
  }
}
