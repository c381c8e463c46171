import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Postal
import Records
import Synchronization

/// `khitab render`: a whole file of records to letters.
struct Render: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يُخرج خطاباً لكل سجل.", "Make a letter of every record."),
    discussion: say(
      "السجل الذي فيه خطأ لا يخرج له خطاب ولا يوقف غيره؛ وتُعرض الأخطاء كلها.",
      "A record with an error gives no letter and stops no other; all errors are reported."))

  @Option(
    help: ArgumentHelp(
      say("القالب: معرّفه أو مساره.", "The template: its id or its path."), valueName: "template"))
  var template: String

  @Option(
    help: ArgumentHelp(
      say(
        "مجلد للخطابات، أو ملف pdf واحد يجمعها.", "A folder for the letters, or one pdf file for all of them."
      ),
      valueName: "path"))
  var output: String

  @Option(help: ArgumentHelp(say("عدد العمال المتوازين.", "How many letters are worked on at once.")))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: ArgumentHelp(
      say("يكتب تقرير JSON في هذا الملف.", "Write a JSON report to this file."), valueName: "file"))
  var report: String?

  @Flag(help: ArgumentHelp(say("مرتبة بالرمز البريدي ثم المدينة.", "Sort by postcode, then city.")))
  var byPost = false

  @Flag(
    help: ArgumentHelp(
      say(
        "للطباعة على الوجهين: يبدأ كل خطاب على وجه ورقة.",
        "For printing on both sides: each letter begins on a front.")))
  var duplex = false

  @Flag(
    help: ArgumentHelp(
      say(
        "رقم الخطاب والورقة أسفل كل ورقة.", "The letter's and the sheet's number at the foot of each sheet."))
  )
  var sheetCodes = false

  @Flag(help: ArgumentHelp(say("علامات طي A4 لمظروف DL.", "Marks where A4 is folded for DL.")))
  var foldMarks = false

  @OptionGroup var post: PostOptions
  @OptionGroup var file: FileOptions
  @OptionGroup var records: RecordOptions
  @OptionGroup var office: OfficeOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard records.records != nil else { throw ValidationError(say("يلزم --records", "--records is needed")) }
    guard output.lowercased().hasSuffix(".pdf") || !(byPost || duplex || sheetCodes || foldMarks) else {
      throw ValidationError(
        say(
          "خيارات الطباعة للملف الواحد: ينتهي --output بـ .pdf",
          "the options for a print run need one file: --output ends in .pdf"))
    }
    // Whoever wants pictures would get a folder of that name, with pdf files in it.
    guard !["png", "svg", "txt", "jpg", "jpeg"].contains(URL(filePath: output).pathExtension.lowercased())
    else {
      throw ValidationError(
        say(
          "render يكتب pdf وحده: مجلداً أو ملفاً ينتهي اسمه بـ \u{200E}.pdf؛ ولصورة خطاب استعمل khitab preview",
          "render writes pdf only: a folder, or a file whose name ends in .pdf; for a picture use khitab preview"
        ))
    }
    try OutputArgument.check(report, endsIn: ".json", beside: [records.records, records.members])
    guard (1...256).contains(jobs) else {
      throw ValidationError(say("--jobs من ١ إلى ٢٥٦", "--jobs is from 1 to 256"))
    }
  }

  func run() async throws {
    var log = DiagnosticLog()
    guard
      let workshop = try Workshop.open(
        template: template, office: office, beside: [records.records], isBlank: false, log: &log),
      let found = try records.read(for: workshop)
    else {
      try interface.print(log.diagnostics)
      throw Outcome.errors
    }
    log.append(contentsOf: found.log)
    guard !found.log.hasErrors else {
      try interface.print(log.diagnostics + found.records.flatMap(\.log.diagnostics))
      throw Outcome.errors
    }
    var ready = found.records
    if byPost {
      guard let list = post.list(workshop.office.records, file: records.records ?? "", log: &log) else {
        try interface.print(log.diagnostics)
        throw Outcome.errors
      }
      ready = list.sorted(ready)
    }
    let selected = ready
    let destination: RenderRun.Destination =
      output.lowercased().hasSuffix(".pdf") ? .merged(output) : .folder(output)
    let run = RenderRun(
      composer: file.applied(to: workshop.composer), name: workshop.name, destination: destination,
      jobs: jobs,
      press: PrintRun(isDuplex: duplex, hasSheetCodes: sheetCodes, hasFoldMarks: foldMarks))
    let bar = ProgressBar()
    let work = Task { try await run.run(selected) { bar.show($0) } }
    let signals = Interruption.cancelling(work)
    defer { signals.stop() }
    let result: RenderReport
    do { result = try await work.value } catch { throw failure(error) }
    bar.finish()
    try finish(result, log: log)
  }

  private func finish(_ result: RenderReport, log: DiagnosticLog) throws {
    try interface.print(log.diagnostics + result.allDiagnostics)
    if let report { try OutputFile(path: report).write(Array(try interface.json(result).utf8)) }
    Interface.report(
      say(
        "الخطابات المكتوبة في \u{2068}\(output)\u{2069}: \(result.written)، وما لم يُكتب لأخطاء في سجلاته: \(result.refused).",
        "\(result.written.english("letter")) written to \(output), \(result.refused) refused for errors in their records."
      ))
    let failed = log.hasErrors || result.allDiagnostics.contains { $0.severity == .error }
    if failed { throw Outcome.errors }
  }

  private func failure(_ error: any Error) -> any Error {
    error is CancellationError || error is IssuingError ? error : IssuingError.failed("\(error)")
  }
}
