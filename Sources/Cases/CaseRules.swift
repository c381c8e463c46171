public import Values

/// What an association has settled about cases, and the table of what may be done where.
public struct CaseRules: Hashable, Sendable {
  /// The services and what they ask for.
  public var catalogue: SupportCatalogue
  /// The days within which a reply goes out.
  public var window: ReplyWindow
  /// Who may let a reply go out before its day, by name.
  public var earlyReplyApprovers: [String]
  /// Calendar days from the decision's letter within which an appeal is taken.
  public var appealDays: Int
  /// The days within which an accepted applicant is asked to come.
  public var visitDays: Int

  /// The rules of an association.
  public init(
    catalogue: SupportCatalogue, window: ReplyWindow = ReplyWindow(), earlyReplyApprovers: [String] = [],
    appealDays: Int = 30, visitDays: Int = 15
  ) {
    self.catalogue = catalogue
    self.window = window
    self.earlyReplyApprovers = earlyReplyApprovers
    self.appealDays = appealDays
    self.visitDays = visitDays
  }

  /// One line of the table: what, from where, to where, on which conditions.
  public struct Transition: Hashable, Sendable {
    /// Where a case goes.
    public enum Target: Hashable, Sendable {
      /// It stays where it is.
      case same
      /// It goes back to where it was referred from.
      case back
      /// It goes to a state.
      case state(CaseState)
    }

    /// The act.
    public var command: CaseCommand.Kind
    /// The states in which it may be done.
    public var from: Set<CaseState>
    /// Where it leads.
    public var target: Target
    /// What has to be so.
    public var guards: [CaseGuard]
  }

  /// The whole table; an act that no line allows in a case's state is refused.
  public static let table: [Transition] = [
    .init(.submit, [.draft], .state(.received), .isOffered, .isWorded, .isRepresented),
    .init(.addDocument, [.draft, .received, .incomplete], .same, .copyHasBasis),
    .init(.declare, [.draft, .received, .incomplete, .complete], .same, .isSigned),
    .init(.sendReceipt, studied, .same, .receiptIsNew, .daysHaveBegun, .letterIsNumbered),
    .init(
      .askForMissing, [.received, .incomplete], .state(.incomplete), .somethingIsMissing, .deadlineIsAhead,
      .letterIsNumbered),
    .init(.confirmComplete, [.received, .incomplete], .state(.complete), .nothingIsMissing),
    .init(.refer, [.draft, .received, .incomplete, .complete], .state(.referred), .isExplained),
    .init(.answerReferral, [.referred], .back, .isExplained),
    .init(
      .present, [.complete, .postponed], .state(.presented), .nothingIsMissing, .isDeclared, .receiptWasSent,
      .meetingIsAhead),
    .init(
      .accept, [.presented], .state(.accepted), .decisionIsOfMeeting, .isWithinCeiling, .amountIsApproved),
    .init(
      .acceptConditionally, [.presented], .state(.acceptedConditionally), .decisionIsOfMeeting,
      .isWithinCeiling, .amountIsApproved, .hasConditions),
    .init(.refuse, [.presented], .state(.refused), .decisionIsOfMeeting, .hasReasons),
    .init(.postpone, [.presented], .state(.postponed), .decisionIsOfMeeting, .hasReasons),
    .init(
      .extend, [.received, .incomplete, .complete, .presented, .postponed], .same, .isExplained,
      .deadlineIsAhead, .letterIsNumbered),
    .init(
      .sendDecision, decided, .same, .decisionIsUntold, .letterIsNumbered, .waited),
    .init(.confirmConditions, [.acceptedConditionally], .same, .decisionWasTold),
    .init(
      .register, [.accepted, .acceptedConditionally], .same, .nothingIsMissing, .decisionWasTold,
      .isUnregistered, .letterIsNumbered),
    .init(
      .order, [.accepted, .acceptedConditionally], .state(.inService), .decisionWasTold, .isRegistered,
      .conditionsAreMet),
    .init(.deliver, [.inService], .state(.served), .isSigned),
    .init(.sendSurvey, [.served], .same, .surveyIsNew, .letterIsNumbered),
    .init(.appeal, [.refused], .state(.appealed), .decisionWasTold, .isExplained, .isInAppealTime),
    .init(.upholdRefusal, [.appealed], .state(.refused), .isExplained, .isHeardByAnother, .letterIsNumbered),
    .init(.reopen, [.appealed], .state(.complete), .isExplained, .isHeardByAnother, .letterIsNumbered),
    .init(
      .withdraw,
      [
        .draft, .received, .incomplete, .complete, .referred, .presented, .postponed, .accepted,
        .acceptedConditionally,
      ], .state(.withdrawn), .isExplained),
    .init(.close, [.served], .state(.closed), .surveyWasSent),
    .init(.close, [.refused], .state(.closed), .decisionWasTold, .appealIsOver),
  ]

  private static let studied: Set<CaseState> = [.received, .incomplete, .complete, .referred]
  private static let decided: Set<CaseState> = [.accepted, .acceptedConditionally, .refused]

  /// The line for an act in a state.
  public static func transition(_ command: CaseCommand.Kind, from state: CaseState) -> Transition? {
    table.first { $0.command == command && $0.from.contains(state) }
  }

  /// The acts that the table knows in a state, in its order.
  public static func commands(from state: CaseState) -> [CaseCommand.Kind] {
    table.filter { $0.from.contains(state) }.map(\.command)
  }

  /// The first day of a reply to a case: `nil` before it is handed in, or before it is complete where that counts.
  ///
  /// A referral to the social research officer neither starts nor moves the days.
  public func earliestReply(to file: CaseFile) -> CivilDate? {
    file.received.flatMap { window.earliestReply(receipt: $0, completeness: file.completed) }
  }

  /// The last day of a reply to a case, where the office has set one.
  public func latestReply(to file: CaseFile, week: WorkingWeek) -> CivilDate? {
    file.received.flatMap {
      window.latestReply(receipt: $0, completeness: file.completed, week: week)
    }
  }
}

extension CaseRules.Transition {
  fileprivate init(
    _ command: CaseCommand.Kind, _ from: Set<CaseState>, _ target: Target, _ guards: CaseGuard...
  ) {
    self.init(command: command, from: from, target: target, guards: guards)
  }
}
