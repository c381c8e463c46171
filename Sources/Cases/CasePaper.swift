public import Values

/// A paper that an act of a case prints: which template, filled with which values.
public struct CasePaper: Hashable, Sendable {
  /// The template's identifier.
  public var template: String
  /// What the case states, by the names of the data dictionary's fields.
  public var values: FieldValues

  /// A paper by its parts.
  public init(template: String, values: FieldValues) {
    self.template = template
    self.values = values
  }
}

extension CaseFile {
  /// The papers that the last act prints, filled from the case.
  public func papers(under rules: CaseRules) -> [CasePaper] {
    guard let event = timeline.last else { return [] }
    var values = values(under: rules).merging(values(of: event)) { $1 }
    // A decision's letter doesn't ask again for what was matched when it was handed in.
    if event.command.kind == .sendDecision { values["المستندات"] = nil }
    return templates(of: event.command).map { CasePaper(template: $0, values: values) }
  }

  private func templates(of command: CaseCommand) -> [String] {
    switch command {
    case .submit: [amount == nil ? "service-request" : "support-request"]
    case .declare: ["data-declaration"]
    case .sendReceipt: ["receipt-notice"]
    case .askForMissing: ["verification-sheet", "missing-documents"]
    case .confirmComplete: ["verification-sheet"]
    case .refer, .answerReferral: ["social-referral"]
    case .present: ["committee-memo"]
    case .accept, .acceptConditionally, .refuse, .postpone: ["decision-record"]
    case .extend: ["study-extension"]
    case .sendDecision:
      switch state {
      case .accepted: ["acceptance-letter"]
      case .acceptedConditionally: ["conditional-acceptance"]
      default: ["rejection-letter"]
      }
    case .register: ["registration-complete"]
    case .order: ["service-order"]
    case .deliver: ["delivery-receipt"]
    case .sendSurvey: ["service-completion", "satisfaction-survey"]
    case .appeal: ["grievance-form"]
    case .upholdRefusal, .reopen: ["grievance-reply"]
    case .addDocument, .confirmConditions, .withdraw, .close: []
    }
  }

  /// What the case states to any of its papers; the applicant's own particulars are the record's.
  func values(under rules: CaseRules) -> FieldValues {
    let service = rules.catalogue.service(named: service)
    let shortages = service?.shortages(of: self) ?? []
    var values: FieldValues = [
      "الاسم": .name(applicant.name), "رقم الطلب": .reference(number), "الخدمة المطلوبة": .text(self.service),
      "تفاصيل الطلب": .paragraph(details), "تاريخ الطلب": .day(received ?? opened),
      "نتيجة المطابقة": .choice(shortages.isEmpty ? "مكتمل" : "يُستكمل"),
    ]
    values["قناة التقديم"] = channelIn.map { .choice($0.arabicName) }
    values["قناة الرد"] = channelOut.map { .choice($0.replyArabicName) }
    values["موعد الرد"] = rules.earliestReply(to: self).map { .day($0) }
    values["المبلغ المطلوب"] = amount.map { .money(Money(minorUnits: $0)) }
    let isMinor = applicant.isMinor(on: received ?? opened)
    values["الصفة"] = .choice(applicant.agent == nil ? "أصيل" : isMinor ? "ولي" : "وكيل")
    values["اسم النائب"] = applicant.agent.map { .name($0) }
    values["سند النيابة"] = applicant.agencyDeed.map { .text($0) }
    values["المستندات"] = documents.isEmpty ? nil : .list(kinds.map { documentValues($0, service) })
    values["النواقص"] = shortages.isEmpty ? nil : .list(shortages.map(\.values))
    values["مهلة الاستكمال"] = completionDeadline.map { .day($0) }
    values["رقم الاجتماع"] = (decision?.meeting ?? meeting).map { .integer($0) }
    values["مدة المراجعة"] = .integer(rules.visitDays)
    values["مدة التظلم"] = .integer(rules.appealDays)
    if let referral = referrals.last { values.merge(referral.values) { $1 } }
    if let decision { values.merge(decision.values) { $1 } }
    values["نتيجة الدراسة"] = outcome.map { .choice($0) }
    values["رقم الملف"] = registration.map { .reference($0.mark) }
    values["تاريخ التسجيل"] = registration.map { .day($0.day) }
    values["اسم المستلم"] = delivery.map { .name($0.mark) }
    values["تاريخ الاستلام"] = delivery.map { .day($0.day) }
    values["تاريخ الإنجاز"] = delivery.map { .day($0.day) }
    values["رقم التظلم"] = appeal.map { .reference($0.mark) }
    values["تاريخ التظلم"] = appeal.map { .day($0.day) }
    values["رقم خطاب القرار"] = decisionLetter.map { .reference($0.number) }
    values["تاريخ خطاب القرار"] = decisionLetter.map { .day($0.day) }
    return values
  }

  /// What only the last act states.
  private func values(of event: CaseEvent) -> FieldValues {
    var values: FieldValues = [:]
    if let letter = event.command.letter {
      values["رقم الخطاب"] = .reference(letter.number)
      values["تاريخ الخطاب"] = .day(letter.day)
    }
    switch event.command {
    case .present(let meeting, let day, _):
      values["تاريخ الاجتماع"] = .day(day)
      values["الطلبات المعروضة"] = agendaLine(of: meeting).map { .list([$0]) }
    case .extend(_, let reason, let day):
      values["سبب التأخر"] = .text(reason)
      values["الموعد الجديد"] = .day(day)
    case .order(let number):
      values["رقم الخطاب"] = .reference(number)
      values["تاريخ الخطاب"] = .day(event.day)
    case .deliver:
      values["الأصناف"] = .list([["الصنف": .text(service), "الكمية": .integer(1)]])
    case .appeal(_, let grounds): values["أسباب التظلم"] = .paragraph(grounds)
    case .upholdRefusal(_, let reasons):
      values["نتيجة التظلم"] = .choice("تأييد القرار")
      values["تسبيب نتيجة التظلم"] = .paragraph(reasons)
    case .reopen(_, let reasons):
      values["نتيجة التظلم"] = .choice("قبول التظلم")
      values["تسبيب نتيجة التظلم"] = .paragraph(reasons)
      if let told = timeline.last(where: { $0.command.kind == .sendDecision })?.command.letter {
        values["رقم خطاب القرار"] = .reference(told.number)
        values["تاريخ خطاب القرار"] = .day(told.day)
      }
    default: break
    }
    return values
  }

  private var kinds: [String] {
    var seen: Set<String> = []
    return documents.map(\.document.kind).filter { seen.insert($0).inserted }
  }

  private func documentValues(_ kind: String, _ service: SupportCatalogue.Service?) -> FieldValues {
    let document = document(kind)?.document
    let shortage = service?.shortages(of: self).first { $0.requirement.kind == kind }
    var values: FieldValues = [
      "النوع": .text(kind), "المطابقة": .choice(document?.isMatching == false ? "غير مطابق" : "مطابق"),
      "الصلاحية": .choice(shortage?.isOutOfDate == true ? "منتهٍ" : "سارٍ"),
    ]
    values["الرقم"] = document?.number.map { .reference($0) }
    values["جهة الإصدار"] = document?.issuer.map { .text($0) }
    values["تاريخ الانتهاء"] = document?.expires.map { .day($0) }
    return values
  }

  private var outcome: String? {
    timeline.last(where: { $0.command.decision != nil })?.command.outcome
  }
}

extension CaseShortage {
  fileprivate var isOutOfDate: Bool {
    switch cause {
    case .expired, .old, .undated: true
    case .absent, .mismatched: false
    }
  }

  fileprivate var values: FieldValues {
    var values: FieldValues = ["المطلوب": .text(requirement.kind), "السبب": .text(arabicReason)]
    values["طريقة الاستكمال"] = requirement.how.map { .text($0) }
    return values
  }
}

extension CaseReferral {
  fileprivate var values: FieldValues {
    var values: FieldValues = [
      "الاستيضاح": .paragraph(question), "تاريخ الإحالة": .day(day), "الموظف المحيل": .text(referredBy),
    ]
    values["إفادة الباحث"] = answer.map { .paragraph($0) }
    values["تاريخ الإفادة"] = answered.map { .day($0) }
    if answer != nil { values["نتيجة الإحالة"] = .choice("اتضحت الإجراءات") }
    return values
  }
}

extension CaseDecision {
  fileprivate var values: FieldValues {
    var values: FieldValues = [
      "رقم القرار": .reference(number), "تاريخ القرار": .day(day), "تاريخ الاجتماع": .day(day),
    ]
    values["مبلغ الدعم"] = amount.map { .money(Money(minorUnits: $0)) }
    if !reasons.isEmpty { values["أسباب الاعتذار"] = .list(reasons.map { ["السبب": .text($0)] }) }
    if !conditions.isEmpty { values["شروط القبول"] = .list(conditions.map { ["الشرط": .text($0)] }) }
    values["مهلة الشروط"] = deadline.map { .day($0) }
    return values
  }
}

extension Value {
  fileprivate static func reference(_ text: String) -> Value {
    .identifier(Identifier(.reference, stored: text))
  }
  fileprivate static func day(_ day: CivilDate) -> Value {
    .date(DateValue(day: day, calendar: .ummAlQura, entered: day.iso))
  }
}
