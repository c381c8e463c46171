import ArgumentParser
import Diagnostics
import Foundation

/// The options every command takes.
struct InterfaceOptions: ParsableArguments {
  /// How diagnostics are printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Option(help: ArgumentHelp(say("لغة الرسائل: ar أو en.", "The language of messages: ar or en.")))
  var lang: String = Interface.language.rawValue

  @Option(help: ArgumentHelp(say("صورة الرسائل: text أو json.", "The form of diagnostics: text or json.")))
  var format: Format = .text

  @Flag(
    help: ArgumentHelp(say("لا يعرض الملاحظات والتصحيحات.", "Leave out notes, such as what was put right.")))
  var quiet = false

  mutating func validate() throws {
    guard Language(rawValue: lang) != nil else {
      throw ValidationError(say("اللغة ar أو en", "the language is ar or en"))
    }
  }

  /// Prints diagnostics: lines on standard error, or one JSON array on standard output.
  func print(_ diagnostics: [Diagnostic]) throws {
    let shown = quiet ? diagnostics.filter { $0.severity > .note } : diagnostics
    switch format {
    case .text:
      let renderer = DiagnosticRenderer(language: Interface.language)
      // What is wrong with a theme is wrong with every letter alike: it is said once, and how often it was met.
      let counts = Dictionary(shown.map { ($0, 1) }, uniquingKeysWith: +)
      var said: Set<Diagnostic> = []
      for diagnostic in shown where said.insert(diagnostic).inserted {
        Interface.report(renderer.render(diagnostic))
        if let count = counts[diagnostic], count > 1 {
          Interface.report(say("  ← عدد المرات: \(count)", "  → met \(count) times"))
        }
      }
    case .json:
      Swift.print(try json(shown))
    }
  }

  /// `value` as JSON with its keys in order.
  func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
