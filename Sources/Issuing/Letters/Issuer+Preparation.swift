public import Diagnostics
public import Records
import Register
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
    let mark = MemberKey.text(of: record.record, office: composer.office) ?? "record \(ordinal)"
    let member = BatchPlan.Member(
      ordinal: ordinal, mark: register.memberMark(mark),
      values: RecordDigest.hexadecimal(of: record.record), refusals: [], warnings: [])
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
  /// Who answers for the plan's letters and what else was settled when they were planned.
  public func order(approvedBy approval: PlanApproval) -> IssueOrder {
    var order = IssueOrder(preparer: preparer, approval: approval, channel: channel)
    if let relation, let number = related.flatMap(RegisterNumber.init) {
      order.relation = .init(relation, to: number)
    }
    return order
  }
}
