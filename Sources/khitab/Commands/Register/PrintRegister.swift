import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import PDF
import Records
import Register
import Values

/// `khitab register print`: the register of a period as a PDF file, by the office's own template.
struct PrintRegister: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: say("يُخرج سجل مدة في ملف PDF.", "Write the register of a period as a PDF file."),
    discussion: say(
      "يُقيَّد إخراجه في سجل الاطلاع.", "That it was printed goes into the access log."))

  @Option(help: ArgumentHelp(say("السجل: outgoing أو incoming.", "outgoing or incoming.")))
  var series = "outgoing"

  @Option(help: ArgumentHelp(say("من يوم، هجري أو ميلادي.", "From this day, of either calendar.")))
  var from: DayArgument

  @Option(help: ArgumentHelp(say("إلى يوم، هجري أو ميلادي.", "To this day, of either calendar.")))
  var to: DayArgument

  @Option(help: ArgumentHelp(say("ملف pdf الناتج.", "The pdf file to write."), valueName: "file"))
  var output: String

  @Flag(help: ArgumentHelp(say("يحجب الأسماء.", "Mask names.")))
  var masked = false

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard ["outgoing", "incoming"].contains(series) else {
      throw ValidationError(say("السجل outgoing أو incoming", "the series is outgoing or incoming"))
    }
    guard output.lowercased().hasSuffix(".pdf") else {
      throw ValidationError(say("ينتهي اسم الملف بـ .pdf", "the file's name ends in .pdf"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let calendar = register.numbering.ummAlQura
      let first = from.day(of: "--from", by: calendar, log: &log)
      let last = to.day(of: "--to", by: calendar, log: &log)
      guard let first, let last, let days = ClosedRange(from: first, to: last, log: &log) else { return }
      var query = Register.Query()
      query.series = series == "incoming" ? .incoming : .outgoing
      query.days = days
      query.limit = .max
      let entries = try register.search(query).reversed()
      guard !entries.isEmpty else {
        log.error(.noEntries, hints: [.otherPeriod])
        return
      }
      let report = try OfficeReport.register(
        query.series ?? .outgoing, Array(entries), days: days, printedOn: options.moment.day,
        isMasked: masked)
      let file = try report.file(as: "\(series)-register", of: options.folder, partsWords: true, log: &log)
      guard let file else { return }
      let target = OutputFile(path: output)
      if masked {
        try target.write(file)
      } else {
        try target.write(file, noting: Access(.print, by: options.by, at: options.moment), in: register)
      }
      Interface.report(
        say("القيود المكتوبة: \(entries.count).", "\(entries.count.english("entry", "entries")) written."))
    }
  }
}

extension OfficeReport {
  /// Sets the report by a template of the office in `folder`, and writes it as a PDF file.
  func write(as template: String, of folder: String, to path: String, log: inout DiagnosticLog) throws {
    guard let file = try file(as: template, of: folder, log: &log) else { return }
    try OutputFile(path: path).write(file)
  }

  /// The report's PDF file by a template of the office in `folder`; nothing, with the reasons in `log`, if it can't be
  /// set.
  func file(
    as template: String, of folder: String, partsWords: Bool = false, log: inout DiagnosticLog
  ) throws -> [UInt8]? {
    let workshop = try Workshop.open(
      template: template, office: try OfficeOptions.parse(["--office", folder]), beside: [], isBlank: false,
      log: &log)
    guard let workshop else { return nil }
    let shown = try legible(by: workshop.fonts, partsWords: partsWords, log: &log)
    let set = shown.record(by: workshop.office)
    log.append(contentsOf: set.log)
    guard !log.hasErrors, let read = set.records.first else { return nil }
    log.append(contentsOf: read.log)
    guard let pages = workshop.composer.compose(read.record, log: &log), !log.hasErrors else { return nil }
    return try PagePainter().pdf([pages])
  }
}

extension Diagnostic.Message {
  fileprivate static let noEntries = Self(
    "khitab.period-without-entries", arabic: "ليس في هذه المدة قيود من هذا السجل، فلم يُكتب شيء",
    english: "The register has no entries of this period; nothing was written")
}

extension Diagnostic.Hint {
  fileprivate static let otherPeriod = Self(
    arabic: "راجع أول المدة وآخرها، والسجل في --series",
    english: "Check the period's days, and the series in --series")
}
