import Diagnostics
import Values

/// A condition of an act, named for what has to be so.
public enum CaseGuard: String, Hashable, Sendable, CaseIterable {
  case isOffered, isWorded, isRepresented, copyHasBasis, isSigned, receiptIsNew, letterIsNumbered,
    daysHaveBegun
  case meetingIsAhead, somethingIsMissing, nothingIsMissing, deadlineIsAhead, isExplained, isDeclared,
    receiptWasSent
  case decisionIsOfMeeting, isWithinCeiling, amountIsApproved, hasConditions, hasReasons
  case decisionIsUntold, decisionWasTold, waited, isUnregistered, isRegistered, conditionsAreMet
  case surveyIsNew, surveyWasSent, isInAppealTime, isHeardByAnother, appealIsOver

  /// Why `event` can't be done in `file`; `nil` where this condition holds.
  func refusal(of event: CaseEvent, in file: CaseFile, under rules: CaseRules) -> Diagnostic.Message? {
    repetition(in: file) ?? refusalOfRequest(of: event, in: file, under: rules)
  }

  /// Why this condition can't hold any more in `file`, however the act is worded: what is done once was done.
  func repetition(in file: CaseFile) -> Diagnostic.Message? {
    switch self {
    case .receiptIsNew: file.receiptNotice.map { .saidBefore($0) }
    case .surveyIsNew: file.completionNotice.map { .saidBefore($0) }
    case .decisionIsUntold: file.decisionLetter.map { .saidBefore($0) }
    case .isUnregistered: file.registration.map { .registered($0.mark) }
    case .isInAppealTime: file.appealReply == nil ? nil : .appealedBefore
    default: nil
    }
  }

  private func refusalOfRequest(
    of event: CaseEvent, in file: CaseFile, under rules: CaseRules
  ) -> Diagnostic.Message? {
    switch self {
    case .isOffered:
      rules.catalogue.service(named: file.service) == nil ? .notOffered(file.service) : nil
    case .isWorded: file.details.isBlank || file.applicant.name.isBlank ? .notWorded : nil
    case .isRepresented: representation(event, file)
    case .copyHasBasis:
      if case .addDocument(let document) = event.command, case .copied(let basis) = document.keeping,
        basis.isBlank
      {
        .copyWithoutBasis(document.kind)
      } else {
        nil
      }
    case .isSigned: signer(event).isBlank ? .notSigned : nil
    case .letterIsNumbered: letter(event)
    case .daysHaveBegun: rules.earliestReply(to: file) == nil ? .clockStands : nil
    case .isExplained: explanation(event).isBlank ? .notExplained(event.command.kind) : nil
    default: refusalOfStudy(of: event, in: file, under: rules)
    }
  }

  private func refusalOfStudy(
    of event: CaseEvent, in file: CaseFile, under rules: CaseRules
  ) -> Diagnostic.Message? {
    let shortages = rules.catalogue.service(named: file.service)?.shortages(of: file) ?? []
    switch self {
    case .somethingIsMissing: return shortages.isEmpty ? .nothingMissing : nil
    case .nothingIsMissing: return shortages.isEmpty ? nil : .missing(shortages)
    case .deadlineIsAhead: return deadline(event).map { $0 > event.day } ?? true ? nil : .deadlinePast
    case .meetingIsAhead:
      if case .present(_, let day, _) = event.command, day < event.day { return .meetingPast(day) }
      return nil
    case .isDeclared: return file.declaration == nil ? .notDeclared : nil
    case .receiptWasSent: return file.receiptNotice == nil ? .noReceipt : nil
    default: return refusalOfDecision(of: event, in: file, under: rules)
    }
  }

  private func refusalOfDecision(
    of event: CaseEvent, in file: CaseFile, under rules: CaseRules
  ) -> Diagnostic.Message? {
    let decision = event.command.decision
    let service = rules.catalogue.service(named: file.service)
    switch self {
    case .decisionIsOfMeeting:
      guard let decision, let meeting = file.meeting else { return nil }
      if decision.meeting != meeting { return .otherMeeting(decision.meeting, meeting) }
      return decision.day == event.day && !decision.number.isBlank ? nil : .decisionDay
    case .isWithinCeiling:
      guard let amount = decision?.amount, let ceiling = service?.ceiling else { return nil }
      return amount > ceiling ? .overCeiling(ceiling) : nil
    case .amountIsApproved:
      guard let amount = decision?.amount, let limit = service?.approvalAbove, amount > limit else {
        return nil
      }
      let approver = service?.approver ?? ""
      return decision?.approver == approver ? nil : .notApproved(limit, approver)
    case .hasConditions:
      let states = decision?.conditions.contains { !$0.isBlank } == true
      let isAhead = decision?.deadline.map { $0 > event.day } == true
      return states && isAhead ? nil : .noConditions
    case .hasReasons: return decision?.reasons.contains { !$0.isBlank } == true ? nil : .noReasons
    default: return refusalOfOutcome(of: event, in: file, under: rules)
    }
  }

  private func refusalOfOutcome(
    of event: CaseEvent, in file: CaseFile, under rules: CaseRules
  ) -> Diagnostic.Message? {
    switch self {
    case .waited: wait(event, file, rules)
    case .decisionWasTold: file.decisionLetter == nil ? .untold : nil
    case .isRegistered: file.registration == nil ? .unregistered : nil
    case .conditionsAreMet:
      file.state == .acceptedConditionally && !file.areConditionsMet ? .conditionsOpen : nil
    case .surveyWasSent: file.completionNotice == nil ? .noSurvey : nil
    case .isInAppealTime:
      if let told = file.decisionLetter?.day, told.days(to: event.day) > rules.appealDays {
        .appealLate(told.adding(days: rules.appealDays))
      } else {
        nil
      }
    case .isHeardByAnother: event.by == file.decision?.decidedBy ? .sameJudge : nil
    case .appealIsOver:
      if file.appealReply == nil, let told = file.decisionLetter?.day,
        told.days(to: event.day) <= rules.appealDays
      {
        .appealOpen(told.adding(days: rules.appealDays))
      } else {
        nil
      }
    default: nil
    }
  }

  // MARK: What an act states

  private func representation(_ event: CaseEvent, _ file: CaseFile) -> Diagnostic.Message? {
    let applicant = file.applicant
    let isDeedless = applicant.agent?.isBlank ?? true || applicant.agencyDeed?.isBlank ?? true
    if applicant.isMinor(on: event.day), isDeedless { return .minorAlone }
    return applicant.agent != nil && isDeedless ? .agentWithoutDeed : nil
  }

  /// The office's minimum of days: no decision letter before its day, unless an approver lets it go and says why.
  private func wait(_ event: CaseEvent, _ file: CaseFile, _ rules: CaseRules) -> Diagnostic.Message? {
    guard case .sendDecision(let letter, let early) = event.command else { return nil }
    guard let earliest = rules.earliestReply(to: file) else { return .clockStands }
    if letter.day >= earliest { return nil }
    guard let early else { return .tooEarly(earliest, days: rules.window.minReplyDays) }
    guard rules.earlyReplyApprovers.contains(early.approver) else { return .notAnApprover(early.approver) }
    return early.reason.isBlank ? .overrideWithoutReason : nil
  }

  private func letter(_ event: CaseEvent) -> Diagnostic.Message? {
    guard let letter = event.command.letter else { return nil }
    if letter.number.isBlank { return .unnumbered }
    return letter.day == event.day ? nil : .letterDay
  }

  private func signer(_ event: CaseEvent) -> String {
    switch event.command {
    case .declare(let name), .deliver(let name): name
    default: ""
    }
  }

  private func deadline(_ event: CaseEvent) -> CivilDate? {
    switch event.command {
    case .askForMissing(_, let day), .extend(_, _, let day): day
    default: nil
    }
  }

  private func explanation(_ event: CaseEvent) -> String {
    switch event.command {
    case .refer(let words), .answerReferral(let words), .withdraw(let words), .extend(_, let words, _),
      .appeal(_, let words), .upholdRefusal(_, let words), .reopen(_, let words):
      words
    default: ""
    }
  }
}

extension CaseCommand {
  /// What the committee decided, where the act is a decision.
  var decision: CaseDecision? {
    switch self {
    case .accept(let decision), .acceptConditionally(let decision), .refuse(let decision),
      .postpone(let decision):
      decision
    default: nil
    }
  }
}

extension String {
  /// Whether nothing is written.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
