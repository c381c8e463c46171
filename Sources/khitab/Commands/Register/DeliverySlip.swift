import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab register slip`: the paper on which somebody signs for a letter that is handed over.
struct DeliverySlip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "slip",
    abstract: say(
      "سند تسليم لخطاب صادر، يوقعه من استلمه.", "A slip for an issued letter, for who takes it to sign."),
    discussion: say(
      "يُملأ من القيد، وتُكتب باليد بيانات من استلم؛ ويُقيَّد إخراجه في سجل الاطلاع.",
      "It is filled from the entry; who took the letter writes on it. That it was made goes into the access log."
    ))

  @Argument(help: ArgumentHelp(say("رقم القيد أو رمز التحقق.", "The entry's number or code.")))
  var number: String

  @Option(help: ArgumentHelp(say("ملف pdf الناتج.", "The pdf file to write."), valueName: "file"))
  var output: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws { try OutputArgument.check(output, endsIn: ".pdf") }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      guard entry.number.series == .outgoing, entry.state != .void, entry.particulars != nil else {
        log.error(.nothingToHandOver(entry.number))
        return
      }
      let report = try OfficeReport.handDelivery(entry, on: options.moment.day)
      guard let file = try report.file(as: "hand-delivery", of: options.folder, log: &log) else { return }
      let access = Access(.print, by: options.by, entry: entry.position, at: options.moment)
      try OutputFile(path: output).write(file, noting: access, in: register)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func nothingToHandOver(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.nothing-to-hand-over",
      arabic:
        "القيد \u{2066}\(number)\u{2069} ليس خطاباً صادراً يُسلَّم: هو من سجل آخر، أو ملغى، أو أُتلفت بياناته",
      english: "\(number) is no issued letter to hand over: it is of another register, void or destroyed")
  }
}
