import ArgumentParser
import Diagnostics
import Register
import Values

/// `khitab mail consent`: who agrees to be written to, and who doesn't any more.
struct ConsentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent",
    abstract: say(
      "يقيد موافقة صاحب شأن على المراسلة أو رجوعه عنها.",
      "Enter a party's agreement to be written to, or its withdrawal."))

  @Argument(
    help: ArgumentHelp(say("رقم صاحب الشأن.", "The party's number.")),
    transform: { try WordsArgument.words($0) })
  var party: String

  @Option(help: ArgumentHelp(say("الطريقة: email أو sms.", "email or sms.")))
  var channel = "email"

  @Flag(help: ArgumentHelp(say("يوافق.", "The party agrees.")))
  var given = false

  @Flag(help: ArgumentHelp(say("لا يوافق، أو رجع عن موافقته.", "The party doesn't agree, or not any more.")))
  var withdrawn = false

  @Option(
    help: ArgumentHelp(say("كيف قال ذلك.", "How it was said.")), transform: { try WordsArgument.words($0) })
  var basis: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard !(given && withdrawn), ["email", "sms"].contains(channel) else {
      throw ValidationError(
        say(
          "--given أو --withdrawn، والطريقة email أو sms",
          "--given or --withdrawn; the channel is email or sms"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      if given || withdrawn {
        let consent = Consent(
          channel: channel, isGiven: given, at: options.moment, by: options.by, basis: basis)
        if try register.entries(ofParty: party).isEmpty {
          log.warning(.unknownParty(party), hints: [.checkParty])
        }
        try register.note(consent, of: party)
      }
      let consents = try register.consents(of: party)
      for consent in consents {
        let word = consent.isGiven ? say("موافق", "given") : say("غير موافق", "withdrawn")
        print(
          RegisterTable.text(of: consent.at),
          say(EntryColumn.channel.arabic(consent.channel), consent.channel),
          word, consent.by, consent.basis ?? "", separator: "\t")
      }
      if consents.isEmpty {
        Interface.reportNothing("لم يقل في ذلك شيئاً.", "Nothing was said about it.")
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func unknownParty(_ party: String) -> Self {
    Self(
      "khitab.consent-unknown-party", arabic: "ليس في السجلات قيد لصاحب الشأن «\u{2068}\(party)\u{2069}»",
      english: "The registers have no entry of the party “\(party)”")
  }
}

extension Diagnostic.Hint {
  fileprivate static let checkParty = Self(
    arabic: "تأكد من الرقم؛ فإن كان خطأً بقي من قصدته على حاله، وقُيد هذا لغيره",
    english: "Check the number: if it is mistyped, nothing was said of whom you meant")
}
