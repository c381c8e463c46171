import ArgumentParser
import Diagnostics
import Fonts
import Issuing
import Layout
import PDF
import Postal
import Register
import Text
import Themes
import Values

/// `khitab register label`: what is stuck on the paper of an incoming letter.
struct StampLabel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: say(
      "يطبع ملصق الوارد: رقمه وتاريخه ووقته ومرفقاته.",
      "Print the label of an incoming letter: number, date, time and enclosures."),
    discussion: say(
      "لا يُكتب على الخطاب الوارد غيره، وليس فيه اسم.",
      "Nothing else is written on an incoming letter, and it names nobody."))

  @Argument(help: ArgumentHelp(say("رقم القيد.", "The entry's number.")))
  var number: String

  @Option(help: ArgumentHelp(say("ملف pdf الناتج.", "The pdf file to write."), valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp(say("ورق الملصقات: 3x7 أو 2x7.", "The labels' paper: 3x7 or 2x7.")))
  var paper = LabelSheet.threeBySeven.name

  @Option(help: ArgumentHelp(say("عدد الملصقات المستعملة من الورقة.", "Labels already used on the sheet.")))
  var skip = 0

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  private var sheet: LabelSheet? { LabelSheet.all.first { $0.name == paper } }

  mutating func validate() throws {
    try OutputArgument.check(output, endsIn: ".pdf")
    guard let sheet else {
      let papers = LabelSheet.all.map(\.name).joined(separator: say("، ", ", "))
      throw ValidationError(say("--paper واحد من: ", "--paper is one of: ") + papers)
    }
    try Labels.check(skip: skip, of: sheet.count)
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log), let sheet else { return }
      guard entry.number.series == .incoming else {
        log.error(.notIncoming(entry.number))
        return
      }
      let profile = try Office.profile(in: options.folder, log: &log)
      guard let profile, !log.hasErrors else { return }
      let fonts = try FontCollection(folder: try Installation.find().fonts, log: &log)
      let printer = AddressPrinter(paginator: Paginator(shaper: ParagraphShaper(fonts: fonts)))
      let stamp = Self.stamp(of: entry, by: profile, calendar: register.numbering.ummAlQura)
      guard let page = printer.label(stamp, on: sheet, skipping: skip, log: &log) else { return }
      do {
        try OutputFile(path: output).write(try PagePainter().pdf([page], profile: .print))
      } catch let error as RenderingError { throw IssuingError.failed("\(error)") }
      print(entry.number, output, separator: "\t")
    }
  }

  private static func stamp(
    of entry: RegisterEntry, by profile: OfficeProfile, calendar: UmmAlQura
  ) -> IncomingStamp {
    let days = [CalendarOfRecord.ummAlQura, .gregorian].compactMap {
      DatePhrase.digits(entry.day, $0, style: profile.style, by: calendar)
    }
    let dates = days.map { [IncomingStamp.Piece.value($0.digits), .words($0.mark)] }
    let count = entry[.enclosureCount].flatMap { Int($0) } ?? 0
    let enclosures =
      count == 0
      ? IncomingStamp.Piece.words("بدون") : .value(Digits.printed(count, style: profile.style.digits))
    var office = ""
    if case .name(let name)? = profile.values["اسم الجمعية"] { office = name }
    return IncomingStamp(
      office: office,
      lines: [
        [.words("وارد رقم: "), .value(entry.printed)],
        [.words("التاريخ: ")] + dates.joined(separator: [.words(" الموافق ")]),
        [.words("الوقت: "), .value(entry.recordedAt.timeOfDay)],
        [.words("المرفقات: "), enclosures],
      ])
  }
}

extension Diagnostic.Message {
  fileprivate static func notIncoming(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.label-incoming", arabic: "الملصق للخطابات الواردة، والقيد \u{2066}\(number)\u{2069} ليس منها",
      english: "Labels are for incoming letters, and \(number) is none")
  }
}
