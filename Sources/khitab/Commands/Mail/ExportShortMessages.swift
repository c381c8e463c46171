import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Mail
import Register
import Themes
import Values

/// `khitab sms`: a sheet of short messages for a provider's program to send.
struct ExportShortMessages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sms",
    abstract: say(
      "يكتب الرسائل القصيرة في ملف CSV لمزوّد الخدمة، ولا يرسلها.",
      "Write short messages to a CSV file for the provider; nothing is sent."),
    discussion: say(
      "اسم المرسل يُسجل لدى الجهة المنظمة عن طريق المزوّد. وفي الملف عدد أجزاء كل رسالة.",
      "The sender's name is registered with the regulator through the provider. The file says how many parts each message has."
    ))

  @Option(help: ArgumentHelp(say("ملف csv.", "The csv file."), valueName: "file"))
  var output: String

  @Flag(
    help: ArgumentHelp(say("يكتب ولا يقيد أنها سُلّمت.", "Write the file, but don't enter it as handed over.")))
  var dryRun = false

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard output.lowercased().hasSuffix(".csv") else {
      throw ValidationError(say("ينتهي اسم الملف بـ .csv", "the file's name ends in .csv"))
    }
    guard dryRun || !FileManager.default.fileExists(atPath: output) else {
      throw ValidationError(say("الملف موجود؛ اكتب في ملف جديد", "the file exists already; name a new one"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let profile = try Office.profile(in: options.folder, log: &log)
      guard !log.hasErrors else { return }
      guard let lock = try SenderLock(register: options.path, channel: ShortMessages.channel) else {
        log.error(.exporting)
        return
      }
      defer { withExtendedLifetime(lock) {} }
      let messages = try ShortMessages(due: register, of: profile, at: options.moment)
      for (item, reason) in messages.withheld {
        if let entry = try register.entry(at: item.entry) { log.warning(.notWritten(entry.number, reason)) }
      }
      if !messages.items.isEmpty { try OutputFile(path: output).write(Array(messages.sheet.csv.utf8)) }
      if !dryRun { try messages.settle(in: register, by: options.by, at: options.moment) }
      guard !messages.items.isEmpty else {
        Interface.report(
          say("لا رسائل تنتظر، فلم يُكتب ملف.", "No messages are waiting; no file was written."))
        return
      }
      let parts = messages.sheet.rows.reduce(0) { $0 + ShortMessageText($1.wholeText).parts }
      Interface.report(
        say(
          "الرسائل المكتوبة: \(messages.items.count)، وأجزاؤها: \(parts).",
          "\(messages.items.count.english("message")) of \(parts.english("part")) written."))
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let exporting = Self(
    "khitab.sms-at-work", arabic: "يكتب الرسائلَ الآن برنامج آخر",
    english: "Another process is writing the messages")
  fileprivate static func notWritten(_ number: RegisterNumber, _ reason: PreparedMail.Reason) -> Self {
    Self(
      "khitab.sms-withheld",
      arabic:
        "لم تُكتب رسالة \u{2066}\(number)\u{2069}: \(DeliveryWords.arabic(reason, channel: ShortMessages.channel))",
      english: "No message for \(number): \(reason.rawValue)")
  }
}
