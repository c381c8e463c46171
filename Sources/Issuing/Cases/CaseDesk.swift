public import Cases
public import Diagnostics
import Foundation
public import Layout
public import Register
import Templates
import Themes
public import Values

/// The desk of an office's cases: opens them, does what is asked in them, and makes the papers of each act.
///
/// A case is an entry of the register of requests. An act and all its papers are kept in one transaction: each paper has
/// its number, its entry and its file, and the act stands in the case, or nothing of it does.
public struct CaseDesk: Sendable {
  /// Whose cases they are.
  public let office: Office
  /// What the office has settled about cases.
  public let rules: CaseRules
  /// Keeps the cases and gives numbers.
  public let register: Register
  /// Keeps the letters' files.
  public let archive: LetterArchive
  /// Signs the letters, each as it gets its number; `nil` leaves them unsigned.
  public var signature: Issuer.Signature?
  /// Whether somebody signs whose word counts for nothing, which is then said on the letters.
  public var isSignedForTrial = false
  /// Whose key signs first: a letter that another officer signs is refused.
  public var keyHolder: KeyHolder?
  let installation: Installation
  let paginator: Paginator

  /// A desk over a register and an archive of letters.
  public init(
    office: Office, rules: CaseRules, register: Register, archive: LetterArchive, installation: Installation,
    paginator: Paginator
  ) {
    self.office = office
    self.rules = rules
    self.register = register
    self.archive = archive
    self.installation = installation
    self.paginator = paginator
  }

  // MARK: Reading

  /// The case that a number names; `nil` and a mistake where there is none.
  public func file(_ name: String, log: inout DiagnosticLog) throws -> CaseFile? {
    guard let entry = try entry(name, log: &log), let stored = try register.recordedCase(of: entry) else {
      return nil
    }
    return try Self.file(of: stored)
  }

  /// All cases, in the order they were opened.
  public func files() throws -> [CaseFile] { try Self.files(in: register) }

  /// All cases of a register, in the order they were opened.
  public static func files(in register: Register) throws -> [CaseFile] {
    try register.recordedCases().map(file)
  }

  /// The request's entry that a number names, as printed or canonical.
  func entry(_ name: String, log: inout DiagnosticLog) throws -> RegisterEntry? {
    let found = try register.entries(named: name).filter { entry in
      entry.number.series == .requests && entry.acts.contains { $0.kind == .caseAct }
    }
    if found.count != 1 { log.error(.noCase(name), hints: [.listCases]) }
    if let entry = found.first, found.count == 1, entry.particulars == nil {
      log.error(.destroyed(name))
      return nil
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The case as it was opened.
  static func draft(of stored: RecordedCase) throws -> CaseFile {
    try JSONDecoder().decode(CaseOpening.self, from: Data(stored.contents.first ?? []))
      .file(number: stored.entry.printed)
  }

  static func file(of stored: RecordedCase) throws -> CaseFile {
    let decoder = JSONDecoder()
    let draft = try draft(of: stored)
    let events = try stored.contents.dropFirst().map {
      try decoder.decode(CaseEvent.self, from: Data($0))
    }
    guard let file = draft.replaying(events) else {
      throw IssuingError.failed("the acts of \(stored.entry.number) don't follow one another")
    }
    return file
  }

  // MARK: Opening

  /// Opens a draft under the next number of the register of requests.
  public func open(
    _ opening: CaseOpening, by name: String, at now: Moment, log: inout DiagnosticLog
  ) throws -> CaseFile? {
    if rules.catalogue.service(named: opening.service) == nil {
      log.error(.notOffered(opening.service), hints: [.services(rules.catalogue.services.map(\.name))])
    }
    // The papers of the case will need every particular: what can't be read is said now.
    let file = opening.file(number: "0")
    _ = office.record(of: CasePaper(template: "", values: [:]), for: file, log: &log)
    guard !log.hasErrors else { return nil }
    return try register.recording(at: now, log: &log) { recording, _ -> CaseFile? in
      let entry = try recording.record(draft(of: opening, by: name))
      let act = RegisterAct(.caseAct, by: name, reason: "open")
      try recording.append(try Self.bytes(of: opening), as: act, toCaseOf: entry, place: 0)
      return opening.file(number: entry.printed)
    }
  }

  private func draft(of opening: CaseOpening, by name: String) -> EntryDraft {
    var draft = EntryDraft(
      series: .requests,
      facts: [.document: "طلب خدمة", .preparer: name, .retentionClass: "case"],
      particulars: [.name: opening.applicant.name, .subject: opening.service])
    var log = DiagnosticLog()
    let file = opening.file(number: "0")
    let record = office.record(of: CasePaper(template: "", values: [:]), for: file, log: &log)
    draft.particulars[.party] = record.flatMap { office.party(of: $0) }
    return draft
  }

  // MARK: Acts

  /// What an act left behind.
  public struct Step: Sendable {
    /// The case after the act.
    public var file: CaseFile
    /// Its papers, in order.
    public var papers: [PrintedPaper]
  }

  /// A paper of an act, drawn.
  public struct PrintedPaper: Hashable, Sendable {
    /// The template's identifier.
    public var template: String
    /// The file.
    public var file: [UInt8]
    /// Its entry in a register, where it has a number.
    public var entry: RegisterEntry?
  }

  /// Does an act in a case, with all its papers, or says why not and does nothing.
  ///
  /// - Parameters:
  ///   - command: the act; what number its letter, order or appeal has is settled here.
  ///   - name: the case's number.
  ///   - day: the day the act was done.
  ///   - order: who does it and who answers for its papers.
  ///   - now: the moment.
  ///   - approval: the name of the prepared act whose approval holds for it, if it was prepared.
  ///   - log: takes every reason for which it isn't done.
  /// - Returns: the case and the papers; `nil` where it was refused.
  /// - Throws: failures of the machine; then nothing is done either.
  public func perform(
    _ command: CaseCommand, in name: String, on day: CivilDate, as order: IssueOrder, at now: Moment,
    approvedAs approval: String? = nil, log: inout DiagnosticLog
  ) throws -> Step? {
    guard let entry = try entry(name, log: &log) else { return nil }
    let found = try approval.flatMap { try prepared($0, log: &log) }
    guard approval == nil || found != nil else { return nil }
    var staged: [LetterArchive.Staged] = []
    do {
      let step = try register.recording(at: now, log: &log) { recording, log -> Step? in
        try archive.settle(recording)
        guard let entry = try recording.entry(entry.number),
          let stored = try recording.recordedCase(of: entry)
        else { return nil }
        let file = try Self.file(of: stored)
        let command = named(command, in: file, log: &log).numbered("0")
        let event = CaseEvent(day: day, by: order.preparer, command: command)
        guard let draft = file.performing(event, under: rules, today: now.day, log: &log),
          let sheets = try sheets(of: draft, log: &log)
        else { return nil }
        var order = order
        if let found {
          if let withdrawal = try recording.withdrawal(ofBatch: found.id) {
            log.error(.withdrawn(found.id, withdrawal))
            return nil
          }
          let plan = try plan(of: event, in: file, sheets, as: order, log: &log)
          guard try order.take(found, for: plan, log: &log) else { return nil }
        }
        if sheets.contains(where: { $0.series == .outgoing }) {
          let registry = office.profile?.registry ?? RegistrySettings()
          order.check(against: registry, log: &log)
          order.checkApproval(against: registry, log: &log, hints: [.prepareAct])
        }
        guard !log.hasErrors else { return nil }
        return try keep(draft, sheets, of: entry, as: order, in: recording, &staged, log: &log)
      }
      if step == nil { archive.discard(staged) }
      for letter in staged where step != nil { try archive.keep(letter) }
      return step
    } catch {
      try? archive.settleAll(in: register, at: now)
      throw error
    }
  }

  /// Numbers the last act of `draft`, makes its papers and keeps all of it.
  private func keep(
    _ draft: CaseFile, _ sheets: [CaseSheet], of entry: RegisterEntry, as order: IssueOrder,
    in recording: Recording, _ staged: inout [LetterArchive.Staged], log: inout DiagnosticLog
  ) throws -> Step? {
    let numbers = try numbers(of: sheets, in: recording)
    var event = draft.timeline[draft.timeline.count - 1]
    let principal = zip(sheets, numbers).first { $0.0.isPrincipal(of: event.command) }?.1
    if let principal { event.command = event.command.numbered(register.numbering.printed(principal)) }
    let before = try recording.recordedCase(of: entry).map(Self.file)
    guard let file = before?.replaying([event]) else { return nil }
    var printed: [PrintedPaper] = []
    for (sheet, number) in zip(sheets, numbers) {
      guard
        let paper = try print(
          sheet, number, for: file, of: entry, as: order, in: recording, &staged, log: &log)
      else { return nil }
      printed.append(paper)
    }
    var act = RegisterAct(.caseAct, by: event.by, reason: event.command.kind.rawValue)
    if case .sendDecision(_, let early?) = event.command { act.approver = early.approver }
    act.related = principal?.description
    try recording.append(
      try Self.bytes(of: event), as: act, toCaseOf: entry, place: file.timeline.count)
    return Step(file: file, papers: printed)
  }

  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}

extension Diagnostic.Message {
  fileprivate static func noCase(_ number: String) -> Self {
    Self(
      "issuing.no-case", arabic: "لا توجد معاملة برقم \u{2066}\(number)\u{2069}",
      english: "There is no case \(number)")
  }
  fileprivate static func destroyed(_ number: String) -> Self {
    Self(
      "issuing.case-destroyed", arabic: "أُتلف ما في المعاملة \u{2066}\(number)\u{2069} بعد انقضاء مدة حفظها",
      english: "What the case \(number) said was destroyed when its time was over")
  }
  fileprivate static func notOffered(_ service: String) -> Self {
    Self(
      "issuing.case-service", arabic: "ليست «\u{2068}\(service)\u{2069}» من خدمات دليل الدعم",
      english: "“\(service)” isn't a service of the catalogue")
  }
}

extension Diagnostic.Hint {
  fileprivate static let listCases = Self(
    arabic: "الأرقام في khitab case list", english: "`khitab case list` shows the numbers")
  fileprivate static func services(_ names: [String]) -> Self {
    Self(
      arabic: "الخدمات: \(names.joined(separator: "، "))",
      english: "The services are: \(names.joined(separator: ", "))")
  }
}
