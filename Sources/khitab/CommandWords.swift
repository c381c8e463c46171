import ArgumentParser
import Diagnostics

/// The words of a command line, up to the command that they name.
struct CommandWords {
  /// What the parser is given: it knows the language behind a command's name only.
  private(set) var arguments: [String] = []
  /// A word that stands where a command's name belongs and is none, and the names that there are.
  private(set) var unknown: (word: String, known: [String])?

  init(_ words: [String]) {
    var command: any ParsableCommand.Type = Khitab.self
    var rest = words[...]
    while let word = rest.first, !command.configuration.subcommands.isEmpty {
      let commands = command.configuration.subcommands
      if let length = Self.languageLength(of: rest) {
        rest = rest.dropFirst(length)
      } else if let next = commands.first(where: { $0._commandName == word }) {
        arguments.append(word)
        (command, rest) = (next, rest.dropFirst())
      } else {
        if !word.hasPrefix("-"), word != "help" { unknown = (word, commands.map { $0._commandName }) }
        break
      }
    }
    arguments += rest
  }

  /// How many words state the language, if the first one does.
  private static func languageLength(of words: ArraySlice<String>) -> Int? {
    guard let word = words.first else { return nil }
    if word == "--lang" { return words.dropFirst().first.flatMap(Language.init).map { _ in 2 } }
    return word.hasPrefix("--lang=") ? Language(rawValue: String(word.dropFirst(7))).map { _ in 1 } : nil
  }

  /// What is said of a command that there isn't: the parser blames the options behind it instead.
  var mistake: String? {
    unknown.map { word, known in
      say(
        "خطأ: لا أمر باسم «\u{2068}\(word)\u{2069}»؛ الأوامر هنا: \(known.joined(separator: "، "))",
        "Error: There is no command '\(word)'. The commands here: \(known.joined(separator: ", "))")
    }
  }
}
