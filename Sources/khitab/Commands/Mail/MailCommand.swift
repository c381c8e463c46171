import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Mail
import Register
import Themes

/// `khitab mail`: issued letters sent by e-mail, and what became of them.
struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail",
    abstract: say(
      "إرسال الخطابات الصادرة بالبريد الإلكتروني ومتابعتها.",
      "Send issued letters by e-mail, and follow what became of them."),
    subcommands: [SendMail.self, MailStatus.self, Bounces.self, ResolveMail.self, ConsentCommand.self])
}

/// Which office's mail, and where its letters are.
struct MailOptions: ParsableArguments {
  @OptionGroup var letters: LetterFolderOption

  @OptionGroup var options: RegisterOptions

  /// Opens the mail room, or nothing with the reasons in `log`.
  func room(log: inout DiagnosticLog) throws -> MailRoom? {
    guard let register = try options.open(log: &log) else { return nil }
    let profile = try Office.profile(in: options.folder, log: &log)
    guard !log.hasErrors else { return nil }
    let archive = letters.archive(in: options.folder, prefix: profile?.registry.filePrefix)
    return try MailRoom(
      folder: options.folder, profile: profile, register: register, archive: archive, log: &log)
  }
}

extension OutboxItem.State {
  /// The state in the user's language.
  var name: String {
    switch self {
    case .queued: say("ينتظر", "waiting")
    case .sending: say("قيد الإرسال", "being sent")
    case .sent: say("أُرسل", "sent")
    case .failed: say("تعذّر", "failed")
    case .unknown: say("لا يُعلم هل وصل", "not known")
    case .cancelled: say("أُلغي", "cancelled")
    }
  }

  /// The state in a line: its Arabic name, or in English the word that programs know it by.
  var shown: String { say(name, rawValue) }
}
