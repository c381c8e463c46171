import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Values

extension Case {
  /// `khitab case run`: the acts of a file, line by line, at one desk.
  struct RunFile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: say("إجراءات من ملف، سطراً سطراً.", "The acts of a file, line by line."),
      discussion: say(
        "كل سطر أمر من أوامر khitab case، و«at 2026-11-23» يضبط الوقت لما بعده. والسطر الذي أوله «!رمز» إجراء يُنتظر رده بذلك الرمز. ويقف العمل عند أول ما يخالف ذلك.",
        "A line is a command of khitab case; “at 2026-11-23” sets the moment of those after it. A line that begins with “!id” is an act that has to be refused for that reason. The run stops at the first line that goes otherwise."
      ))

    @Argument(help: ArgumentHelp(say("ملف الإجراءات.", "The file of acts.")))
    var file: String
    @OptionGroup var options: CaseOptions

    func run() throws {
      try options.register.withRegister(creates: true, options.interface) { register, log in
        guard let desk = try options.desk(over: register, log: &log),
          let text = try InputFile.text(file, log: &log)
        else { return }
        var moment: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
          var words = Self.words(of: line)
          guard let first = words.first, !first.hasPrefix("#") else { continue }
          if first == "at" {
            moment = words.count == 2 ? ["--now", words[1] + "T08:00:00Z"] : []
            continue
          }
          let awaited = first.hasPrefix("!") ? String(words.removeFirst().dropFirst()) : nil
          let place = SourceLocation.file("\(file):\(index + 1)")
          guard try take(words + moment, awaiting: awaited, at: desk, place, log: &log) else { return }
        }
      }
    }

    /// Takes one step.
    ///
    /// - Returns: whether it went as the line says.
    private func take(
      _ words: [String], awaiting awaited: String?, at desk: CaseDesk, _ place: SourceLocation,
      log: inout DiagnosticLog
    ) throws -> Bool {
      let command: any ParsableCommand
      do {
        command = try Case.parseAsRoot(words + shared)
      } catch {
        log.error(.unreadable(Case.message(for: error)), at: place)
        return false
      }
      guard let step = command as? any CaseStep else {
        log.error(.unreadable(words.first ?? ""), at: place)
        return false
      }
      var own = DiagnosticLog()
      try step.take(at: desk, log: &own)
      guard let awaited else {
        log.append(contentsOf: own)
        if own.hasErrors { log.error(.stopped, at: place) }
        return !own.hasErrors
      }
      if own.diagnostics.contains(where: { $0.severity == .error && $0.message.id == awaited }) {
        print("!", awaited, separator: "\t")
        return true
      }
      log.append(contentsOf: own)
      log.error(.notRefused(awaited), at: place)
      return false
    }

    /// What every step takes from this command.
    private var shared: [String] {
      let named = [
        ("--output", options.output), ("--letters", options.letters.letters),
        ("--office", options.register.office), ("--by", options.register.by),
        ("--reviewer", options.reviewer), ("--approver", options.approver),
      ]
      return named.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }

    /// The words of a line; quotation marks hold several together.
    static func words(of line: Substring) -> [String] {
      var (words, word, isQuoted): ([String], String?, Bool) = ([], nil, false)
      for character in line {
        if character == "\"" {
          isQuoted.toggle()
          word = word ?? ""
        } else if character.isWhitespace, !isQuoted {
          if let whole = word { words.append(whole) }
          word = nil
        } else {
          word = (word ?? "") + String(character)
        }
      }
      return words + (word.map { [$0] } ?? [])
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unreadable(_ reason: String) -> Self {
    Self(
      "case.run-unreadable", arabic: "ليس السطر أمراً من أوامر khitab case: \u{2068}\(reason)\u{2069}",
      english: "The line isn't a command of khitab case: \(reason)")
  }
  fileprivate static let stopped = Self(
    "case.run-stopped", arabic: "وقف العمل عند هذا السطر، وما قبله مقيد",
    english: "The run stopped at this line; what was before it is entered")
  fileprivate static func notRefused(_ id: String) -> Self {
    Self(
      "case.run-not-refused", arabic: "كان يُنتظر رد هذا الإجراء بالرمز \u{2066}\(id)\u{2069}",
      english: "This act should have been refused with \(id)")
  }
}
