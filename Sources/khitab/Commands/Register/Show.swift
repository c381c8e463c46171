import ArgumentParser
import Diagnostics
import Issuing
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
      let cells = table.cells(of: entry, stand: try register.deliveryStand(of: entry))
      for (heading, cell) in zip(table.headings, cells) where !cell.isEmpty {
        print("\(heading): \u{2068}\(cell)\u{2069}")
      }
      for delivery in try register.deliveries(of: entry) {
        let receiver = reveal ? [delivery.receiver, delivery.capacity].compactMap(\.self) : []
        print(
          RegisterTable.text(of: delivery.at), delivery.shownChannel, delivery.shownState,
          delivery.shownReason, receiver.joined(separator: say("، ", ", ")), separator: "\t")
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
      let lines = try register.accesses(of: entry)
      for line in lines { try show(line, of: register) }
      if lines.isEmpty { Interface.reportNothing("لا اطلاع في السجل.", "No access is recorded.") }
      let unreadable = lines.count { $0.access == nil }
      if unreadable > 0 { log.error(.unreadableAccesses(unreadable), hints: [.seeBackups]) }
    }
  }

  /// Prints a line; one that no access of the program's could have left is marked, and printed as it stands.
  private func show(_ line: AccessLine, of register: Register) throws {
    let place = line.entry.map { String($0) } ?? ""
    let reason = line.reason ?? ""
    guard let access = line.access else {
      print(line.at, line.by, line.action, place, reason, say("لا يُقرأ", "unreadable"), separator: "\t")
      return
    }
    let action = say(access.action.arabicName, access.action.rawValue)
    // Whoever reads it knows entries by their numbers, and not by their places in the ledger.
    let number = try line.entry.flatMap { try register.entry(at: $0)?.number.description }
    print(RegisterTable.text(of: access.at), access.by, action, number ?? place, reason, separator: "\t")
  }
}

extension Delivery {
  /// Its way, in the user's language.
  var shownChannel: String { say(EntryColumn.channel.arabic(channel), channel) }
  /// Why, in the user's language where the program itself entered it.
  var shownReason: String {
    let reason = reason ?? ""
    return say(DeliveryWords.arabic(reason, channel: channel), reason)
  }
  /// What became of it, in the user's language.
  var shownState: String { say(Self.arabic(state: state), state) }
}

extension Diagnostic.Hint {
  fileprivate static let seeBackups = Self(
    arabic: "قارن سجل الاطلاع بآخر نسخة احتياطية سليمة",
    english: "Compare the access log with the last sound backup")
}

extension Diagnostic.Message {
  fileprivate static func unreadableAccesses(_ count: Int) -> Self {
    Self(
      "khitab.access-unreadable",
      arabic: "في سجل الاطلاع أسطر لم يكتبها البرنامج هكذا، فقد عُبث بها: \(count)",
      english:
        "Lines of the access log that the program didn't write so, and that may have been tampered with: \(count)"
    )
  }
  fileprivate static let reasonNeeded = Self(
    "khitab.reason-needed", arabic: "القيد سري، فلا يُكشف إلا بذكر السبب في --reason",
    english: "The entry is confidential: it is shown in full only with --reason")
}
