import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab register deliver`: what became of a letter that goes by post or by hand.
struct Deliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يقيد ما جرى لخطاب يُرسل بالبريد أو يُسلَّم باليد.",
      "Enter what became of a letter that goes by post or by hand."),
    discussion: say(
      """
      sent: سُلّم إلى البريد، ومعه رقم التتبع إن وُجد. delivered: وصل. handed-over: سُلّم إلى من استلمه. returned: أعيد، ومعه \
      السبب. failed: تعذّر، ومعه السبب. وما أعيد أو تعذّر يُقيد إرساله من جديد بـ sent.
      """,
      """
      sent: given to the post, with its tracking number if there is one. delivered: it arrived. handed-over: somebody took \
      it. returned: it came back, and why. failed: it couldn't be done, and why. What came back or failed may be sent again.
      """))

  @Argument(
    help: ArgumentHelp(
      say(
        "رقم القيد؛ وإلا فما ينتظر وما لم يصل.", "The entry's number; else what waits and what didn't arrive."
      )))
  var number: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say(
        "ما جرى: sent أو delivered أو handed-over أو returned أو failed.",
        "sent, delivered, handed-over, returned or failed."), valueName: "word"),
    transform: { text in
      guard let word = PaperDelivery(rawValue: text) else {
        throw ValidationError(
          say(
            "القيمة واحدة من: sent، delivered، handed-over، returned، failed",
            "the value is one of: sent, delivered, handed-over, returned, failed"))
      }
      return word
    })
  var word: PaperDelivery?

  @Option(
    help: ArgumentHelp(say("رقم التتبع عند البريد.", "The post's tracking number.")),
    transform: { Digits.ascii(try WordsArgument.words($0)) })
  var tracking: String?

  @Option(
    help: ArgumentHelp(say("اسم من استلمه.", "Who took it."), valueName: "name"),
    transform: { try WordsArgument.name($0) })
  var receiver: String?

  @Option(
    help: ArgumentHelp(
      say("صفة من استلمه، مثل «صاحب الشأن».", "In what capacity, such as “the addressee”.")),
    transform: { try WordsArgument.words($0) })
  var capacity: String?

  @Option(
    help: ArgumentHelp(
      say(
        "السبب، مثل «لم يستدل على العنوان» أو «رفض الاستلام».", "Why, such as “address unknown” or “refused”."
      )),
    transform: { try WordsArgument.words($0) })
  var reason: String?

  @Option(
    help: ArgumentHelp(
      say(
        "متى جرى، بصيغة 2026-11-26T09:00:00Z؛ وإلا فالآن.", "When, as 2026-11-26T09:00:00Z; now by default."),
      valueName: "moment"), transform: { try MomentArgument.moment($0) })
  var at: Moment?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (number == nil) == (word == nil) else {
      throw ValidationError(say("--as مع رقم القيد", "--as goes with an entry's number, which needs it"))
    }
    guard let word else {
      guard [tracking, receiver, capacity, reason].allSatisfy({ $0 == nil }), at == nil else {
        throw ValidationError(say("يلزم رقم القيد و--as", "an entry's number and --as are needed"))
      }
      return
    }
    if word == .handedOver, receiver == nil {
      throw ValidationError(say("--receiver لازم مع handed-over", "handed-over needs --receiver"))
    }
    if word != .handedOver, receiver != nil || capacity != nil {
      throw ValidationError(
        say("--receiver و--capacity مع handed-over", "--receiver and --capacity go with handed-over"))
    }
    if [.returned, .failed].contains(word) != (reason != nil) {
      throw ValidationError(
        say(
          "--reason لازم مع returned وfailed وحدهما", "--reason goes with returned and failed, which need it")
      )
    }
  }

  func run() throws {
    guard let number, let word else { return try list() }
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      guard let item = try register.outbox(of: entry).last, Self.channels.contains(item.channel) else {
        log.error(.notOnPaper(entry.number), hints: [.chooseChannel])
        return
      }
      let at = at ?? options.moment
      guard at <= options.moment else {
        log.error(.notYet)
        return
      }
      let delivery = Delivery(
        channel: item.channel, state: word.rawValue, at: at, by: options.by, reason: reason,
        tracking: tracking, receiver: receiver, capacity: capacity)
      guard try register.enter(word, of: item, saying: delivery) else {
        log.error(.cannotSay(word, entry.number, item.state))
        return
      }
      print(
        entry.number, say(EntryColumn.channel.arabic(item.channel), item.channel), delivery.shownState,
        RegisterTable.text(of: at), separator: "\t")
      if [.returned, .failed].contains(word) { log.note(.notReached(entry.number), hints: [.otherWays]) }
    }
  }

  private static let channels = ["post", "hand"]

  /// What is still to be posted or handed over, and what came back; names by their first word.
  private func list() throws {
    try options.withRegister(interface) { register, log in
      var isEmpty = true
      for channel in Self.channels {
        for item in try register.outbox(channel: channel, in: [.queued, .failed]) {
          guard let entry = try register.entry(at: item.entry) else { continue }
          let stand = try register.deliveryStand(of: entry)
          let state = stand.map { say(Delivery.arabic(state: $0.state), $0.state) } ?? item.state.shown
          print(
            entry.number, entry.printed, say(EntryColumn.channel.arabic(channel), channel), state,
            RegisterTable.text(of: stand?.at ?? item.due), entry.maskedParticulars[.name] ?? "",
            separator: "\t")
          isEmpty = false
        }
      }
      if isEmpty {
        Interface.reportNothing("لا ينتظر البريد ولا اليد شيء.", "Nothing waits for post or hand.")
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notOnPaper(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.delivery-not-on-paper",
      arabic: "القيد \u{2066}\(number)\u{2069} لا يُرسل بالبريد ولا يُسلَّم باليد",
      english: "\(number) goes neither by post nor by hand")
  }
  fileprivate static let notYet = Self(
    "khitab.delivery-in-future", arabic: "الوقت في --at لم يأت بعد",
    english: "The moment in --at is still to come")
  fileprivate static func cannotSay(
    _ word: PaperDelivery, _ number: RegisterNumber, _ state: OutboxItem.State
  ) -> Self {
    Self(
      "khitab.delivery-cannot-be",
      arabic:
        "حال الخطاب \u{2066}\(number)\u{2069} «\(state.name)»، فلا يُقال إنه «\(Delivery.arabic(state: word.rawValue))»",
      english: "\(number) is “\(state.rawValue)”: it can't be “\(word.rawValue)” now")
  }
  fileprivate static func notReached(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.delivery-failed", arabic: "لم يصل الخطاب \u{2066}\(number)\u{2069} إلى صاحبه",
      english: "\(number) didn't reach its addressee")
  }
}

extension Diagnostic.Hint {
  fileprivate static let chooseChannel = Self(
    arabic: "ما يُرسل بالبريد الإلكتروني يُنقل إلى البريد أو اليد بـ khitab mail resolve --by-channel",
    english: "What goes by e-mail is moved to post or hand with `khitab mail resolve --by-channel`")
  fileprivate static let otherWays = Self(
    arabic: "صحّح العنوان وأعد إرساله ثم قيّده بـ ‎--as sent، أو أبلغه بطريقة أخرى",
    english:
      "Correct the address, send it again and enter it with --as sent; or reach the addressee another way")
}
