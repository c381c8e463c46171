public import Values

extension CaseFile {
  /// The acts that may be done now, in the table's order, without those that are done once and were; whether the rest of
  /// their conditions hold is asked when they are done.
  public var possibleActs: [CaseCommand.Kind] {
    CaseRules.commands(from: state).filter { act in
      CaseRules.transition(act, from: state)?.guards.allSatisfy { $0.repetition(in: self) == nil } == true
    }
  }

  /// The days since it was handed in, until it ended or else until `today`; `nil` before.
  public func age(on today: CivilDate) -> Int? {
    let end = state.isFinal ? lastDay : today
    return received.map { $0.days(to: end) }
  }

  /// What is to be done next, by the policy's order; `nil` where nothing is.
  ///
  /// It is what a clerk looks for first; whether its conditions hold on a day is asked when it is done.
  public func nextStep(under rules: CaseRules) -> CaseCommand.Kind? {
    let isShort = rules.catalogue.service(named: service).map { !$0.shortages(of: self).isEmpty } ?? false
    switch state {
    case .draft: return .submit
    case .received, .incomplete:
      // The notice names the day of the reply, so it waits until the days have begun.
      if receiptNotice == nil, rules.earliestReply(to: self) != nil { return .sendReceipt }
      if isShort { return state == .received ? .askForMissing : .addDocument }
      return .confirmComplete
    case .complete:
      if declaration == nil { return .declare }
      return receiptNotice == nil ? .sendReceipt : .present
    case .referred: return .answerReferral
    case .presented: return .accept
    case .postponed: return .present
    case .accepted, .acceptedConditionally:
      if decisionLetter == nil { return .sendDecision }
      if registration == nil { return .register }
      return state == .acceptedConditionally && !areConditionsMet ? .confirmConditions : .order
    case .refused: return decisionLetter == nil ? .sendDecision : .close
    case .appealed: return .upholdRefusal
    case .inService: return .deliver
    case .served: return completionNotice == nil ? .sendSurvey : .close
    case .closed, .withdrawn: return nil
    }
  }
}
