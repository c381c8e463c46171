import ArgumentParser
import Diagnostics
import Issuing
import Signing

/// `khitab verify`: what the signatures of files are worth.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يتحقق من توقيعات ملفات PDF.", "Verify the signatures of PDF files."),
    discussion: say(
      "رموز الخروج: ٠ كلها صحيحة، ١ منها ما لا يصح أو لا يُعلم.",
      "Exit codes: 0 all are valid, 1 some aren't, or nobody can know."))

  @Argument(help: ArgumentHelp(say("الملفات.", "The files.")))
  var files: [String]

  @Option(
    help: ArgumentHelp(say("شهادات الجهات الموثوقة (PEM).", "The certificates that are trusted (PEM).")))
  var trust: [String] = []

  @Option(
    help: ArgumentHelp(say("وقت التحقق: ثوانٍ منذ ١٩٧٠.", "The time of verifying: seconds since 1970.")),
    transform: PointInTime.argument)
  var time: PointInTime?

  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    var anchors: [Certificate] = []
    for path in trust {
      do {
        anchors += try Certificate.read(file: InputFile.bytes(path))
      } catch let error as SigningError {
        try interface.print([Diagnostic(.error, error.message, at: .file(path))])
        throw Outcome.errors
      }
    }
    let verifier = SignatureVerifier(anchors: anchors, now: time ?? .now)
    var worst = VerificationReport.Verdict.valid
    var entries: [VerificationDocument] = []
    for file in files {
      let bytes = try InputFile.bytes(file)
      var report = verifier.verify(bytes)
      report.findings += LetterConsistency.differences(in: bytes).map { .init(.failure, $0) }
      worst = max(worst, report.verdict)
      switch interface.format {
      case .json: entries.append(VerificationDocument(report, file: file))
      case .text: print(VerificationText(report: report, file: file).lines.joined(separator: "\n"))
      }
    }
    if interface.format == .json { print(try interface.json(entries)) }
    if worst != .valid { throw Outcome.errors }
  }
}
