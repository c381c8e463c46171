import ArgumentParser
import Cases
import Diagnostics
import Fonts
import Foundation
import Issuing
import Layout
import Register
import Text
import Themes
import Values

/// What every act of a case states: when, who answers for its papers, and where they are written.
struct CaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "يوم الإجراء، هجري أو ميلادي؛ وإلا فاليوم.",
        "The day of the act, of either calendar; today by default."), valueName: "day"))
  var day: DayArgument?

  @Option(
    help: ArgumentHelp(
      say(
        "مجلد تُكتب فيه أوراق الإجراء؛ وإلا فمجلد papers في مجلد المكتب.",
        "The folder for the act's papers; by default papers, in the office's folder."),
      valueName: "folder"))
  var output: String?

  @OptionGroup var letters: LetterFolderOption

  @OptionGroup var services: CatalogueOption

  @Option(help: ArgumentHelp(say("من راجع الخطاب.", "Who checked the letter."), valueName: "name"))
  var reviewer: String?

  @Option(help: ArgumentHelp(say("من اعتمد الخطاب.", "Who approved the letter."), valueName: "name"))
  var approver: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "يُعدّ الإجراء ليُعتمد بـ khitab approve، فيطبع اسمه ويكتب مسودات خطاباته، ولا يُجريه.",
        "Prepare the act for `khitab approve`: its name is printed, drafts of its letters are written, nothing is done yet."
      )))
  var prepare = false

  @Option(
    help: ArgumentHelp(
      say("اسم الإجراء المُعد الذي اعتُمد.", "The name of the prepared act that was approved."),
      valueName: "name"))
  var approved: String?

  @Option(
    help: ArgumentHelp(
      say("سبب التوقيع الإلكتروني.", "Why the letters are signed."), valueName: "reason"))
  var signingReason: String?

  @OptionGroup var signatures: LetterSignatureOptions
  @OptionGroup var register: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  /// The day of the act, unless an option of the command states a day that can't be read.
  func dayOfAct(at desk: CaseDesk, log: inout DiagnosticLog) -> CivilDate? {
    let day = day == nil ? register.moment.day : desk.day(day, of: "--day", log: &log)
    return log.hasErrors ? nil : day
  }

  /// A letter that goes out with the command; the register gives its number.
  var letter: CaseLetter { CaseLetter(number: "", day: register.moment.day) }

  /// The desk of the office's cases, over its register.
  func desk(over register: Register, log: inout DiagnosticLog) throws -> CaseDesk? {
    let installation = try Installation.find()
    let folder = self.register.folder
    let office = try Office.read(
      folder: folder, themeFolder: installation.theme(ofOfficeIn: folder), log: &log)
    guard let office,
      let rules = try CaseRules.read(
        from: services.catalogue ?? self.register.folder + "/catalogue.yaml", office: office, log: &log)
    else { return nil }
    let fonts = try FontCollection(folder: installation.fonts, log: &log)
    let archive = letters.archive(in: self.register.folder, prefix: office.profile?.registry.filePrefix)
    let paginator = Paginator(shaper: ParagraphShaper(fonts: fonts))
    var desk = CaseDesk(
      office: office, rules: rules, register: register, archive: archive, installation: installation,
      paginator: paginator)
    let signing = try signatures.signing(
      drawnBy: SignatureDrawing(office: office, paginator: paginator), for: signingReason,
      at: self.register.ledger.clock, log: &log)
    if let signing {
      desk.signature = { letter, painter in try signing.sign(letter, painter: painter) }
      desk.isSignedForTrial = signing.isForTrials
      desk.keyHolder = signing.holder
    }
    return log.hasErrors ? nil : desk
  }

  /// Does an act, writes its papers, and says where the case stands.
  func perform(
    _ command: CaseCommand, in number: String, by name: String? = nil, at desk: CaseDesk,
    log: inout DiagnosticLog
  ) throws {
    try perform(in: number, by: name, at: desk, log: &log) { _ in command }
  }

  /// Does the act that the office's particulars complete.
  func perform(
    in number: String, by name: String? = nil, at desk: CaseDesk, log: inout DiagnosticLog,
    _ command: (Office) -> CaseCommand
  ) throws {
    guard let day = dayOfAct(at: desk, log: &log) else { return }
    let command = command(desk.office)
    if prepare {
      let prepared = try desk.prepare(
        command, in: number, on: day, as: order(by: name), at: register.moment, log: &log)
      guard let prepared else { return }
      let kept = try prepared.plan.kept(
        in: desk.register, named: prepared.plan.template, at: register.moment, log: &log)
      guard let kept else { return }
      try write(prepared.drafts, of: prepared.file, isDraft: true)
      print(kept)
      return
    }
    let step = try desk.perform(
      command, in: number, on: day, as: order(by: name), at: register.moment, approvedAs: approved,
      log: &log)
    guard let step else { return }
    try write(step.papers, of: step.file)
    print(step.file.number, say(step.file.state.arabicName, step.file.state.rawValue), separator: "\t")
  }

  /// Writes the papers of a case's last act, each to a file that names the case, the act's place and the template, and nobody.
  private func write(_ papers: [CaseDesk.PrintedPaper], of file: CaseFile, isDraft: Bool = false) throws {
    let place = file.timeline.count
    var name = String.UnicodeScalarView()
    for scalar in file.number.unicodeScalars { name.append(Self.isSafe(scalar) ? scalar : "-") }
    // A name that began with a hyphen would be an option to other programs.
    let number = String(name.drop { $0 == "-" })
    for paper in papers {
      let name = "\(number)-\(place < 10 ? "0" : "")\(place)-\(paper.template)"
      try write(paper, named: isDraft ? name + "-draft" : name)
    }
  }

  /// Writes a paper to the folder for papers.
  func write(_ paper: CaseDesk.PrintedPaper, named name: String) throws {
    let path = (output ?? register.folder + "/papers") + "/\(name).pdf"
    try OutputFile(path: path).write(paper.file)
    Interface.report([paper.entry?.number.description, path].compactMap(\.self).joined(separator: "\t"))
  }

  /// Who does the command and answers for its papers.
  func order(by name: String? = nil) -> IssueOrder {
    IssueOrder(preparer: name ?? register.by, reviewer: reviewer, approver: approver)
  }

  /// Whether it is a letter or digit, of any script: the prefixes of two kinds of request may differ in one Arabic letter.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// A command of `khitab case`: what it does at a desk.
protocol CaseStep: ParsableCommand {
  var options: CaseOptions { get }
  /// Does it, or says in `log` why not.
  func take(at desk: CaseDesk, log: inout DiagnosticLog) throws
}

extension CaseStep {
  func run() throws {
    try options.register.withRegister(creates: self is Case.New, options.interface) { register, log in
      if let desk = try options.desk(over: register, log: &log) { try take(at: desk, log: &log) }
    }
  }
}

extension CaseDesk {
  /// The day that an option states, by the office's calendar; `nil` where none is stated, or with the reason in `log`.
  func day(_ argument: DayArgument?, of option: String, log: inout DiagnosticLog) -> CivilDate? {
    argument?.day(of: option, by: office.calendar, log: &log)
  }
}

extension CaseChannel {
  /// The channel of an option.
  static func argument(_ text: String) throws -> CaseChannel {
    guard let channel = CaseChannel(rawValue: text) else {
      let names = allCases.map(\.rawValue).joined(separator: say("، ", ", "))
      throw ValidationError(say("القناة واحدة من: ", "the channel is one of: ") + names)
    }
    return channel
  }
}

/// An amount in riyals as an option states it, read as a record's amounts are.
struct AmountArgument: ExpressibleByArgument {
  private let text: String

  init(argument: String) { text = argument }

  /// The amount in halalas, or `nil` with the reason in `log`, where the option is named.
  func halalas(of option: String, log: inout DiagnosticLog) -> Int64? {
    let reading = Money.read(text)
    for var diagnostic in reading.diagnostics where diagnostic.severity == .error {
      diagnostic.location = .file(option)
      log.append(diagnostic)
    }
    guard let money = reading.value else {
      if !reading.diagnostics.contains(where: { $0.severity == .error }) {
        log.error(.noAmount, at: .file(option))
      }
      return nil
    }
    // Sums of amounts have to stay numbers.
    guard (0...Self.largest).contains(money.minorUnits) else {
      log.error(.amountOutOfRange, at: .file(option))
      return nil
    }
    return money.minorUnits
  }

  /// A thousand million riyals, in halalas.
  private static let largest: Int64 = 100_000_000_000
}

extension AmountArgument? {
  /// The amount of an option that may be left out.
  func halalas(of option: String, log: inout DiagnosticLog) -> Int64? {
    flatMap { $0.halalas(of: option, log: &log) }
  }
}

extension Diagnostic.Message {
  fileprivate static let noAmount = Self(
    "khitab.no-amount", arabic: "لم يُكتب المبلغ", english: "The amount is missing")
  fileprivate static let amountOutOfRange = Self(
    "khitab.amount-out-of-range", arabic: "المبلغ من صفر إلى ألف مليون ريال",
    english: "The amount is from nought to a thousand million riyals")
}
