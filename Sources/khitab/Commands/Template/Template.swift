import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Templates

/// `khitab template`: work on templates themselves.
struct Template: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("أعمال على القوالب نفسها.", "Work on templates themselves."),
    subcommands: [Convert.self, Diff.self, Approve.self, Versions.self, RestoreVersion.self])

  /// `khitab template convert`: Arabic keywords to English ones and back.
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: say(
        "يحوّل كلمات القالب بين العربية والإنجليزية.",
        "Turn a template's keywords from one language to the other."))

    @Argument(help: ArgumentHelp(say("ملف القالب.", "The template's file.")))
    var file: String

    @Option(help: ArgumentHelp(say("اللغة المطلوبة: ar أو en.", "The language wanted: ar or en.")))
    var to: String

    @OptionGroup var interface: InterfaceOptions

    mutating func validate() throws {
      guard Language(rawValue: to) != nil else {
        throw ValidationError(say("اللغة ar أو en", "the language is ar or en"))
      }
    }

    func run() throws {
      var log = DiagnosticLog()
      guard let text = try InputFile.text(file, log: &log) else {
        try interface.print(log.diagnostics)
        throw Outcome.errors
      }
      let converted = TemplateConverter.convert(
        TemplateSource(file: file, text: text), to: Language(rawValue: to) ?? .arabic, log: &log)
      try interface.print(log.diagnostics)
      if log.hasErrors { throw Outcome.errors }
      print(converted.text, terminator: "")
    }
  }
}
