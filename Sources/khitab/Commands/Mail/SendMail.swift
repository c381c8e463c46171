import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Mail
import Register
import Themes
import Transfer
import Values

/// `khitab mail send`: what is due goes out, each letter once.
struct SendMail: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: say(
      "يرسل ما حان إرساله، كل خطاب مرة واحدة.", "Send what is due, each letter once."),
    discussion: say(
      "ما لا يُعلم هل وصل لا يُعاد من نفسه، بل يُسأل عنه بـ khitab mail resolve.",
      "What may have been delivered isn't sent again by itself; answer for it with khitab mail resolve."))

  @Option(
    help: ArgumentHelp(
      say(
        "لا يرسل، بل يكتب الرسائل في هذا المجلد ولا يغيّر شيئاً.",
        "Send nothing: write the messages into this folder and change nothing."), valueName: "folder"))
  var dryRun: String?

  @Option(help: ArgumentHelp(say("أقصى عدد للرسائل في هذه المرة.", "How many messages this time at most.")))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "كم ثانية يُنتظر جواب الخادم؛ عشر دقائق كما في RFC 5321.",
        "How many seconds the server's reply is waited for; ten minutes, as RFC 5321 asks."),
      valueName: "seconds"))
  var patience: Int?

  @OptionGroup var mail: MailOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (limit ?? 1) >= 1, (1...3_600).contains(patience ?? 1) else {
      throw ValidationError(
        say("--limit من ١، و--patience من ١ إلى ٣٦٠٠", "--limit is from 1, --patience from 1 to 3600"))
    }
  }

  func run() async throws {
    var log = DiagnosticLog()
    guard let room = try mail.room(log: &log) else { return try interface.conclude(log) }
    if let dryRun {
      try write(room, to: dryRun, log: &log)
      return try interface.conclude(log)
    }
    guard let lock = try SenderLock(register: mail.options.path, channel: MailRoom.channel) else {
      log.error(.senderAtWork)
      return try interface.conclude(log)
    }
    defer { withExtendedLifetime(lock) {} }
    _ = try room.settleOrphans(by: mail.options.by, at: mail.options.moment)
    guard let server = room.server(patience: patience, log: &log) else { return try interface.conclude(log) }
    let work = Task { try Self.send(room, to: server, by: mail.options, limit: limit) }
    let signals = Interruption.cancelling(work)
    defer { signals.stop() }
    let summary = try await work.value
    for item in try room.register.outbox(channel: MailRoom.channel, in: [.unknown]) {
      if let entry = try room.register.entry(at: item.entry) {
        log.warning(.askAbout(entry.number), hints: [.resolve(entry.number)])
      }
    }
    let waiting = try room.register.outbox(channel: MailRoom.channel, in: [.queued]).count
    Interface.report(
      say(
        "أُرسل \(summary.sent)، وتعذّر \(summary.failed + summary.withheld)، ويعاد لاحقاً \(summary.retried)، ولا يُعلم عن \(summary.unknown)، وينتظر \(waiting).",
        "\(summary.sent) sent, \(summary.failed + summary.withheld) failed, \(summary.retried) to try again, \(summary.unknown) not known, \(waiting) waiting."
      ))
    if summary.failed + summary.withheld > 0 {
      log.error(.someFailed(summary.failed + summary.withheld), hints: [.seeStatus])
    }
    if let reason = summary.stopReason {
      try interface.print(log.diagnostics)
      Interface.report(
        say(
          "عطل: توقف الإرسال ولم يضع شيء: \u{2068}\(reason)\u{2069}",
          "failure: sending stopped, and nothing is lost: \(reason)"))
      throw Outcome.failure
    }
    try interface.conclude(log)
  }

  private static func send(
    _ room: MailRoom, to server: SMTPServer, by options: RegisterOptions, limit: Int?
  ) throws -> MailSender.Summary {
    let session: SMTPSession
    do {
      session = try SMTPSession(server)
    } catch {
      throw IssuingError.failed("\(error)")
    }
    let start = ContinuousClock.now
    let sender = MailSender(
      queue: room.queue(by: options.by, clock: options.ledger.clock),
      rate: RateLimit(perMinute: room.settings.perMinute), now: { ContinuousClock.now - start },
      wait: { Self.wait($0) },
      deliver: {
        session.deliver($0).first ?? .unavailable(.init(.internationalAddressUnsupported, at: .greeting))
      })
    var left = limit ?? .max
    return try sender.run(
      mayContinue: { left > 0 && !Task.isCancelled },
      report: { mail, settlement in
        // What waits for the server was not sent, and the run must be able to say why it ends.
        if case .released = settlement {} else { left -= 1 }
        if let line = Self.line(mail, settlement) { print(line) }
      })
  }

  /// Lets time pass, but not after somebody has asked to end.
  private static func wait(_ time: Duration) {
    let end = ContinuousClock.now + time
    while ContinuousClock.now < end, !Task.isCancelled {
      Thread.sleep(forTimeInterval: min(0.1, max(0, (end - ContinuousClock.now) / .seconds(1))))
    }
  }

  /// What became of one message, for programs; one that was only put off has no line.
  private static func line(_ mail: QueuedMail, _ settlement: MailSettlement) -> String? {
    let (state, reason): (String, String)
    switch settlement {
    case .sent(let reply): (state, reason) = ("sent", reply)
    case .failed(let words): (state, reason) = ("failed", words)
    case .retry(let words, _): (state, reason) = ("retry", words)
    case .unknown(let words): (state, reason) = ("unknown", words)
    case .withheld(let why): (state, reason) = ("withheld", say(why.arabic, why.rawValue))
    case .released: return nil
    }
    return "\(mail.name)\t\(state)\t\(reason)"
  }

  /// Writes what would be sent now.
  private func write(_ room: MailRoom, to folder: String, log: inout DiagnosticLog) throws {
    let now = mail.options.moment
    let due = try room.register.outbox(channel: MailRoom.channel, in: [.queued]).filter { $0.due <= now }
    var count = 0
    for item in due.prefix(limit ?? .max) {
      switch try room.prepared(item, at: now) {
      case .withheld(let reason):
        if let entry = try room.register.entry(at: item.entry) {
          log.warning(.withheld(entry.number, reason))
        }
      case .message(let message):
        // Named after the entry: nothing of the person.
        try OutputFile(path: "\(folder)/\(item.message).eml").write(message.delivery.message)
        count += 1
      }
    }
    Interface.report(
      say("الرسائل المكتوبة: \(count)، ولم يُرسل شيء.", "\(count.english("message")) written, none sent."))
  }
}

extension Diagnostic.Message {
  fileprivate static let senderAtWork = Self(
    "khitab.mail-sender-at-work", arabic: "يرسل البريدَ الآن برنامج آخر",
    english: "Another process is sending the mail of this register")
  fileprivate static func askAbout(_ number: RegisterNumber) -> Self {
    Self(
      "khitab.mail-not-known", arabic: "لا يُعلم هل وصل بريد الخطاب \u{2066}\(number)\u{2069}",
      english: "It isn't known whether the mail of \(number) arrived")
  }
  fileprivate static func someFailed(_ count: Int) -> Self {
    Self(
      "khitab.mail-failed", arabic: "خطابات تعذّر إرسالها، عددها \(count)",
      english: "\(count.english("letter")) could not be sent")
  }
  fileprivate static func withheld(_ number: RegisterNumber, _ reason: PreparedMail.Reason) -> Self {
    Self(
      "khitab.mail-withheld", arabic: "لا يُرسل \u{2066}\(number)\u{2069}: \(reason.arabic)",
      english: "\(number) isn't sent: \(reason.rawValue)")
  }
}

extension Diagnostic.Hint {
  fileprivate static func resolve(_ number: RegisterNumber) -> Self {
    Self(
      arabic: "اسأل المرسل إليه، ثم: khitab mail resolve \(number) --sent أو --again",
      english: "Ask the addressee, then: khitab mail resolve \(number) --sent or --again")
  }
  fileprivate static let seeStatus = Self(
    arabic: "الأسباب في khitab mail status", english: "khitab mail status tells why")
}
