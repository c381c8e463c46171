import ArgumentParser
import Diagnostics
import Issuing
import Register

/// `khitab register`: the registers of outgoing and incoming letters and of requests.
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: say(
      "سجلات الصادر والوارد والطلبات.", "The registers of outgoing and incoming letters and requests."),
    subcommands: [
      Show.self, Search.self, Receive.self, StampLabel.self, Void.self, Refer.self, Reply.self,
      Deliver.self, AuditCommand.self, Export.self, PrintRegister.self, DeliverySlip.self, Subject.self,
      Accesses.self, Retention.self, Destroy.self, Destroyed.self, Key.self,
    ])
}

extension InterfaceOptions {
  /// Prints what was found, and ends the command with its code if anything is in error.
  func conclude(_ log: DiagnosticLog) throws {
    try print(log.diagnostics)
    if log.hasErrors { throw Outcome.errors }
  }
}

extension RegisterOptions {
  /// Opens the register and gives it to `body`; mistakes are printed at the end, or as soon as nothing can be done.
  func withRegister(
    creates: Bool = false, _ interface: InterfaceOptions,
    _ body: (Register, inout DiagnosticLog) throws -> Swift.Void
  ) throws {
    var log = DiagnosticLog()
    if let register = try open(creates: creates, log: &log) { try body(register, &log) }
    try interface.conclude(log)
  }
}

extension Register {
  /// The one entry that a number or code names; none or several are said.
  func entry(named name: String, log: inout DiagnosticLog) throws -> RegisterEntry? {
    let found = try entries(named: name)
    if found.isEmpty { log.append(.noEntry(named: name)) }
    if found.count > 1 { log.error(.severalEntries(name), hints: [.numbers(found)]) }
    return found.count == 1 ? found[0] : nil
  }
}

extension Diagnostic.Message {
  fileprivate static func severalEntries(_ name: String) -> Self {
    Self(
      "khitab.several-entries", arabic: "«\u{2068}\(name)\u{2069}» رقم أكثر من قيد",
      english: "“\(name)” is the number of more than one entry")
  }
}

extension Diagnostic.Hint {
  fileprivate static func numbers(_ entries: [RegisterEntry]) -> Self {
    let list = entries.map(\.number.description).joined(separator: ", ")
    return Self(arabic: "اذكر أحدها: \u{2066}\(list)\u{2069}", english: "Name one of them: \(list)")
  }
}
