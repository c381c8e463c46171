public import Diagnostics
public import Values

extension CaseFile {
  /// The case after `event`, or nothing, with every reason of the refusal in `log`.
  ///
  /// - Parameters:
  ///   - event: what is to be done, when and by whom.
  ///   - rules: what the association has settled.
  ///   - today: the day on which the office works; nothing is entered for a day to come.
  ///   - log: takes a sentence for each condition that doesn't hold.
  /// - Returns: the case with the act in its timeline, or `nil` where it is refused.
  public func performing(
    _ event: CaseEvent, under rules: CaseRules, today: CivilDate, log: inout DiagnosticLog
  ) -> CaseFile? {
    var refusals: [Diagnostic.Message] = []
    if event.day > today { refusals.append(.dayToCome(event.day)) }
    if event.day < lastDay { refusals.append(.outOfOrder(lastDay)) }
    if event.by.isBlank { refusals.append(.nobody) }
    let kind = event.command.kind
    guard let transition = CaseRules.transition(kind, from: state) else {
      log.error(.notHere(kind, state), hints: [.possible(possibleActs)])
      for refusal in refusals { log.error(refusal) }
      return nil
    }
    refusals += transition.guards.compactMap { $0.refusal(of: event, in: self, under: rules) }
    guard refusals.isEmpty else {
      for refusal in refusals { log.error(refusal) }
      return nil
    }
    var next = self
    next.record(event, to: target(of: transition))
    return next
  }

  /// The case that a stored timeline tells of; nothing is asked again of what was done.
  public func replaying(_ events: [CaseEvent]) -> CaseFile? {
    var file = self
    for event in events {
      guard let transition = CaseRules.transition(event.command.kind, from: file.state) else { return nil }
      file.record(event, to: file.target(of: transition))
    }
    return file
  }

  private func target(of transition: CaseRules.Transition) -> CaseState {
    switch transition.target {
    case .same: state
    case .back: referrals.last?.from ?? .received
    case .state(let next): next
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func notHere(_ kind: CaseCommand.Kind, _ state: CaseState) -> Self {
    Self(
      "cases.not-here", arabic: "لا يكون «\(kind.arabicName)» والطلب «\(state.arabicName)».",
      english: "“\(kind.rawValue)” isn't possible while the case is “\(state.rawValue)”.")
  }
  fileprivate static func dayToCome(_ day: CivilDate) -> Self {
    Self(
      "cases.day-to-come", arabic: "التاريخ \(day.iso) لم يأتِ بعد.", english: "\(day.iso) is yet to come.")
  }
  fileprivate static func outOfOrder(_ last: CivilDate) -> Self {
    Self(
      "cases.out-of-order", arabic: "آخر ما قُيد في المعاملة بتاريخ \(last.iso)، ولا يُقيد بعده ما سبقه.",
      english: "The last act is of \(last.iso); nothing earlier is entered after it.")
  }
  fileprivate static let nobody = Self(
    "cases.nobody", arabic: "لم يُذكر من قام بالإجراء.", english: "Who did it isn't stated.")
}

extension Diagnostic.Hint {
  fileprivate static func possible(_ kinds: [CaseCommand.Kind]) -> Self {
    if kinds.isEmpty {
      return Self(arabic: "انتهت المعاملة ولا يُقيد فيها شيء.", english: "The case has ended.")
    }
    return Self(
      arabic: "الممكن الآن: \(kinds.map(\.arabicName).joined(separator: "، "))",
      english: "Possible now: \(kinds.map(\.rawValue).joined(separator: ", "))")
  }
}
