import ArgumentParser
import Diagnostics
import Fonts
import Foundation
import Geometry
import Issuing
import Layout
import PDF
import Postal
import Records
import Text
import Values

/// `khitab labels`: addresses on sheets of labels or on envelopes.
struct Labels: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يطبع العناوين على ملصقات أو مظاريف.", "Print addresses on labels or envelopes."),
    discussion: say(
      "ترتَّب بالرمز البريدي ثم المدينة. اطبعوا أولاً صفحة المعايرة بالخيار --calibration على ورق عادي.",
      "They are sorted by postcode, then city. First print the calibration page, --calibration, on plain paper."
    ))

  @Option(
    help: ArgumentHelp(
      say(
        "الورق: 3x7 أو 2x7 للملصقات، وdl أو c5 أو c4 للمظاريف.",
        "3x7 or 2x7 for labels; dl, c5 or c4 for envelopes."),
      valueName: "paper"))
  var paper = LabelSheet.threeBySeven.name

  @Option(
    help: ArgumentHelp(
      say("ملف السجلات.", "The records: a csv, json, xlsx or sqlite file."), valueName: "file"))
  var records: String?

  @Option(help: ArgumentHelp(say("الورقة أو الجدول.", "The sheet or table."), valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      say(
        "مجلد المكتب؛ وإن لم يُذكر فمجلد السجلات أو المجلد الحالي إن كان مجلد مكتب.",
        "The office's folder; by default the records' folder or the current one, if it is one."),
      valueName: "folder"))
  var office: String?

  @OptionGroup var post: PostOptions

  @Option(
    help: ArgumentHelp(
      say(
        "حقل رقم يُطبع صغيراً تحت العنوان، مثل رقم الخطاب.",
        "The field of a number to print small below the address, such as the letter's."), valueName: "field"))
  var referenceField: String?

  @Option(help: ArgumentHelp(say("ملف pdf الناتج.", "The pdf file to write."), valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(say("عدد الملصقات المستعملة من أول ورقة.", "Labels already used on the first sheet.")))
  var skip = 0

  // What follows is the value, even if it begins with a hyphen: a sheet may be out to either side.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say(
        "تحريك الصورة إلى اليسار، بالمليمتر؛ والسالب إلى اليمين.",
        "Move the image to the left, in millimetres; to the right if negative.")))
  var offsetX = 0.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say(
        "تحريك الصورة إلى أسفل، بالمليمتر؛ والسالب إلى أعلى.",
        "Move the image down, in millimetres; up if negative.")))
  var offsetY = 0.0

  @Flag(help: ArgumentHelp(say("صفحة المعايرة وحدها.", "The calibration page alone.")))
  var calibration = false

  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    let papers = LabelSheet.all.map(\.name) + EnvelopeProfile.all.map(\.name)
    guard papers.contains(paper) else {
      throw ValidationError(
        say("--paper واحد من: ", "--paper is one of: ") + papers.joined(separator: say("، ", ", ")))
    }
    guard calibration || records != nil else {
      throw ValidationError(say("يلزم --records أو --calibration", "--records or --calibration is needed"))
    }
    guard output.lowercased().hasSuffix(".pdf") else {
      throw ValidationError(say("ينتهي اسم الملف بـ .pdf", "the file's name ends in .pdf"))
    }
    try Self.check(skip: skip, of: LabelSheet.all.first { $0.name == paper }?.count ?? 1)
    guard abs(offsetX) <= 50, abs(offsetY) <= 50 else {
      throw ValidationError(
        say(
          "التحريك لا يزيد على ٥٠ مليمتراً", "offsets are at most 50 mm"))
    }
  }

  /// Refuses more used labels than a sheet has places.
  static func check(skip: Int, of places: Int) throws {
    guard (0..<places).contains(skip) else {
      throw ValidationError(
        say("--skip من ٠ إلى \(places - 1) في هذا الورق", "--skip is from 0 to \(places - 1) on this paper"))
    }
  }

  func run() throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: try Installation.find().fonts, log: &log)
    let paginator = Paginator(shaper: ParagraphShaper(fonts: fonts))
    let document = calibration ? calibrationPage(paginator, log: &log) : try addresses(paginator, log: &log)
    if let document, !document.pages.isEmpty {
      do {
        try OutputFile(path: output).write(try PagePainter().pdf([document], profile: .print))
      } catch let error as RenderingError { throw IssuingError.failed("\(error)") }
      Interface.report(
        say(
          "الصفحات المكتوبة في \u{2068}\(output)\u{2069}: \(document.pages.count).",
          "\(document.pages.count.english("page")) written to \(output)."))
    }
    try interface.print(log.diagnostics)
    if log.hasErrors { throw Outcome.errors }
  }

  private var offset: Point { Point(x: .mm(offsetX), y: .mm(offsetY)) }

  private var labelSheet: LabelSheet? {
    var found = LabelSheet.all.first { $0.name == paper }
    found?.offset = offset
    return found
  }

  private var envelope: EnvelopeProfile? {
    var found = EnvelopeProfile.all.first { $0.name == paper }
    found?.offset = offset
    return found
  }

  private func calibrationPage(_ paginator: Paginator, log: inout DiagnosticLog) -> PagedDocument? {
    let page = CalibrationPage(paginator: paginator)
    if let labelSheet { return page.page(for: labelSheet, log: &log) }
    return envelope.map { page.page(for: $0, log: &log) }
  }

  private func addresses(_ paginator: Paginator, log: inout DiagnosticLog) throws -> PagedDocument? {
    guard let records else { return nil }
    let folder =
      office ?? OfficeOptions.found(beside: [records])
      ?? URL(filePath: records).deletingLastPathComponent().path
    let fields = folder + "/fields.yaml"
    guard let yaml = try InputFile.text(fields, log: &log),
      let dictionary = DataDictionary.read(yaml: yaml, file: fields, log: &log),
      let list = post.list(dictionary, file: fields, reference: referenceField, log: &log)
    else { return nil }
    let set = try InputFile.records(records, sheet: sheet, dictionary: dictionary, isPartial: true)
    log.append(contentsOf: set.log)
    let addressees = list.addressees(of: set.records, log: &log)
    let printer = AddressPrinter(paginator: paginator)
    if let labelSheet { return printer.labels(for: addressees, on: labelSheet, skipping: skip, log: &log) }
    return envelope.map { printer.envelopes(for: addressees, $0, log: &log) }
  }
}
