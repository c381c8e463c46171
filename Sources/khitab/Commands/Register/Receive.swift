import ArgumentParser
import Diagnostics
import Register
import Values

/// `khitab register receive`: an incoming letter or a request gets its number.
struct Receive: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say(
      "يقيد وارداً أو طلباً ويعطيه رقماً.", "Enter an incoming letter or a request; it gets a number."))

  @Flag(help: ArgumentHelp(say("طلب لا خطاب وارد.", "A request, not an incoming letter.")))
  var isRequest = false

  @Option(help: ArgumentHelp(say("المرسل كما يُكتب.", "The sender's name as it is written.")))
  var from: String

  @Option(
    help: ArgumentHelp(say("رقم صاحب الشأن في سجلات الجهة.", "The party's number in the office's records.")))
  var party: String?

  @Option(help: ArgumentHelp(say("جهته أو صفته.", "The sender's body or capacity.")))
  var capacity: String?

  @Option(help: ArgumentHelp(say("الموضوع.", "What it is about.")))
  var subject: String

  @Option(help: ArgumentHelp(say("رقم خطاب المرسل.", "The number on the sender's letter.")))
  var senderNumber: String?

  @Option(
    help: ArgumentHelp(
      say("تاريخ خطاب المرسل، هجري أو ميلادي.", "The date on the sender's letter, of either calendar.")))
  var senderDate: DayArgument?

  @Option(
    help: ArgumentHelp(
      say("طريقة الورود: hand أو post أو email أو غيرها.", "How it came: hand, post, email or another way.")))
  var channel = "hand"

  @Option(help: ArgumentHelp(say("عدد المرفقات كما يذكره الخطاب.", "How many enclosures the letter states.")))
  var enclosures: Int?

  @Option(help: ArgumentHelp(say("عدد المرفقات الموجودة.", "How many enclosures there are.")))
  var enclosuresFound: Int?

  @Option(
    help: ArgumentHelp(
      say("السرية: ordinary أو private أو confidential.", "ordinary, private or confidential.")))
  var confidentiality = "ordinary"

  @Option(help: ArgumentHelp(say("أحيل إلى.", "Whom it is referred to.")))
  var referTo: String?

  @Option(help: ArgumentHelp(say("المطلوب.", "What is asked for.")))
  var required: String?

  @Option(help: ArgumentHelp(say("المهلة، يوم هجري أو ميلادي.", "The last day for it, of either calendar.")))
  var deadline: DayArgument?

  @Option(help: ArgumentHelp(say("مكان الحفظ.", "Where it is filed.")))
  var filing: String?

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  mutating func validate() throws {
    guard [enclosures, enclosuresFound].allSatisfy({ (0...99_999).contains($0 ?? 0) }) else {
      throw ValidationError(say("عدد المرفقات من ٠ إلى ٩٩٬٩٩٩", "enclosures are counted from 0 to 99999"))
    }
    guard ["ordinary", "private", "confidential"].contains(confidentiality) else {
      throw ValidationError(
        say(
          "السرية واحدة من: ordinary، private، confidential",
          "confidentiality is one of: ordinary, private, confidential"))
    }
  }

  func run() throws {
    try options.withRegister(creates: true, interface) { register, log in
      guard let draft = draft(by: register.numbering.ummAlQura, log: &log) else { return }
      let entry = try register.recording(at: options.moment, log: &log) { recording, _ in
        try recording.record(draft)
      }
      guard let entry else { return }
      // What the label on the paper says (and nothing else is written on it): number, date, enclosures.
      print(
        "\(entry.number)\t\(entry.printed)\t\(entry.day.iso)\t\(entry.recordedAt.timeOfDay)\t\(enclosures ?? 0)"
      )
    }
  }

  private func draft(by calendar: UmmAlQura, log: inout DiagnosticLog) -> EntryDraft? {
    var draft = EntryDraft(series: isRequest ? .requests : .incoming)
    let name = TextCleaning.clean(from, as: .name)
    draft.particulars[.name] = name.value
    draft.particulars[.subject] = TextCleaning.clean(subject, as: .text).value
    draft.particulars[.party] = cleaned(party).map(Digits.ascii)
    draft.particulars[.capacity] = cleaned(capacity)
    if (name.value ?? "").isEmpty { log.error(.noSender) }
    let facts: [(EntryColumn, String?)] = [
      (.senderNumber, cleaned(senderNumber).map(Digits.ascii)), (.channel, channel),
      (.enclosureCount, enclosures.map { String($0) }), (.confidentiality, confidentiality),
      (.referredTo, cleaned(referTo)), (.required, cleaned(required)), (.filing, cleaned(filing)),
      (.preparer, options.by),
    ]
    for (column, value) in facts { draft.facts[column] = value }
    if let enclosures, let enclosuresFound {
      draft.facts[.enclosuresMatch] = enclosures == enclosuresFound ? "yes" : "no"
      if enclosures != enclosuresFound { log.warning(.enclosuresDiffer(enclosures, enclosuresFound)) }
    }
    draft.facts[.senderDate] = senderDate?.day(of: "--sender-date", by: calendar, log: &log)?.iso
    draft.facts[.deadline] = deadline?.day(of: "--deadline", by: calendar, log: &log)?.iso
    return log.hasErrors ? nil : draft
  }

  /// The words without what comes along unseen when they are pasted: directional marks, line ends, other controls.
  private func cleaned(_ text: String?) -> String? {
    text.flatMap { TextCleaning.clean($0, as: .text).value }
  }
}

/// `khitab register refer`: an incoming letter goes to a department.
struct Refer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يحيل وارداً إلى إدارة.", "Refer an incoming letter to a department."))

  @Argument(help: ArgumentHelp(say("رقم القيد.", "The entry's number.")))
  var number: String

  @Option(help: ArgumentHelp(say("الإدارة.", "The department.")), transform: { try WordsArgument.words($0) })
  var to: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.record(RegisterAct(.referral, by: options.by, reason: to), on: number, interface)
  }
}

/// `khitab register reply`: an incoming letter is answered by an outgoing one.
struct Reply: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: say("يربط وارداً برده الصادر.", "Say which outgoing letter answers an incoming one."))

  @Argument(help: ArgumentHelp(say("رقم القيد الوارد.", "The incoming entry's number.")))
  var number: String

  @Option(
    help: ArgumentHelp(
      say("رقم الخطاب الصادر أو رمز التحقق.", "The outgoing letter's number or verification code.")))
  var with: String

  @OptionGroup var options: RegisterOptions
  @OptionGroup var interface: InterfaceOptions

  func run() throws {
    try options.record(on: number, interface) { register, log in
      let letter = try register.entry(named: with, log: &log)
      return letter.map { RegisterAct(.reply, by: options.by, related: $0.number.description) }
    }
  }
}

extension RegisterAct {
  /// What happened, in the user's language.
  var shownKind: String { say(kind.arabicName, kind.rawValue) }
}

extension RegisterOptions {
  /// Records an act on the entry called `name`.
  func record(_ act: RegisterAct, on name: String, _ interface: InterfaceOptions) throws {
    try record(on: name, interface) { _, _ in act }
  }

  /// Records what `act` gives on the entry called `name`.
  fileprivate func record(
    on name: String, _ interface: InterfaceOptions,
    _ act: (Register, inout DiagnosticLog) throws -> RegisterAct?
  ) throws {
    try withRegister(interface) { register, log in
      guard let entry = try register.entry(named: name, log: &log), let act = try act(register, &log) else {
        return
      }
      let recorded = try register.recording(at: moment, log: &log) {
        try $0.record(act, on: entry.number, log: &$1)
      }
      if let recorded { print(entry.number, recorded.shownKind, recorded.day.iso, separator: "\t") }
    }
  }
}

extension Diagnostic.Message {
  fileprivate static let noSender = Self(
    "khitab.no-sender", arabic: "لم يُذكر اسم المرسل في --from",
    english: "The sender's name in --from is empty")
  fileprivate static func enclosuresDiffer(_ stated: Int, _ found: Int) -> Self {
    Self(
      "khitab.enclosures-differ", arabic: "يذكر الخطاب \(stated) من المرفقات، والموجود \(found)",
      english: "The letter states \(stated.english("enclosure")); \(found) found")
  }
}
