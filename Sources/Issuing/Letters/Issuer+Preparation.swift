public import Diagnostics
public import Records
public import Register
import Themes
public import Values

extension Issuer {
  /// Prepares one letter for approval: tries it as far as it can be tried without a number, and plans it as a batch of
  /// one.
  ///
  /// - Parameters:
  ///   - record: the letter's record.
  ///   - ordinal: which record of the file it is, from 1.
  ///   - template: the template as it was asked for.
  ///   - options: the options that name the records, to find them again.
  ///   - office: the options that say whose letter it is.
  ///   - order: who prepares it, the channel, what it relates to.
  ///   - now: the moment of preparing.
  ///   - log: takes what stands against it.
  /// - Returns: the plan; `nil` where anything stands against the letter.
  /// - Throws: failures of the register.
  public func prepare(
    _ record: ReadRecord, ordinal: Int, template: String, records options: [String], office: [String],
    as order: IssueOrder, at now: Moment, log: inout DiagnosticLog
  ) throws -> BatchPlan? {
    var own = DiagnosticLog()
    order.checkPreparer(against: composer.office.profile?.registry ?? .init(), log: &own)
    let isMade = try canBeMade(record, as: order, at: now, log: &own)
    log.append(contentsOf: own)
    guard isMade, !own.hasErrors else { return nil }
    try warnOfEarlierLetter(of: record.record, log: &log)
    warnOfFormerMember(record.record, log: &log)
    let mark = MemberKey.text(of: record.record, office: composer.office) ?? "record \(ordinal)"
    let member = BatchPlan.Member(
      ordinal: ordinal, mark: register.memberMark(mark),
      values: RecordDigest(of: record.record).hexadecimal, refusals: [], warnings: [])
    var plan = BatchPlan(
      template: template, records: options, office: office, channel: order.channel,
      preparer: order.preparer, inputs: inputs.byColumn, members: [member], samples: [])
    plan.prepared = now.day.iso
    plan.attachesData = composer.attachesData
    plan.relation = order.relation?.kind
    plan.related = order.relation?.number.description
    return plan
  }
}

extension BatchPlan {
  /// Keeps a plan, of a batch, a letter or an act of a case, to be approved by its name.
  ///
  /// The same that is prepared again is the same plan and has the same name. What was withdrawn since, or issued and
  /// voided, or changed by hand, is prepared anew under another.
  ///
  /// - Parameters:
  ///   - register: keeps it.
  ///   - name: what its name begins with.
  ///   - now: the moment.
  ///   - log: takes what stands against it: a letter that is out isn't prepared again.
  /// - Returns: its name.
  /// - Throws: failures of the register.
  public func kept(
    in register: Register, named name: String, at now: Moment, log: inout DiagnosticLog
  ) throws -> String? {
    var plan = self
    while true {
      let (id, text) = (try plan.id(named: name), try plan.text())
      guard let found = try register.batch(id) else {
        try register.keep(batch: id, template: template, plan: text, at: now)
        return id
      }
      let isBatch = prepared == nil && caseAct == nil
      // One that was changed by hand is nobody's.
      let stands = found.withdrawal == nil && found.plan == text
      // A batch goes on where it was.
      if stands && isBatch { return id }
      let issued = try register.letters(issuedAs: found)
      if stands && issued.isEmpty { return id }
      let letters = issued.filter { $0.state != .void }
      if stands, let letter = letters.first {
        log.error(.issuedAlready(id, letter.number), hints: [.copyOrVoid])
        return nil
      }
      if isBatch, !letters.isEmpty { log.warning(.partlyIssued(id, letters.count), hints: [.leaveOut]) }
      plan.round = (plan.round ?? 1) + 1
    }
  }

  /// Who answers for the plan's letters and what else was settled when they were planned.
  public func order(approvedBy approval: PlanApproval) -> IssueOrder {
    var order = IssueOrder(preparer: preparer, approval: approval, channel: channel)
    if let relation, let number = related.flatMap(RegisterNumber.init) {
      order.relation = .init(relation, to: number)
    }
    return order
  }
}

extension Diagnostic.Message {
  fileprivate static func partlyIssued(_ name: String, _ count: Int) -> Self {
    Self(
      "issuing.batch-partly-issued",
      arabic: "خطابات صدرت من «\u{2068}\(name)\u{2069}» قبل سحبها: \(count)، وقد يصدر لأصحابها خطاب ثانٍ",
      english:
        "Letters issued of “\(name)” before it was withdrawn: \(count); the same members may get a second one"
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static let leaveOut = Self(
    arabic: "استبعد سجلاتهم قبل التخطيط، وانظر khitab batch report",
    english: "Leave their records out before planning; see `khitab batch report`")
  fileprivate static let copyOrVoid = Self(
    arabic: "نسخه بـ khitab copy، وإن كان فيه خطأ فألغه بـ khitab register void ثم أعدّه من جديد",
    english:
      "`khitab copy` gives copies; void it with `khitab register void` if it is wrong, then prepare it anew")
}
