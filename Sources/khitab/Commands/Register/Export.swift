import ArgumentParser
import Diagnostics
import Foundation
import Issuing
import Register
import Spreadsheets
import Values

/// `khitab register export`: the registers as a file.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يصدّر السجلات في ملف CSV أو Excel.", "Write the registers to a CSV or Excel file."))

  @Option(
    help: ArgumentHelp(say("السجل؛ وإلا فكلها.", "The series; all of them by default.")),
    transform: Series.argument)
  var series: Series?

  @Option(
    help: ArgumentHelp(
      say("الملف، وينتهي بـ .csv أو .xlsx.", "The file, ending in .csv or .xlsx."), valueName: "file"))
  var output: String

  @Flag(help: ArgumentHelp(say("يحجب الأسماء والأرقام.", "Mask names and numbers.")))
  var masked = false

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard output.lowercased().hasSuffix(".csv") || isSpreadsheet else {
      throw ValidationError(say("ينتهي اسم الملف بـ .csv أو .xlsx", "the file's name ends in .csv or .xlsx"))
    }
  }

  private var isSpreadsheet: Bool { output.lowercased().hasSuffix(".xlsx") }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let table = RegisterTable(exposure: masked ? .masked : .whole)
      if !masked { try register.log(Access(.export, by: options.by, at: options.moment)) }
      let count =
        isSpreadsheet ? try writeSpreadsheet(table, of: register) : try writeText(table, of: register)
      Interface.report(say("القيود المكتوبة: \(count).", "\(count.english("entry", "entries")) written."))
    }
  }

  private func writeText(_ table: RegisterTable, of register: Register) throws -> Int {
    var text = CSVText.text([table.headings])
    var count = 0
    let stands = try register.deliveryStands()
    try register.walk { entry in
      guard series == nil || entry.number.series == series else { return }
      text += CSVText.line(table.cells(of: entry, stand: stands[entry.position]))
      count += 1
    }
    try OutputFile(path: output).write(Array(text.utf8))
    return count
  }

  /// Rows go to the disk as they come.
  private func writeSpreadsheet(_ table: RegisterTable, of register: Register) throws -> Int {
    var count = 0
    let now = options.moment.seconds
    let stands = try register.deliveryStands()
    try OutputFile(path: output).write { path throws(IssuingError) in
      do {
        let writer = try SpreadsheetWriter(path: path, sheet: "السجل", headings: table.headings, created: now)
        try register.walk { entry in
          guard series == nil || entry.number.series == series else { return }
          let cells = table.cells(of: entry, stand: stands[entry.position])
          try writer.add(cells.map { String($0.prefix(SpreadsheetWriter.cellLimit)) })
          count += 1
        }
        try writer.finish()
      } catch {
        throw .failed("\(error)")
      }
    }
    return count
  }
}

/// `khitab register subject`: everything the registers hold of one person, for that person.
struct Subject: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يصدّر كل ما في السجلات عن صاحب شأن.", "Write everything that the registers hold of one person."),
    discussion: say(
      "جواب طلب صاحب البيانات: قيوده، وما جرى عليها، وما أُرسل، ومن اطّلع عليها.",
      "The answer to a data subject's request: entries, what happened to them, what was sent, and who looked."
    ))

  @Argument(help: ArgumentHelp(say("رقم صاحب الشأن.", "The party's number.")))
  var party: String

  @Option(help: ArgumentHelp(say("ملف JSON.", "The JSON file."), valueName: "file"))
  var output: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws { try OutputArgument.check(output, endsIn: ".json") }

  private struct Part: Encodable {
    var entry: [String: String]
    var deliveries: [[String: String]]
    var accesses: [[String: String]]
    /// Where it was sent or is to be sent.
    var sentTo: [[String: String]]
    /// What the person said about being written to.
    var consents: [[String: String]]
    /// The opening and the acts of a request's case, as they are kept.
    var caseFile: [String]?
  }

  /// What the log says of an attempt, a carrier's own words among it; who of the office wrote it is another's affair.
  private static func facts(of delivery: Delivery) -> [String: String] {
    [
      "at": delivery.at.iso, "channel": delivery.channel, "state": delivery.state,
      "reason": delivery.reason, "tracking": delivery.tracking, "receiver": delivery.receiver,
      "capacity": delivery.capacity, "evidence": delivery.evidence,
    ].compactMapValues(\.self)
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      let entries = try register.entries(ofParty: party)
      if entries.isEmpty { log.error(.noParty) }
      let table = RegisterTable(exposure: .whole)
      let consents = try register.consents(of: party).map {
        ["at": $0.at.iso, "channel": $0.channel, "answer": $0.isGiven ? "given" : "withdrawn"]
      }
      let parts = try entries.map { entry in
        try register.log(
          Access(.subjectExport, by: options.by, entry: entry.position, at: options.moment))
        return Part(
          entry: Dictionary(
            zip(table.headings, table.cells(of: entry)).filter { !$1.isEmpty }, uniquingKeysWith: { $1 }),
          deliveries: try register.deliveries(of: entry).map(Self.facts),
          accesses: try register.accesses(of: entry).map { ["at": $0.at, "action": $0.action] },
          sentTo: try register.outbox(of: entry).map {
            ["channel": $0.channel, "address": $0.address ?? "", "state": $0.state.rawValue]
          },
          consents: consents,
          caseFile: try register.recordedCase(of: entry)?.contents.map { String(decoding: $0, as: UTF8.self) }
        )
      }
      guard !parts.isEmpty else { return }
      try OutputFile(path: output).write(Array(try interface.json(parts).utf8))
      Interface.report(
        say("القيود المكتوبة: \(parts.count).", "\(parts.count.english("entry", "entries")) written."))
    }
  }
}

/// `khitab register key`: a new key for an encrypted register.
struct Key: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يصنع مفتاحاً جديداً لسجل معمّى.", "Make a new key for an encrypted register."),
    discussion: say(
      "احفظه خارج جهاز السجل: من فقده فقد الأسماء. والسجل الذي يُنشأ بمفتاح يلزمه دائماً.",
      "Keep it away from the register: who loses it loses the names. A register made with a key always needs it."
    ))

  @OptionGroup var interface: InterfaceOptions

  func run() { print(RegisterKey.generated()) }
}

extension Diagnostic.Message {
  fileprivate static let noParty = Self(
    "khitab.no-party", arabic: "ليس في السجلات قيد لصاحب هذا الرقم",
    english: "The registers hold nothing of a party with this number")
}
