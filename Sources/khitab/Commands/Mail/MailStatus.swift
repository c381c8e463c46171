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
        for item in try register.outbox(of: entry) {
          print(
            entry.number, item.channel, item.state.rawValue, item.attempts, RegisterTable.text(of: item.due),
            separator: "\t")
        }
        for line in try register.deliveries(of: entry) {
          print(
            RegisterTable.text(of: line.at), line.channel, line.state, line.attempt, line.reason ?? "",
            separator: "\t")
        }
        return
      }
      let counts = try register.outboxCounts(channel: MailRoom.channel)
      for state in OutboxItem.State.allCases {
        print("\(state.rawValue)\t\(counts[state] ?? 0)\t\(state.name)")
      }
      for item in try register.outbox(channel: MailRoom.channel, in: [.failed, .unknown, .sending]) {
        guard let entry = try register.entry(at: item.entry) else { continue }
        let reason = try register.deliveries(of: entry).last { $0.channel == MailRoom.channel }?.reason
        print("\(entry.number)\t\(item.state.rawValue)\t\(item.attempts)\t\(reason ?? "")")
      }
    }
  }
}
