import ArgumentParser
import Issuing

/// The command `khitab`.
struct Khitab: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "khitab",
    abstract: say(
      "خطابات ونماذج عربية رسمية من سجلات الأعضاء.", "Official Arabic letters and forms from records."),
    discussion: say(
      "رموز الخروج: ٠ تم، ١ وُجدت أخطاء في المدخلات، ٢ خطأ في الاستعمال، ٣ عطل في الجهاز.",
      "Exit codes: 0 done, 1 errors in what was given, 2 wrong usage, 3 a failure of the machine."),
    version: LetterInputs.version,
    subcommands: [
      Check.self, Preview.self, Render.self, Labels.self, Print.self, Prepare.self, ApprovePlan.self,
      Withdraw.self, Issue.self, BatchCommand.self, Copy.self, MailCommand.self, ExportShortMessages.self,
      WorkerCommand.self, Sign.self, Verify.self,
      SigningKey.self, RegisterCommand.self, Case.self, Backup.self, Restore.self,
      Fonts.self, Value.self, Template.self,
    ])
}
