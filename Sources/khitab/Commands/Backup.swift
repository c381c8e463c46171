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
      Interface.report(say("الحلقات المنسوخة: \(audit.links).", "\(audit.links.english("link")) copied."))
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

  @Flag(
    help: ArgumentHelp(
      say(
        "يستعيد النسخة وإن وجد الفحص فيها مخالفات، فلعلها كل ما بقي.",
        "Restore the backup even if the audit finds something in it: it may be all that is left.")))
  var acceptFindings = false

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    var log = DiagnosticLog()
    let key = try options.ledger.key()
    let audit = try Register.restore(
      file, to: options.path, key: key, acceptsFindings: acceptFindings, log: &log)
    if let audit {
      for finding in audit.findings { log.error(.finding(finding)) }
      guard acceptFindings || audit.findings.isEmpty else {
        log.error(.notRestored, at: .file(file), hints: [.acceptFindings])
        return try interface.conclude(log)
      }
      Interface.report(say("الحلقات المستعادة: \(audit.links).", "\(audit.links.english("link")) restored."))
      print(audit.head)
    }
    try interface.conclude(log)
  }
}

extension Diagnostic.Message {
  fileprivate static let notRestored = Self(
    "khitab.not-restored", arabic: "في النسخة ما لا يطابق سلسلتها، فلم تُستعد، وبقي السجل كما هو",
    english:
      "The backup doesn't agree with its own ledger; nothing was restored, and the register is as it was")
}

extension Diagnostic.Hint {
  fileprivate static let acceptFindings = Self(
    arabic: "استعد نسخة أقدم سليمة؛ فإن لم يبق غير هذه فاستعدها بالخيار --accept-findings",
    english: "Restore an older backup that is sound; if this is all that is left, use --accept-findings")
}
