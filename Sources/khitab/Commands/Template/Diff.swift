import ArgumentParser
import Cases
import Content
import Diagnostics
import Foundation
import Issuing
import Layout
import PDF
import Records
import Register
import Templates
import Themes

extension Template {
  /// `khitab template diff`: which issued letters would come out differently, page beside page.
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "أي الخطابات الصادرة يخرج بصورة أخرى من قالب معدَّل.",
        "Which issued letters a changed template would make differently."),
      discussion: say(
        "يعيد رسم آخر ما صدر من القالب بصورته التي صدر بها وبصورته الجديدة؛ ويكتب في --output كل صفحة تغيّرت إلى جانب ما تصير إليه.",
        "The last letters of the template are set again in the form they were issued in and in the new one; --output gets each changed page beside what it becomes."
      ))

    @Argument(
      help: ArgumentHelp(say("القالب المعدَّل: مساره أو معرّفه.", "The changed template: its path or id.")))
    var template: String
    @Option(help: ArgumentHelp(say("كم خطاباً من آخر ما صدر.", "How many of the letters last issued.")))
    var last: Int = 20
    @Option(
      help: ArgumentHelp(
        say("ملف PDF للصفحات المتغيرة: قبل ثم بعد.", "A PDF file of the changed pages, before and after."),
        valueName: "file"))
    var output: String?
    @OptionGroup var ledger: LedgerOptions
    @OptionGroup var records: RecordOptions
    @OptionGroup var office: OfficeOptions
    @OptionGroup var interface: InterfaceOptions

    mutating func validate() throws {
      guard (1...10_000).contains(last) else {
        throw ValidationError(say("--last من ١ إلى ١٠٠٠٠", "--last is from 1 to 10000"))
      }
    }

    func run() throws {
      var log = DiagnosticLog()
      try compare(log: &log)
      try interface.conclude(log)
    }

    private func compare(log: inout DiagnosticLog) throws {
      let folder = office.folder(beside: [records.records]) ?? FileManager.default.currentDirectoryPath
      let workshop = try Workshop.open(
        template: template, office: office, beside: [records.records, folder + "/office.yaml"],
        isBlank: false, log: &log)
      guard let workshop else { return }
      let numbering = Numbering(workshop.office.profile)
      let register = try ledger.open(in: folder, numbering: numbering, creates: false)
      let found = try records.read(for: workshop)
      if let found { log.append(contentsOf: found.log) }
      guard !log.hasErrors else { return }
      let finder = IssuedRecords(
        desk: try desk(workshop, register: register, folder: folder, log: &log),
        records: found?.records ?? [], numbering: numbering)
      let number = workshop.template.template.settings.identifier
      var sheets: [Page] = []
      let entries = try register.lastEntries(ofTemplate: number, last)
      if entries.isEmpty {
        Interface.reportNothing("لم يصدر من القالب خطاب.", "No letter of the template was issued.")
      }
      for entry in entries {
        let record = try finder.record(of: entry)
        if record == nil { log.warning(.noRecord(entry.number)) }
        guard let record, let before = try form(of: entry, workshop, register: register, log: &log) else {
          print(entry.number, say("لا يُعرف", "unknown"), separator: "\t")
          continue
        }
        // One letter's mistakes keep no other from being compared.
        var own = DiagnosticLog()
        let comparison = TemplateComparison(
          entry, record: record, before: before, after: workshop.composer, numbering: numbering, log: &own)
        log.append(contentsOf: own)
        report(comparison, on: entry)
        sheets += comparison?.sheets ?? []
      }
      try write(sheets)
    }

    /// Prints what would become of a letter.
    private func report(_ comparison: TemplateComparison?, on entry: RegisterEntry) {
      guard let comparison else {
        print(entry.number, say("يتعذر", "fails"), separator: "\t")
        return
      }
      let pages = comparison.changedPages.map(String.init).joined(separator: ",")
      if pages.isEmpty {
        print(entry.number, say("لا يتغير", "same"), separator: "\t")
      } else {
        print(entry.number, say("يتغير", "differs"), pages, separator: "\t")
      }
    }

    /// Writes the changed pages, before and after, where a file is asked for.
    private func write(_ sheets: [Page]) throws {
      guard let output, !sheets.isEmpty else { return }
      let title = say("مقارنة القالب", "Template comparison")
      let document = PagedDocument(metadata: .init(title: title), pages: sheets)
      try OutputFile(path: output).write(try PagePainter().pdf([document], profile: .archive))
    }

    /// The form of the template that an entry's letter was made from.
    private func form(
      of entry: RegisterEntry, _ workshop: Workshop, register: Register, log: inout DiagnosticLog
    ) throws -> LetterComposer? {
      var composer = workshop.composer
      let hash = entry[.templateHash] ?? ""
      if let version = try register.templateVersion(hash) {
        guard let loaded = version.loaded(log: &log) else { return nil }
        composer.template = loaded
        return composer
      }
      if workshop.template.sha256 == hash { return composer }
      // The form that is installed may be the one, approved or not.
      let installation = try Installation.find()
      let library = installation.library(ofOfficeIn: workshop.office.folder)
      for id in library.ids {
        var own = DiagnosticLog()
        guard let installed = try library.template(named: id, log: &own), installed.sha256 == hash else {
          continue
        }
        composer.template = installed
        return composer
      }
      log.warning(.noForm(entry.number), hints: [.approveFirst])
      return nil
    }

    /// The desk of the office's cases, in which records of letters may be found; `nil` where it keeps none, or with the
    /// reason in `log`.
    private func desk(
      _ workshop: Workshop, register: Register, folder: String, log: inout DiagnosticLog
    ) throws -> CaseDesk? {
      let file = folder + "/catalogue.yaml"
      guard FileManager.default.fileExists(atPath: file) else { return nil }
      guard let rules = try CaseRules.read(from: file, office: workshop.office, log: &log) else { return nil }
      return CaseDesk(
        office: workshop.office, rules: rules, register: register,
        archive: LetterArchive(folder: folder + "/letters"), installation: try Installation.find(),
        paginator: workshop.composer.paginator)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noRecord(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.diff-no-record",
      arabic: "سجل الخطاب \u{2066}\(number)\u{2069} ليس في الملف المعطى ولا في معاملة كما كان عند إصداره",
      english:
        "The record of \(number), as it was when it was issued, is neither in the file given nor in a case")
  }
  fileprivate static func noForm(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.diff-no-form",
      arabic: "صورة القالب التي صدر بها \u{2066}\(number)\u{2069} غير محفوظة",
      english: "The form of the template that \(number) was issued in isn't kept")
  }
}

extension Diagnostic.Hint {
  fileprivate static let approveFirst = Self(
    arabic: "اعتمد القوالب قبل استعمالها بـ khitab template approve؛ فيُحفظ نصها",
    english: "Approve templates before they are used, with `khitab template approve`: it keeps their text")
}
