import ArgumentParser
import Diagnostics
import Register

/// `khitab backup`: a checked copy of the register.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("ينسخ السجل نسخة احتياطية ويفحصها.", "Make a backup of the register, and check it."))

  @Argument(help: ArgumentHelp(say("ملف النسخة.", "The backup's file.")))
  var file: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let audit = try register.backUp(to: file, log: &log) else { return }
      for finding in audit.findings { log.error(.finding(finding)) }
      Interface.report(say("الحلقات المنسوخة: \(audit.links).", "\(audit.links) links copied."))
      print(audit.head)
    }
  }
}

/// `khitab restore`: a backup takes the register's place.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يستعيد السجل من نسخة احتياطية.", "Put a backup in the register's place."),
    discussion: say(
      "تُفحص النسخة أولاً؛ ويبقى ما كان في مكانه باسم ينتهي بـ before-restore.",
      "The backup is checked first; what was there is kept beside it, its name ending in before-restore."))

  @Argument(help: ArgumentHelp(say("ملف النسخة.", "The backup's file.")))
  var file: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    var log = DiagnosticLog()
    let key = try options.ledger.key()
    if let audit = try Register.restore(file, to: options.path, key: key, log: &log) {
      for finding in audit.findings { log.error(.finding(finding)) }
      Interface.report(say("الحلقات المستعادة: \(audit.links).", "\(audit.links) links restored."))
      print(audit.head)
    }
    try interface.conclude(log)
  }
}
