import ArgumentParser
import Diagnostics
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

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      let act = RegisterAct(.void, by: options.by, approver: approver, reason: reason)
      var isHeld = true
      let recorded = try register.recording(at: options.moment, log: &log) { recording, log in
        let recorded = try recording.record(act, on: entry.number, log: &log)
        if recorded != nil { isHeld = try recording.cancelQueue(of: entry) }
        return recorded
      }
      guard let recorded else { return }
      if !isHeld { log.warning(.mayBeSent(entry.number), hints: [.writeAgain]) }
      print(entry.number, recorded.shownKind, recorded.day.iso, separator: "\t")
    }
  }
}

extension Diagnostic.Message {
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
