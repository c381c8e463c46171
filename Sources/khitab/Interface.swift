import Diagnostics
import Foundation

/// How the program speaks to its user: fixed once, from the arguments and then the environment.
enum Interface {
  /// `--lang ar|en`, else the locale's language, else English.
  ///
  /// Only help and messages follow it; no letter does.
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .english
      }
      if argument.hasPrefix("--lang=") {
        return Language(rawValue: String(argument.dropFirst(7))) ?? .english
      }
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ar") == true ? .arabic : .english
  }()

  /// Writes a line to standard error.
  static func report(_ line: String) { tell(line + "\n") }

  /// Writes to standard error; where it takes nothing, because its disk is full, the work goes on without a word.
  static func tell(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}

extension Interface {
  /// Says on standard error that a list has nothing in it: an empty answer could also be one that got lost.
  static func reportNothing(_ arabic: String, _ english: String) { report(say(arabic, english)) }
}

/// The words in the user's language.
func say(_ arabic: String, _ english: String) -> String {
  Interface.language == .arabic ? arabic : english
}
