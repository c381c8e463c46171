public import Cases
import Cryptography
public import Diagnostics
import Records
import Register
import Themes
public import Values

extension CaseDesk {
  /// An act that is prepared for approval.
  public struct PreparedAct: Sendable {
    /// What is approved.
    public var plan: BatchPlan
    /// The case as it would stand then.
    public var file: CaseFile
    /// Drafts of its letters, without numbers, for whoever approves it to look at.
    public var drafts: [PrintedPaper]
  }

  /// Prepares an act for approval: the case allows it, its letters can be made, and nothing is done yet.
  ///
  /// The plan holds hashes of what the act says and of all that its papers come of; the day of its letter, which is that on
  /// which it goes out, isn't among it.
  public func prepare(
    _ command: CaseCommand, in name: String, on day: CivilDate, as order: IssueOrder, at now: Moment,
    log: inout DiagnosticLog
  ) throws -> PreparedAct? {
    guard let entry = try entry(name, log: &log), let stored = try register.recordedCase(of: entry) else {
      return nil
    }
    order.checkPreparer(against: office.profile?.registry ?? RegistrySettings(), log: &log)
    let file = try Self.file(of: stored)
    let command = named(command, in: file, log: &log).numbered("0")
    let event = CaseEvent(day: day, by: order.preparer, command: command)
    guard let draft = file.performing(event, under: rules, today: now.day, log: &log),
      let sheets = try sheets(of: draft, log: &log)
    else { return nil }
    var drafts: [PrintedPaper] = []
    for sheet in sheets where sheet.series != nil {
      guard let record = record(of: sheet, in: draft, log: &log) else { continue }
      let read = ReadRecord(record: record, log: DiagnosticLog())
      guard try sheet.issuer.canBeMade(read, as: order, at: now, log: &log),
        let paper = try sheet.issuer.draft(of: read, at: now)
      else { continue }
      drafts.append(PrintedPaper(template: sheet.template, file: paper))
    }
    guard !log.hasErrors, let plan = try plan(of: event, in: file, sheets, as: order, log: &log) else {
      return nil
    }
    return PreparedAct(plan: plan, file: draft, drafts: drafts)
  }

  /// The next act of a case as what is approved: its papers are the members.
  func plan(
    of event: CaseEvent, in file: CaseFile, _ sheets: [CaseSheet], as order: IssueOrder,
    log: inout DiagnosticLog
  ) throws -> BatchPlan? {
    // The letter may go out on another day than the one it was prepared on.
    var event = event
    event.command = event.command.numbered("0", on: CivilDate(year: 1970, month: 1, day: 1))
    guard let timeless = file.replaying([event]) else { return nil }
    var inputs: [String: String] = [:]
    var members = [
      BatchPlan.Member(
        ordinal: 0, mark: "act", values: SHA256Digest(of: try Self.bytes(of: event.command)).description,
        refusals: [], warnings: [])
    ]
    for (index, sheet) in sheets.enumerated() {
      guard var record = record(of: sheet, in: timeless, log: &log) else { return nil }
      record.values[Theme.letterNumber.name] = nil
      record.values[Theme.letterDate.name] = nil
      // The words across a trial's letters come with the key that signs, after the approval.
      var composer = sheet.issuer.composer
      composer.options.isSignedForTrial = false
      var own = sheet.issuer.inputs
      own.theme = LetterInputs.theme(of: composer)
      for (column, hash) in own.byColumn {
        let isOwn = [EntryColumn.templateHash, .themeHash].map(\.rawValue).contains(column)
        inputs[isOwn ? "\(column) \(sheet.template)" : column] = hash
      }
      members.append(
        BatchPlan.Member(
          ordinal: index + 1, mark: sheet.template, values: RecordDigest(of: record).hexadecimal,
          refusals: [], warnings: []))
    }
    var plan = BatchPlan(
      template: event.command.kind.rawValue, records: [], office: [], channel: order.channel,
      preparer: order.preparer, inputs: inputs, members: members, samples: [])
    plan.caseAct = "\(file.number) \(file.timeline.count)"
    return plan
  }

  private func record(of sheet: CaseSheet, in file: CaseFile, log: inout DiagnosticLog) -> Record? {
    file.papers(under: rules).first { $0.template == sheet.template }.flatMap {
      office.record(of: $0, for: file, log: &log)
    }
  }

  /// The prepared act of a name, if somebody approved it.
  func prepared(_ name: String, log: inout DiagnosticLog) throws -> RegisteredBatch? {
    guard let found = try register.batch(name), try BatchPlan(text: found.plan).caseAct != nil else {
      log.error(.noPreparedAct(name))
      return nil
    }
    if let withdrawal = found.withdrawal {
      log.error(.withdrawn(name, withdrawal))
      return nil
    }
    guard PlanApproval(found) != nil else {
      log.error(.actNotApproved(name))
      return nil
    }
    return found
  }
}

extension IssueOrder {
  /// Takes the words that were given for a prepared act, if `plan` is what they were given for.
  ///
  /// - Returns: whether they hold; else what has changed is in `log`.
  mutating func take(_ found: RegisteredBatch, for plan: BatchPlan?, log: inout DiagnosticLog) throws -> Bool
  {
    guard var plan, let approval = PlanApproval(found) else { return false }
    let approved = try BatchPlan(text: found.plan)
    // Whoever does the act, it is as its preparer had it approved, and which preparation it was doesn't matter.
    (plan.preparer, plan.round) = (approved.preparer, approved.round)
    let changed = plan.changes(since: approved)
    guard changed.isEmpty else {
      log.error(.actChanged(found.id, changed), hints: [.prepareAct])
      return false
    }
    (self.approval, approver, reviewer) = (approval, approval.approver.by, approval.reviewer?.by)
    preparer = approved.preparer
    return true
  }
}

extension BatchPlan {
  /// What of an act isn't as another plan has it, by Arabic and English names.
  fileprivate func changes(since approved: BatchPlan) -> [(arabic: String, english: String)] {
    var changes: [(arabic: String, english: String)] = []
    if caseAct != approved.caseAct { changes.append(("موضع المعاملة", "the case or its place in it")) }
    if template != approved.template || members.first != approved.members.first {
      changes.append(("الإجراء", "the act"))
    }
    if members.dropFirst() != approved.members.dropFirst() {
      changes.append((EntryColumn.valuesHash.arabicTitle, EntryColumn.valuesHash.rawValue))
    }
    if channel != approved.channel { changes.append((EntryColumn.channel.arabicTitle, "channel")) }
    let names = Set(inputs.keys).union(approved.inputs.keys).filter { inputs[$0] != approved.inputs[$0] }
    for name in names.sorted() {
      let column = name.split(separator: " ").first.flatMap { EntryColumn(rawValue: String($0)) }
      changes.append((column?.arabicTitle ?? name, name))
    }
    return changes
  }
}

extension Diagnostic.Message {
  fileprivate static func noPreparedAct(_ name: String) -> Self {
    Self(
      "issuing.no-prepared-act", arabic: "لا إجراء مُعد باسم «\u{2068}\(name)\u{2069}»",
      english: "No act was prepared as “\(name)”")
  }
  fileprivate static func actNotApproved(_ name: String) -> Self {
    Self(
      "issuing.act-not-approved", arabic: "الإجراء المُعد «\u{2068}\(name)\u{2069}» لم يُعتمد بعد",
      english: "The prepared act “\(name)” isn't approved yet")
  }
  fileprivate static func actChanged(
    _ name: String, _ changes: [(arabic: String, english: String)]
  ) -> Self {
    Self(
      "issuing.act-changed",
      arabic:
        "بطل اعتماد «\u{2068}\(name)\u{2069}»، فقد تغيّر بعد الإعداد: \(changes.map(\.arabic).joined(separator: "، "))",
      english:
        "The approval of “\(name)” holds no more: changed since it was prepared: \(changes.map(\.english).joined(separator: ", "))"
    )
  }
}
