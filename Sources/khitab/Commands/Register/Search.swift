import ArgumentParser
import Diagnostics
import Register
import Values

/// `khitab register search`: entries by words of a name in any spelling, by number, series, days or request.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يبحث في السجلات بالاسم بأي إملاء.", "Search the registers by name, in any spelling."))

  @Argument(
    help: ArgumentHelp(
      say(
        "كلمات من الاسم أو الموضوع، أو رقم القيد أو رمزه.",
        "Words of the name or subject, or an entry's number or code.")))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      say("السجل: outgoing أو incoming أو requests أو internal.", "outgoing, incoming, requests or internal.")
    ), transform: Series.argument)
  var series: Series?

  @Option(help: ArgumentHelp(say("رقم الطلب.", "The request's number.")))
  var request: String?

  @Option(help: ArgumentHelp(say("الدفعة.", "The batch.")))
  var batch: String?

  @Option(help: ArgumentHelp(say("من يوم، هجري أو ميلادي.", "From this day, of either calendar.")))
  var from: DayArgument?

  @Option(help: ArgumentHelp(say("إلى يوم، هجري أو ميلادي.", "To this day, of either calendar.")))
  var to: DayArgument?

  @Option(help: ArgumentHelp(say("أقصى عدد للنتائج.", "How many at most.")))
  var limit = 50

  @Flag(help: ArgumentHelp(say("يكشف الأسماء كاملة.", "Show names in full.")))
  var reveal = false

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(say("--limit من ١ إلى ١٠٠٠٠", "--limit is from 1 to 10000"))
    }
  }

  /// The entries whose number or code is what is looked for, where nothing else is said.
  private func named(in register: Register) throws -> [RegisterEntry] {
    guard words.count == 1, series == nil, request == nil, batch == nil, from == nil, to == nil else {
      return []
    }
    return try register.entries(named: words[0])
  }

  func run() throws {
    try options.withRegister(interface) { register, log in
      var query = Register.Query()
      if !words.isEmpty { query.words = words.joined(separator: " ") }
      (query.series, query.request, query.batch, query.limit) = (series, request, batch, limit)
      let calendar = register.numbering.ummAlQura
      let first = from?.day(of: "--from", by: calendar, log: &log)
      let last = to?.day(of: "--to", by: calendar, log: &log)
      guard !log.hasErrors else { return }
      if first != nil || last != nil {
        // No day of a register has more or fewer than four digits of a year.
        query.days = ClosedRange(
          from: first ?? CivilDate(year: 0, month: 1, day: 1),
          to: last ?? CivilDate(year: 9999, month: 12, day: 31), log: &log)
        guard !log.hasErrors else { return }
      }
      let found = Array((try named(in: register) + register.search(query)).prefix(limit))
      if reveal { try register.log(Access(.search, by: options.by, at: options.moment)) }
      var seen: Set<Int> = []
      if found.isEmpty { Interface.reportNothing("لا قيد يوافق ما طُلب.", "No entry has what was asked for.") }
      for entry in found where seen.insert(entry.position).inserted {
        let shown = reveal ? entry.particulars ?? [:] : entry.maskedParticulars
        let parts = [
          entry.number.description, entry.printed, entry.day.iso, entry.stateName, shown[.name] ?? "",
          shown[.subject] ?? "",
        ]
        print(parts.joined(separator: "\t"))
      }
    }
  }
}

extension Series {
  /// The series called so on the command line.
  static func argument(_ text: String) throws -> Series {
    guard let series = Series(rawValue: text) else {
      let names = Series.allCases.map(\.rawValue).joined(separator: say("، ", ", "))
      throw ValidationError(say("السجل واحد من: ", "the series is one of: ") + names)
    }
    return series
  }
}
