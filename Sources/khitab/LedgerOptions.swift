import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Values

/// Where the register is, its key, and who is at it.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "ملف السجل؛ وإلا فالملف register.db في مجلد المكتب.",
        "The register's file; register.db in the office's folder by default."), valueName: "file"))
  var register: String?

  @Option(
    help: ArgumentHelp(
      say(
        "ملف مفتاح السجل المعمّى؛ وإلا فالمتغير KHITAB_REGISTER_KEY.",
        "The file with the register's key, if it is encrypted; by default the variable KHITAB_REGISTER_KEY."),
      valueName: "file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      say("من يقوم بالعمل؛ وإلا فاسم مستخدم الجهاز.", "Who does this; the machine's user by default."),
      valueName: "name"), transform: { try WordsArgument.name($0) })
  var by: String = WordsArgument.cleanedName(
    ProcessInfo.processInfo.environment["KHITAB_USER"] ?? NSUserName())

  @Option(
    help: ArgumentHelp(
      say(
        "الوقت بصيغة 2026-11-26T09:00:00Z بدل ساعة الجهاز.",
        "The moment, as 2026-11-26T09:00:00Z, in place of the machine's clock."), valueName: "moment"),
    transform: { try MomentArgument.moment($0) })
  var now: Moment?

  /// The clock of the command: the machine's, unless a moment is stated.
  var clock: @Sendable () -> Moment {
    let fixed = now
    return { fixed ?? Moment(seconds: MachineClock.seconds) }
  }

  /// The moment of the command.
  var moment: Moment { clock() }

  /// The register's file, in an office's folder unless said otherwise.
  func path(in folder: String) -> String { register ?? folder + "/register.db" }

  /// Opens the register of the office in `folder`.
  func open(in folder: String, numbering: Numbering, creates: Bool) throws -> Register {
    try Register.open(path: path(in: folder), numbering: numbering, key: try key(), creates: creates)
  }

  /// The key of an encrypted register, from its file or the environment; never from the command line, which others
  /// see.
  func key() throws -> RegisterKey? {
    let text: String
    if let keyFile {
      text = String(decoding: try InputFile.bytes(keyFile), as: UTF8.self)
    } else if let variable = ProcessInfo.processInfo.environment["KHITAB_REGISTER_KEY"], !variable.isEmpty {
      text = variable
    } else {
      return nil
    }
    guard let key = RegisterKey(hexadecimal: text) else {
      throw ValidationError(
        say(
          "المفتاح ٦٤ رقماً ست عشرياً",
          "a register's key is 64 hexadecimal digits; make one with `khitab register key`"))
    }
    return key
  }
}

/// A moment that is given to a command.
enum MomentArgument {
  /// The moment that `text` states.
  static func moment(_ text: String) throws -> Moment {
    guard let moment = Moment(iso: text) else {
      throw ValidationError(
        say("الوقت بصيغة 2026-11-26T09:00:00Z", "the moment is written 2026-11-26T09:00:00Z"))
    }
    return moment
  }
}
