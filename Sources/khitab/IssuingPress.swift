import ArgumentParser
import Cases
import Diagnostics
import Foundation
import Issuing
import Records
import Register
import Templates
import Themes

/// Who answers for letters, and how they go out.
struct RoleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("من راجع الخطاب.", "Who checked the letter."), valueName: "name"),
    transform: { try WordsArgument.name($0) })
  var reviewer: String?

  @Option(
    help: ArgumentHelp(say("من اعتمد الخطاب.", "Who approved the letter."), valueName: "name"),
    transform: { try WordsArgument.name($0) })
  var approver: String?

  @OptionGroup var way: ChannelOption

  @OptionGroup var letters: LetterFolderOption

  /// The way the letters go out.
  var channel: String? { way.channel }

  /// The order that the options say.
  func order(by preparer: String) -> IssueOrder {
    IssueOrder(preparer: preparer, reviewer: reviewer, approver: approver, channel: channel)
  }
}

/// Whether what letters state rides along in them.
struct DataOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      say(
        "يرفق بالخطاب ما يذكره من بيانات للبرامج وللتحقق؛ وإلا فكما في ملف الجمعية.",
        "Attach what the letter states, for programs and for verifying; by default as the office's file says."
      )))
  var attachData: Bool?
}

/// Everything that issuing one template's letters needs, opened together.
struct IssuingPress {
  var issuer: Issuer
  var records: [ReadRecord]
  /// The template's name in file names.
  var name: String
  /// Draws what stands in signature fields.
  var drawing: SignatureDrawing
  /// The office's folder.
  private var folder: String
  private var installation: Installation

  /// Opens everything, or nothing with all the reasons in `log`.
  ///
  /// New letters need an approved template where the office wants that; copies of issued ones don't.
  static func open(
    template: String, office: OfficeOptions, records options: RecordOptions, people: RoleOptions,
    ledger: LedgerOptions, attachesData: Bool? = nil, forNewLetters: Bool = true, log: inout DiagnosticLog
  ) throws -> IssuingPress? {
    if office.draft { log.error(.draftIsNotIssued, hints: [.draftElsewhere]) }
    var workshop = try Workshop.open(
      template: template, office: office, beside: [options.records], isBlank: false, log: &log)
    let settled = attachesData ?? workshop?.office.profile?.registry.attachesData ?? false
    workshop?.composer.attachesData = settled
    if forNewLetters, office.fileCopy, workshop?.template.template.settings.series == .outgoing {
      log.error(.fileCopyIsNotIssued, hints: [.fileCopyAfterwards])
    }
    guard let workshop, let found = try options.read(for: workshop) else { return nil }
    log.append(contentsOf: found.log)
    guard let folder = office.folder(beside: [options.records]) else {
      log.error(.noOffice)
      return nil
    }
    guard !log.hasErrors else { return nil }
    let registry = workshop.office.profile?.registry ?? RegistrySettings()
    let register = try ledger.open(in: folder, numbering: Numbering(workshop.office.profile), creates: true)
    let archive = people.letters.archive(in: folder, prefix: registry.filePrefix)
    let installation = try Installation.find()
    let inputs = try LetterInputs(workshop.composer, installation: installation)
    let issuer = Issuer(composer: workshop.composer, inputs: inputs, register: register, archive: archive)
    if forNewLetters { try issuer.checkApproval(of: workshop.name, log: &log) }
    guard !log.hasErrors else { return nil }
    return IssuingPress(
      issuer: issuer, records: found.records, name: workshop.name, drawing: workshop.drawing,
      folder: folder, installation: installation)
  }

  /// Lets letters that are acts of cases be entered there, if the template's are any and the register has cases; the
  /// catalogue's mistakes are in `log`.
  mutating func enterInCases(catalogue: String?, log: inout DiagnosticLog) throws {
    guard CaseCorrespondence.concerns(name), try !issuer.register.recordedCases().isEmpty else { return }
    let rules = try CaseRules.read(
      from: catalogue ?? folder + "/catalogue.yaml", office: issuer.composer.office, log: &log)
    issuer.cases = rules.map { CaseCorrespondence(template: name, rules: $0, register: issuer.register) }
  }

  /// Lets every letter be signed before it gets its entry.
  mutating func sign(with signing: LetterSigning) throws {
    issuer.composer.options.isSignedForTrial = signing.isForTrials
    issuer.inputs = try LetterInputs(issuer.composer, installation: installation)
    issuer.signature = { letter, painter in try signing.sign(letter, painter: painter) }
  }
}

extension Diagnostic.Hint {
  fileprivate static let draftElsewhere = Self(
    arabic:
      "اترك --draft؛ والمسودة بـ khitab prepare --draft-to أو khitab batch plan --samples أو khitab preview --draft",
    english:
      "Leave out --draft; drafts come from `khitab prepare --draft-to`, `khitab batch plan --samples` or `khitab preview --draft`"
  )
  fileprivate static let fileCopyAfterwards = Self(
    arabic: "اترك --file-copy؛ ونسخة الملف بعد الإصدار بـ khitab copy --kind file",
    english:
      "Leave out --file-copy; after the letter is issued, `khitab copy --kind file` makes the file copy")
}

extension Diagnostic.Message {
  fileprivate static let fileCopyIsNotIssued = Self(
    "khitab.file-copy-numbered",
    arabic: "ما يصدر هو الأصل الذي يُرسل إلى صاحبه، لا نسخة الملف",
    english: "What is issued is the original, which goes to its addressee, and not the office's file copy")
  fileprivate static let draftIsNotIssued = Self(
    "khitab.draft-numbered", arabic: "ما يصدر برقم لا تكون خلفه «مسودة»",
    english: "What gets a number has no «مسودة» behind its text")
  fileprivate static let noOffice = Self(
    "khitab.no-office", arabic: "لا يصدر خطاب برقم من غير مكتب؛ اذكر مجلده في --office",
    english: "No numbered letter is issued without an office; name its folder with --office")
}
