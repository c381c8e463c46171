import ArgumentParser
import Diagnostics
import Issuing
import Register
import Values

/// `khitab mail status`: how many letters stand where, and what needs a person.
struct MailStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(
      "حال البريد: ما أُرسل وما ينتظر وما يحتاج إلى نظر.", "What was sent, what waits, what needs a person."))

  @Argument(help: ArgumentHelp(say("رقم قيد؛ وإلا فالبريد كله.", "An entry's number; all mail by default.")))
  var number: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      if let number {
        guard let entry = try register.entry(named: number, log: &log) else { return }
        let (items, lines) = (try register.outbox(of: entry), try register.deliveries(of: entry))
        for item in items {
          print(
            entry.number, say(EntryColumn.channel.arabic(item.channel), item.channel), item.state.shown,
            item.attempts, RegisterTable.text(of: item.due), separator: "\t")
        }
        for line in lines {
          print(
            RegisterTable.text(of: line.at), line.shownChannel, line.shownState, line.attempt,
            line.shownReason, separator: "\t")
        }
        if items.isEmpty, lines.isEmpty {
          Interface.reportNothing("لم يُرسل ولا ينتظر الإرسال.", "It was neither sent nor queued.")
        }
        return
      }
      let counts = try register.outboxCounts(channel: MailRoom.channel)
      for state in OutboxItem.State.allCases {
        print("\(state.rawValue)\t\(counts[state] ?? 0)\t\(state.name)")
      }
      for item in try register.outbox(channel: MailRoom.channel, in: [.failed, .unknown, .sending]) {
        guard let entry = try register.entry(at: item.entry) else { continue }
        let last = try register.deliveries(of: entry).last { $0.channel == MailRoom.channel }
        print(entry.number, item.state.shown, item.attempts, last?.shownReason ?? "", separator: "\t")
      }
    }
  }
}
