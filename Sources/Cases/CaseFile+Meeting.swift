public import Values

extension CaseFile {
  /// The case's line of a meeting's agenda; `nil` where it isn't before that meeting.
  public func agendaLine(of meeting: Int) -> FieldValues? {
    guard self.meeting == meeting, state == .presented, let recommendation else { return nil }
    var line: FieldValues = [
      "الرقم": .identifier(Identifier(.reference, stored: number)), "الاسم": .name(applicant.name),
      "الخدمة": .text(service), "الاكتمال": .text("مكتمل"), "التوصية": .text(recommendation),
    ]
    line["المبلغ"] = amount.map { .money(Money(minorUnits: $0)) }
    return line
  }

  /// What a meeting decided of the case, as a line of its minutes; `nil` where it decided nothing of it.
  public func decisionLine(of meeting: Int) -> FieldValues? {
    let decided = timeline.last { $0.command.decision?.meeting == meeting }
    guard let decision = decided?.command.decision, let outcome = decided?.command.outcome else { return nil }
    var line: FieldValues = [
      "الرقم": .identifier(Identifier(.reference, stored: number)), "الاسم": .name(applicant.name),
      "القرار": .text(outcome),
    ]
    line["المبلغ"] = decision.amount.map { .money(Money(minorUnits: $0)) }
    return line
  }
}

extension CaseCommand {
  /// The committee's decision in the words of its record.
  var outcome: String? {
    switch self {
    case .accept: "قبول"
    case .acceptConditionally: "قبول مشروط"
    case .refuse: "اعتذار"
    case .postpone: "تأجيل"
    default: nil
    }
  }
}
