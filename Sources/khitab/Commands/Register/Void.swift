import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab register void`: an entry no longer holds; its number stays.
struct Void: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يلغي قيداً؛ ويبقى رقمه.", "Void an entry; its number stays."),
    discussion: say(
      "يُسحب ما لم يُرسل بعد؛ وما أُرسل يُصحَّح بخطاب إلحاقي.",
      "What wasn't sent yet is taken back; what was sent is corrected by a further letter."))

  @Argument(help: ArgumentHelp(say("رقم القيد.", "The entry's number.")))
  var number: String

  @Option(help: ArgumentHelp(say("سبب الإلغاء.", "Why.")), transform: { try WordsArgument.words($0) })
  var reason: String

  @Option(
    help: ArgumentHelp(say("من اعتمد الإلغاء.", "Who approved it.")),
    transform: { try WordsArgument.name($0) })
  var approver: String

  @Option(
    help: ArgumentHelp(
      say("ملف pdf لمحضر الإلغاء.", "A pdf file for the record of it (محضر إلغاء)."), valueName: "file"))
  var record: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws { try OutputArgument.check(record, endsIn: ".pdf") }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      guard record == nil || entry.number.series == .outgoing else {
        log.error(.recordIsOfLetters(entry.number))
        return
      }
      let act = RegisterAct(.void, by: options.by, approver: approver, reason: reason)
      var isHeld = true
      let recorded = try register.recording(at: options.moment, log: &log) { recording, log -> RegisterAct? in
        guard let recorded = try recording.record(act, on: entry.number, log: &log) else { return nil }
        isHeld = try recording.cancelQueue(of: entry)
        // Inside the transaction: what can't be put on record isn't voided.
        if let record {
          try OfficeReport.voiding(of: entry, recorded).write(
            as: "void-record", of: options.folder, to: record, log: &log)
        }
        return log.hasErrors ? nil : recorded
      }
      guard let recorded else { return }
      if !isHeld { log.warning(.mayBeSent(entry.number), hints: [.writeAgain]) }
      print(entry.number, recorded.shownKind, recorded.day.iso, separator: "\t")
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func recordIsOfLetters(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.void-record-outgoing",
      arabic: "محضر الإلغاء لأرقام الصادر، والقيد \u{2066}\(number)\u{2069} ليس منها",
      english: "The record of voiding is for outgoing numbers, and \(number) is none")
  }
  fileprivate static func mayBeSent(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.void-after-sending", arabic: "أُلغي القيد \u{2066}\(number)\u{2069} بعد أن أُرسل خطابه أو كاد",
      english: "The entry \(number) was voided after its letter went out, or may have gone out")
  }
}

extension Diagnostic.Hint {
  fileprivate static let writeAgain = Self(
    arabic: "أبلغ المرسل إليه بخطاب «إلحاقاً لخطابنا»", english: "Tell the addressee by a further letter")
}
