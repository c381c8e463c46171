import ArgumentParser
import Diagnostics
import Issuing
import Printing
import Transfer

/// `khitab print`: a file to a printer, once.
struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يطبع ملف pdf على طابعة.", "Print a pdf file."),
    discussion: say(
      "عنوان الطابعة كما يعرضه CUPS: ipp://localhost/printers/اسمها. ما لا يُعلم هل طُبع لا يُعاد من نفسه.",
      "The printer's address is what CUPS shows: ipp://localhost/printers/NAME. What may have been printed isn't sent again."
    ))

  @Argument(help: ArgumentHelp(say("الملف.", "The file."), valueName: "file"))
  var file: String

  @Option(
    help: ArgumentHelp(
      say("عنوان الطابعة: ipp:// أو ipps://.", "The printer: ipp:// or ipps://."), valueName: "address"))
  var printer: String

  @Flag(help: ArgumentHelp(say("الطباعة على الوجهين.", "Print on both sides.")))
  var duplex = false

  @Option(help: ArgumentHelp(say("عدد النسخ.", "How many copies.")))
  var copies = 1

  @Option(
    help: ArgumentHelp(
      say("الورق بأسماء PWG 5101.1.", "The paper as PWG 5101.1 names it."), valueName: "media"))
  var media = "iso_a4_210x297mm"

  @Option(
    help: ArgumentHelp(
      say("ملف PEM بالجهات الموثوقة.", "A PEM file of trusted authorities."), valueName: "file"))
  var caFile: String?

  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (1...99).contains(copies) else {
      throw ValidationError(say("--copies من ١ إلى ٩٩", "--copies is from 1 to 99"))
    }
    do throws(PrinterError) { _ = try Printer(printer) } catch {
      throw ValidationError(say(error.arabicDescription, "\(error)"))
    }
  }

  func run() throws {
    let bytes = try InputFile.bytes(file)
    guard bytes.starts(with: Array("%PDF-".utf8)) else {
      // A printer would take it at its word, and print what it makes of it.
      var log = DiagnosticLog()
      log.error(.notAPDF, at: .file(file), hints: [.givePDF])
      return try interface.conclude(log)
    }
    do throws(PrinterError) {
      let target = try Printer(printer, trust: caFile.map { .file($0) } ?? .system)
      let job = try target.print(
        bytes, .init(sides: duplex ? .twoLongEdge : .one, copies: copies, media: media))
      Interface.report(
        say("أُرسل الملف إلى الطابعة، ورقم المهمة \(job).", "Sent to the printer as job \(job)."))
    } catch {
      Interface.report(say("عطل: " + error.arabicDescription, "failure: \(error)"))
      throw Outcome.failure
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let notAPDF = Self(
    "khitab.print-not-pdf", arabic: "الملف ليس PDF، فلم يُرسل إلى الطابعة",
    english: "The file isn't PDF, so it wasn't sent to the printer")
}

extension Diagnostic.Hint {
  fileprivate static let givePDF = Self(
    arabic: "أخرجه بأمر khitab render أو khitab labels، أو حوّله إلى PDF أولاً",
    english: "Make it with khitab render or khitab labels, or turn it into PDF first")
}
