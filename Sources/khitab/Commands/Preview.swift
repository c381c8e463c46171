import ArgumentParser
import Content
import Diagnostics
import Foundation
import Issuing
import Layout
import PDF
import Records
import Templates
import Values

/// `khitab preview`: one letter, as it would be issued.
struct Preview: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يعرض خطاباً واحداً كما سيصدر.", "Show one letter as it would be issued."),
    discussion: say(
      "إن لم تُذكر سجلات فالمثال الذي مع القالب؛ وقالب بلا حقول لا يحتاج إلى سجلات ولا مكتب.",
      "Without records the example beside the template serves; a template without fields needs neither records nor office."
    ))

  @Option(
    help: ArgumentHelp(
      say("القالب: معرّفه أو مساره.", "The template: its id or its path."), valueName: "template"))
  var template: String

  @Option(
    help: ArgumentHelp(
      say("الملف الناتج: pdf أو png أو svg أو txt.", "The file to make: pdf, png, svg or txt."),
      valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp(say("ترتيب السجل في الملف، من ١.", "Which record of the file, from 1.")))
  var row: Int = 1

  @Option(help: ArgumentHelp(say("الصفحة في png وsvg، من ١.", "Which page, for png and svg, from 1.")))
  var page: Int = 1

  @Option(help: ArgumentHelp(say("دقة png بالنقطة في البوصة.", "Dots per inch of png.")))
  var resolution: Double = 150

  @Flag(help: ArgumentHelp(say("نموذج فارغ للتعبئة باليد.", "An empty form to fill in by hand.")))
  var blank = false

  @Flag(
    help: ArgumentHelp(
      say("يعرض صيغ الخطاب كلها جنباً إلى جنب.", "Show every form of the letter, side by side.")))
  var variants = false

  @Flag(help: ArgumentHelp(say("يعيد العرض كلما تغيّر ملف.", "Make it again whenever a file changes.")))
  var watch = false

  @OptionGroup var file: FileOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard row >= 1, page >= 1 else { throw ValidationError(say("العدّ من ١", "counting starts at 1")) }
    guard (36...1200).contains(resolution) else {
      throw ValidationError(say("الدقة من 36 إلى 1200", "the resolution is from 36 to 1200"))
    }
    guard ["pdf", "png", "svg", "txt"].contains(URL(filePath: output).pathExtension.lowercased()) else {
      throw ValidationError(
        say("الناتج pdf أو png أو svg أو txt", "the output is a pdf, png, svg or txt file"))
    }
  }

  func run() async throws {
    let isMade = try make()
    guard watch else {
      if !isMade { throw Outcome.errors }
      return
    }
    Interface.report(say("يتابع التغييرات؛ Ctrl-C للإنهاء.", "watching for changes; Ctrl-C ends it."))
    var seen = stamps()
    while true {
      try await Task.sleep(for: .milliseconds(300))
      let now = stamps()
      guard now != seen else { continue }
      seen = now
      _ = try make()
    }
  }

  /// Makes the preview once; false when something given was wrong.
  private func make() throws -> Bool {
    var log = DiagnosticLog()
    let bytes = try bytes(log: &log)
    try interface.print(log.diagnostics)
    guard let bytes else { return false }
    try OutputFile(path: output).write(bytes)
    return true
  }

  private func bytes(log: inout DiagnosticLog) throws -> [UInt8]? {
    guard
      let workshop = try Workshop.open(
        template: template, office: office, beside: [records.records], isBlank: blank, log: &log),
      let read = try record(for: workshop, log: &log)
    else { return nil }
    let record = read.record
    let kind = URL(filePath: output).pathExtension.lowercased()
    if kind == "txt", !read.log.hasErrors {
      return workshop.composer.document(of: record, log: &log).map { Array($0.plainText.utf8) }
    }
    let document =
      variants
      ? VariantSheet(composer: workshop.composer).sheet(of: record, log: &log)
      : workshop.composer.compose(record, log: &log)
    guard let document, !read.log.hasErrors else { return nil }
    let painter = PagePainter()
    if kind == "pdf" {
      let composer = file.applied(to: workshop.composer)
      return try composer.file(of: document, record, with: painter).bytes
    }
    guard page <= document.pages.count else {
      log.error(.noPage(page, of: document.pages.count))
      return nil
    }
    let chosen = document.pages[page - 1]
    return kind == "png" ? try painter.png(chosen, dotsPerInch: resolution) : try painter.svg(chosen)
  }

  /// The record asked for, the template's example, or an empty one.
  private func record(for workshop: Workshop, log: inout DiagnosticLog) throws -> ReadRecord? {
    let empty = Record(values: [:], origins: [:], location: .file(workshop.template.source.file))
    let nothing = ReadRecord(record: empty, log: DiagnosticLog())
    if blank {
      if let file = records.records { log.note(.recordsUnused, at: .file(file), hints: [.leaveBlankOut]) }
      return nothing
    }
    let example = URL(filePath: workshop.template.source.file).deletingLastPathComponent()
      .appending(path: "example.json").path
    var source = records
    if source.records == nil, FileManager.default.fileExists(atPath: example) {
      source.records = example
    }
    guard let set = try source.read(for: workshop) else { return nothing }
    log.append(contentsOf: set.log)
    if set.records.isEmpty, set.log.hasErrors { return nil }
    guard row <= set.records.count else {
      log.error(.noRow(row, of: set.records.count), at: .file(source.records ?? ""))
      return nil
    }
    let chosen = set.records[row - 1]
    log.append(contentsOf: chosen.log)
    return chosen
  }

  /// The modification times of the files that the preview depends on: records, office, template and theme, with what
  /// the template includes and the theme shows.
  private func stamps() -> [String: Date] {
    let installation = try? Installation.find()
    let folder = office.folder(beside: [records.records])
    var files = [records.records, records.members].compactMap { $0 }
    if let folder { files += ["office.yaml", "fields.yaml", "calendar.txt"].map { folder + "/" + $0 } }
    let library = installation?.library(ofOfficeIn: folder)
    let path = library?.path(of: template)
    let folders = [
      path.map { URL(filePath: $0).deletingLastPathComponent().path },
      office.theme ?? installation?.theme(ofOfficeIn: folder),
    ]
    let pieces = library?.folders.map { $0 + "/pieces" } ?? []
    for folder in folders.compactMap(\.self) + pieces {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      files += names.filter { Self.watched.contains(URL(filePath: $0).pathExtension.lowercased()) }
        .map { folder + "/" + $0 }
    }
    // The preview itself may be written beside the template.
    let preview = URL(filePath: output).standardizedFileURL
    var stamps: [String: Date] = [:]
    for file in files where URL(filePath: file).standardizedFileURL != preview {
      stamps[file] = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
    }
    return stamps
  }

  /// The extensions of what templates and themes are made of.
  private static let watched = ["khitab", "json", "yaml", "svg", "png", "jpg", "jpeg"]
}

extension Diagnostic.Hint {
  fileprivate static let leaveBlankOut = Self(
    arabic: "لتعبئة النموذج من السجل احذف --blank",
    english: "To fill the form from the record, leave --blank out")
}

extension Diagnostic.Message {
  fileprivate static let recordsUnused = Self(
    "preview.records-unused", arabic: "النموذج الفارغ لا يأخذ من السجلات شيئاً",
    english: "An empty form takes nothing from the records")

  fileprivate static func noRow(_ row: Int, of count: Int) -> Self {
    Self(
      "preview.no-row", arabic: "لا يوجد سجل رقم \(row)؛ في الملف \(count)",
      english: "There is no record \(row); the file has \(count)")
  }

  fileprivate static func noPage(_ page: Int, of count: Int) -> Self {
    Self(
      "preview.no-page", arabic: "لا توجد صفحة رقم \(page)؛ عدد الصفحات \(count)",
      english: "There is no page \(page); the letter has \(count)")
  }
}
