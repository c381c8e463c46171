import ArgumentParser
import Diagnostics
import Issuing
import Register
import Transfer

/// `khitab mail resolve`: a person answers for what no program can know.
struct ResolveMail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: say(
      "يقول موظف ما جرى لبريد خطاب أو ما يُفعل به.",
      "Say what became of a letter's mail, or what to do with it."),
    discussion: say(
      "لا يُعاد إرسال ما قد وصل إلا بكلمة موظف، وتُقيد باسمه.",
      "What may have arrived is sent again only at a person's word, which is entered under their name."))

  @Argument(help: ArgumentHelp(say("رقم القيد.", "The entry's number.")))
  var number: String

  @Flag(help: ArgumentHelp(say("وصل.", "It arrived.")))
  var sent = false

  @Flag(help: ArgumentHelp(say("لم يصل، فيُرسل من جديد.", "It didn't arrive: send it again.")))
  var again = false

  @Flag(help: ArgumentHelp(say("لا يُرسل.", "It isn't to be sent.")))
  var cancel = false

  @Option(
    help: ArgumentHelp(
      say("لا يُرسل بالبريد الإلكتروني بل بهذه الطريقة: post أو hand.", "Send it by post or hand instead."),
      valueName: "channel"))
  var byChannel: String?

  @Option(
    help: ArgumentHelp(say("العنوان بعد تصحيحه، مع --again.", "The corrected address, with --again.")))
  var address: String?

  @Option(
    help: ArgumentHelp(say("كيف عُلم ذلك.", "How that is known.")), transform: { try WordsArgument.words($0) })
  var reason: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard [sent, again, cancel, byChannel != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(
        say(
          "اذكر واحداً: --sent أو --again أو --cancel أو --by-channel",
          "give one of --sent, --again, --cancel and --by-channel"))
    }
    guard address == nil || again else {
      throw ValidationError(say("--address مع --again", "--address goes with --again"))
    }
    guard ["post", "hand"].contains(byChannel ?? "post") else {
      throw ValidationError(say("الطريقة post أو hand", "the channel is post or hand"))
    }
    guard address.map({ EnvelopeAddress($0) != nil }) ?? true else {
      throw ValidationError(say("ليس هذا عنوان بريد إلكتروني", "that isn't an e-mail address"))
    }
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      guard let item = try register.outbox(of: entry).first(where: { $0.channel == MailRoom.channel }) else {
        log.error(.noMail(entry.number))
        return
      }
      if again, entry.state == .void {
        log.error(.void(entry.number))
        return
      }
      let word: OutboxItem.Resolution = sent ? .sent : again ? .again(address: address) : .cancelled
      // A process that sends right now settles its own.
      guard let lock = try SenderLock(register: options.path, channel: MailRoom.channel) else {
        log.error(.sendingNow)
        return
      }
      defer { withExtendedLifetime(lock) {} }
      if item.state == .sending {
        try register.settle(item, as: .unknown, at: options.moment, by: options.by, reason: reason)
      }
      let done = try register.resolve(item, as: word, by: options.by, reason: reason, at: options.moment)
      guard done else {
        log.error(.cannotResolve(entry.number, item.state))
        return
      }
      if let byChannel {
        _ = try register.recording(at: options.moment, log: &log) { recording, _ in
          try recording.enqueue(entry, channel: byChannel)
          return true
        }
      }
      print("\(entry.number)\t\(byChannel ?? word.name)")
    }
  }
}

extension OutboxItem.Resolution {
  fileprivate var name: String {
    switch self {
    case .sent: "sent"
    case .again: "queued"
    case .cancelled: "cancelled"
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func noMail(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.mail-none", arabic: "الخطاب \u{2066}\(number)\u{2069} ليس مما يُرسل بالبريد الإلكتروني",
      english: "\(number) doesn't go by e-mail")
  }
  fileprivate static func void(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.mail-void", arabic: "الخطاب \u{2066}\(number)\u{2069} ملغى، فلا يُرسل",
      english: "\(number) is void: it isn't sent")
  }
  fileprivate static let sendingNow = Self(
    "khitab.mail-sending-now", arabic: "يرسل البريدَ الآن برنامج آخر؛ أعد الأمر بعد فراغه",
    english: "Another process is sending; answer when it has finished")
  fileprivate static func cannotResolve(_ number: RegisterNumber, _ state: OutboxItem.State) -> Self {
    Self(
      "khitab.mail-cannot-resolve",
      arabic: "حال بريد \u{2066}\(number)\u{2069} «\(state.name)»، فلا يُقال هذا فيها",
      english: "The mail of \(number) is “\(state.rawValue)”: that can't be said of it")
  }
}
