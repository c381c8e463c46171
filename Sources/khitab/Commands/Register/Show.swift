import ArgumentParser
import Diagnostics
import Register
import Values

/// `khitab register show`: one entry with all that happened to it.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يعرض قيداً برقمه أو رمز تحققه.", "Show an entry by its number or verification code."),
    discussion: say(
      "الأسماء والأرقام محجوبة إلا مع --reveal، ويُقيَّد كل اطلاع؛ ولا يُكشف السري إلا بسبب.",
      "Names and numbers are masked unless --reveal is given; every look is logged, and a confidential entry needs a reason."
    ))

  @Argument(help: ArgumentHelp(say("رقم القيد أو رمز التحقق.", "The entry's number or verification code.")))
  var number: String

  @Flag(help: ArgumentHelp(say("يكشف الأسماء والأرقام.", "Show names and numbers in full.")))
  var reveal = false

  @Option(help: ArgumentHelp(say("سبب الاطلاع.", "Why it is looked at.")))
  var reason: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      guard let entry = try register.entry(named: number, log: &log) else { return }
      if reveal {
        guard !entry.needsReason || reason != nil else {
          log.error(.reasonNeeded)
          return
        }
        try register.log(
          Access(.view, by: options.by, entry: entry.position, reason: reason, at: options.moment))
      }
      let table = RegisterTable(exposure: reveal ? .whole : .masked)
      for (heading, cell) in zip(table.headings, table.cells(of: entry)) where !cell.isEmpty {
        print("\(heading): \u{2068}\(cell)\u{2069}")
      }
      for delivery in try register.deliveries(of: entry) {
        print(
          RegisterTable.text(of: delivery.at), delivery.channel, delivery.state, delivery.reason ?? "",
          separator: "\t")
      }
    }
  }
}

/// `khitab register accesses`: who looked at what.
struct Accesses: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("سجل الاطلاع: من اطّلع على ماذا ولماذا.", "The access log: who saw what, and why."))

  @Argument(
    help: ArgumentHelp(say("رقم القيد؛ وإلا فالسجل كله.", "The entry's number; all of them by default.")))
  var number: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.withRegister(interface) { register, log in
      var entry: RegisterEntry?
      if let number {
        entry = try register.entry(named: number, log: &log)
        if entry == nil { return }
      }
      for access in try register.accesses(of: entry) {
        let place = access.entry.map { String($0) } ?? ""
        print(
          RegisterTable.text(of: access.at), access.by, access.action.rawValue, place, access.reason ?? "",
          separator: "\t")
      }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let reasonNeeded = Self(
    "khitab.reason-needed", arabic: "القيد سري، فلا يُكشف إلا بذكر السبب في --reason",
    english: "The entry is confidential: it is shown in full only with --reason")
}
