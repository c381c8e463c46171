public import Cases
import Diagnostics
import Records
public import Register
import Values

/// The cases that letters speak of, single ones and those of batches: such a letter is an act of its case, and is entered
/// in the case's timeline by the transaction that enters the letter.
///
/// What the case doesn't allow stops its letter, as `khitab case` would refuse the act.
public struct CaseCorrespondence: Sendable {
  private let template: String
  private let rules: CaseRules
  private let register: Register

  /// Whether letters of a template are acts of cases.
  ///
  /// Acts that print other papers too belong to the desk.
  public static func concerns(_ template: String) -> Bool {
    switch template {
    case "study-extension", "receipt-notice", "acceptance-letter", "conditional-acceptance",
      "rejection-letter":
      true
    default: false
    }
  }

  /// The correspondence of letters of a template with the cases of a register.
  public init(template: String, rules: CaseRules, register: Register) {
    self.template = template
    self.rules = rules
    self.register = register
  }

  /// A letter's act, found possible.
  struct Act {
    fileprivate let request: RegisterEntry
    fileprivate let event: CaseEvent
    fileprivate let place: Int
  }

  /// The request whose case a record's letter is for; `nil` where the register has no such case.
  func request(of record: Record) throws -> RegisterNumber? {
    guard case .identifier(let number)? = record.values["رقم الطلب"] else { return nil }
    let cases = try register.entries(named: number.stored).filter { entry in
      entry.number.series == .requests && entry.particulars != nil
        && entry.acts.contains { $0.kind == .caseAct }
    }
    return cases.count == 1 ? cases[0].number : nil
  }

  /// Says in `log` what in its case stands against a record's letter, before any number is taken.
  func check(
    _ record: Record, on day: CivilDate, by name: String, log: inout DiagnosticLog
  ) throws {
    guard let request = try request(of: record),
      let entry = try register.entries(named: request.description).first,
      let stored = try register.recordedCase(of: entry)
    else { return }
    _ = try act(in: stored, record, CaseLetter(number: "0", day: day), by: name, log: &log)
  }

  /// The act that a drawn letter is; `nil` with the reasons in `log` where its case doesn't allow it.
  func act(
    of letter: DrawnLetter, for request: RegisterNumber, by name: String, in recording: Recording,
    log: inout DiagnosticLog
  ) throws -> Act? {
    guard let entry = try recording.entry(request), let stored = try recording.recordedCase(of: entry) else {
      log.error(.gone(request), at: letter.record.location)
      return nil
    }
    let sent = CaseLetter(number: register.numbering.printed(letter.number), day: recording.now.day)
    return try act(in: stored, letter.record, sent, by: name, log: &log)
  }

  /// Enters a letter's act in its case.
  func keep(_ act: Act, sentAs letter: RegisterNumber, in recording: Recording) throws {
    var entry = RegisterAct(.caseAct, by: act.event.by, reason: act.event.command.kind.rawValue)
    entry.related = letter.description
    try recording.append(
      try CaseDesk.bytes(of: act.event), as: entry, toCaseOf: act.request, place: act.place)
  }

  private func act(
    in stored: RecordedCase, _ record: Record, _ letter: CaseLetter, by name: String,
    log: inout DiagnosticLog
  ) throws -> Act? {
    let file = try CaseDesk.file(of: stored)
    guard let command = command(stating: record, letter) else {
      let isInDoubt = [Self.extended.reason, Self.extended.until].contains { record.doubts[$0] != nil }
      if !isInDoubt { log.error(.unstated(file.number), at: record.location) }
      return nil
    }
    let event = CaseEvent(day: letter.day, by: name, command: command)
    guard let next = file.performing(event, under: rules, today: letter.day, log: &log) else {
      log.error(.refused(file.number), at: record.location)
      return nil
    }
    guard let paper = next.papers(under: rules).first(where: { $0.template == template }) else {
      log.error(.otherLetter(file.number), at: record.location)
      return nil
    }
    if case .sendDecision = command {
      let mistakes = Self.mistakes(in: record, against: paper, of: file.number)
      log.append(contentsOf: mistakes)
      if mistakes.hasErrors { return nil }
    }
    return Act(request: stored.entry, event: event, place: next.timeline.count)
  }

  /// What a decision's letter may not state in another way than the decision: no other amount goes out than was granted.
  private static let decided = [
    "مبلغ الدعم", "رقم القرار", "تاريخ القرار", "رقم الاجتماع", "تاريخ الاجتماع", "أسباب الاعتذار",
    "شروط القبول", "مهلة الشروط",
  ]

  /// What a record states otherwise than the decision, and an amount that was granted and isn't stated.
  private static func mistakes(
    in record: Record, against paper: CasePaper, of number: String
  ) -> DiagnosticLog {
    var log = DiagnosticLog()
    for field in decided {
      let (stated, decided) = (record.values[field], paper.values[field])
      // A letter needn't repeat the decision's number or day; it may not be silent about the money.
      if stated == nil, field != "مبلغ الدعم" || decided == nil || record.doubts[field] != nil { continue }
      let isSame = stated.map { stated in decided.map { stated.says($0) } ?? false } ?? false
      if isSame { continue }
      log.error(
        .undecided(field, stated?.entered, decided?.entered, number),
        at: record.origins[field] ?? record.location)
    }
    return log
  }

  /// What the letter of an extension states of it.
  private static let extended = (reason: "سبب التأخر", until: "الموعد الجديد")

  private func command(stating record: Record, _ letter: CaseLetter) -> CaseCommand? {
    switch template {
    case "receipt-notice": return .sendReceipt(letter)
    case "study-extension":
      guard case .text(let reason)? = record.values[Self.extended.reason],
        case .date(let until)? = record.values[Self.extended.until]
      else { return nil }
      return .extend(letter, reason: reason, until: until.day)
    default: return .sendDecision(letter, early: nil)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func gone(_ request: RegisterNumber) -> Self {
    Self(
      "issuing.case-gone", arabic: "لم تعد المعاملة \u{2066}\(request)\u{2069} في السجل",
      english: "The case \(request) isn't in the register any more")
  }
  fileprivate static func unstated(_ number: String) -> Self {
    Self(
      "issuing.case-unstated",
      arabic: "الخطاب إجراء في المعاملة \u{2066}\(number)\u{2069}، ولا يذكر السجل ما يُقيد فيها",
      english: "The letter is an act of case \(number), and the record doesn't state what is entered there")
  }
  fileprivate static func refused(_ number: String) -> Self {
    Self(
      "issuing.case-refuses",
      arabic: "الخطاب إجراء في المعاملة \u{2066}\(number)\u{2069}، وهي لا تجيزه",
      english: "The letter is an act of case \(number), which doesn't allow it")
  }
  fileprivate static func otherLetter(_ number: String) -> Self {
    Self(
      "issuing.case-other-letter",
      arabic: "ليس هذا الخطاب هو الذي يطلبه القرار في المعاملة \u{2066}\(number)\u{2069}",
      english: "This isn't the letter that the decision in case \(number) asks for")
  }
  fileprivate static func undecided(
    _ field: String, _ stated: String?, _ decided: String?, _ number: String
  ) -> Self {
    let (own, other) = (stated ?? "—", decided ?? "—")
    return Self(
      "issuing.case-decided-otherwise",
      arabic:
        "«\(field)» في السجل «\u{2068}\(own)\u{2069}»، وفي قرار المعاملة \u{2066}\(number)\u{2069} «\u{2068}\(other)\u{2069}»",
      english: "The record states “\(field)” as “\(own)”, and the decision in case \(number) as “\(other)”")
  }
}

extension Value {
  /// Whether two values say the same, however they were entered.
  fileprivate func says(_ other: Value) -> Bool {
    switch (self, other) {
    case (.date(let own), .date(let other)): own.day == other.day
    case (.identifier(let own), .identifier(let other)): own.stored == other.stored
    case (.list(let own), .list(let other)):
      // What a row of the decision says; a record's row may say more.
      own.count == other.count
        && zip(own, other).allSatisfy { own, other in
          other.allSatisfy { name, value in own[name].map { $0.says(value) } ?? false }
        }
    default: self == other
    }
  }
}
