import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Themes
import Values

/// Which register, and who is at it.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "ملف السجل؛ وإلا فالملف register.db في مجلد المكتب.",
        "The register's file; register.db in the office's folder by default."), valueName: "file"))
  var register: String?

  @Option(
    help: ArgumentHelp(
      say("مجلد المكتب؛ وإلا فالمجلد الحالي.", "The office's folder; the current folder by default."),
      valueName: "folder"))
  var office: String?

  @Option(
    help: ArgumentHelp(
      say(
        "ملف مفتاح السجل المعمّى؛ وإلا فالمتغير KHITAB_REGISTER_KEY.",
        "The file with the register's key, if it is encrypted; by default the variable KHITAB_REGISTER_KEY."),
      valueName: "file"))
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      say(
        "من يقوم بالعمل؛ وإلا فاسم مستخدم الجهاز.",
        "Who does this; the machine's user by default."), valueName: "name"))
  var by: String = ProcessInfo.processInfo.environment["KHITAB_USER"] ?? NSUserName()

  @Option(
    help: ArgumentHelp(
      say(
        "الوقت بصيغة 2026-11-26T09:00:00Z بدل ساعة الجهاز.",
        "The moment, as 2026-11-26T09:00:00Z, in place of the machine's clock."), valueName: "moment"),
    transform: { text in
      guard let moment = Moment(iso: text) else {
        throw ValidationError(
          say("الوقت بصيغة 2026-11-26T09:00:00Z", "the moment is written 2026-11-26T09:00:00Z"))
      }
      return moment
    })
  var now: Moment?

  /// The moment of the command: the only place where a clock is read.
  var moment: Moment { now ?? Moment(seconds: Int(Date().timeIntervalSince1970)) }

  /// The office's folder.
  var folder: String { office ?? FileManager.default.currentDirectoryPath }

  /// The register's file.
  var path: String { register ?? folder + "/register.db" }

  /// Opens the register, with the numbering that the office's file states.
  func open(creates: Bool = false, log: inout DiagnosticLog) throws -> Register? {
    let profile = try profile(log: &log)
    guard !log.hasErrors else { return nil }
    return try Register.open(
      path: path, numbering: Numbering(profile?.registry ?? RegistrySettings()), key: try key(),
      creates: creates)
  }

  /// The office's particulars, if its folder has them.
  private func profile(log: inout DiagnosticLog) throws -> OfficeProfile? {
    let file = folder + "/office.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return try InputFile.text(file, log: &log).flatMap { OfficeProfile.read(yaml: $0, file: file, log: &log) }
  }

  /// The key of an encrypted register, from its file or the environment; never from the command line, which others see.
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
