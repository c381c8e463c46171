public import Cases
import Diagnostics
public import Records
import Themes
public import Values

/// Finds who is written to on an occasion, and why; it writes nothing and changes nothing.
public struct OutreachSearch: Sendable {
  /// Whose members they are.
  public let office: Office
  /// What the office has settled about cases, and its catalogue.
  public let rules: CaseRules
  /// The cases of the office.
  public let cases: [CaseFile]
  /// The day of the search.
  public let today: CivilDate

  /// A search on a day.
  public init(office: Office, rules: CaseRules, cases: [CaseFile], today: CivilDate) {
    self.office = office
    self.rules = rules
    self.cases = cases
    self.today = today
  }

  /// Somebody who is written to.
  public struct Finding: Hashable, Sendable {
    /// What tells the member apart: a number, or else the name.
    public var member: String
    /// Why, in a sentence of each language.
    public var arabicReason: String
    /// The same in English.
    public var englishReason: String
    /// The record that the letter is made from.
    public var record: Record
  }

  /// Who is written to among `records` and the cases, in their order.
  ///
  /// A member who is gone isn't written to; `BatchPlanner` refuses such records in any case.
  public func findings(_ occasion: OutreachOccasion, among records: [Record]) -> [Finding] {
    switch occasion {
    case .expiringDocuments(let days): records.compactMap { expiring($0, days) }
    case .unpaidSubscription(let days): records.compactMap { unpaid($0, days) }
    case .newService(let service): announced(service, records)
    case .overdueReply(let reason, let until): cases.compactMap { overdue($0, reason, until) }
    }
  }

  // MARK: Occasions

  private func expiring(_ record: Record, _ days: Int) -> Finding? {
    guard case .list(let documents)? = record.values["المستندات"] else { return nil }
    let last = today.adding(days: days)
    let ending = documents.filter { day($0["تاريخ الانتهاء"]).map { (today...last).contains($0) } ?? false }
    guard let first = ending.compactMap({ day($0["تاريخ الانتهاء"]) }).min() else { return nil }
    var record = record
    record.values["المستندات"] = .list(ending)
    let kinds = ending.compactMap { if case .text(let kind)? = $0["النوع"] { kind } else { nil } }
    return finding(
      record, arabic: "ينتهي في \(first.iso): \(kinds.joined(separator: "، "))",
      english: "expires on \(first.iso): \(kinds.joined(separator: ", "))")
  }

  private func unpaid(_ record: Record, _ days: Int) -> Finding? {
    guard record.values["تاريخ السداد"] == nil, let due = day(record.values["تاريخ الاستحقاق"]),
      due <= today.adding(days: days)
    else { return nil }
    return due < today
      ? finding(
        record, arabic: "مضى موعد سداد الاشتراك \(due.iso)", english: "the subscription was due on \(due.iso)"
      )
      : finding(
        record, arabic: "يحل موعد سداد الاشتراك في \(due.iso)",
        english: "the subscription is due on \(due.iso)")
  }

  private func announced(_ name: String, _ records: [Record]) -> [Finding] {
    guard let service = rules.catalogue.service(named: name) else { return [] }
    let asked = Set(cases.filter { $0.service == name }.map { party(of: $0) })
    return records.compactMap { record in
      let member = member(record)
      guard !asked.contains(member) else { return nil }
      var record = record
      record.values["الخدمة المعلنة"] = .text(name)
      record.values["شروط الخدمة"] = .list(service.conditions.map { ["الشرط": .text($0)] })
      record.values["متطلبات الخدمة"] = .list(service.documents.map { ["المستند": .text($0.kind)] })
      return finding(
        record, arabic: "لم يطلب خدمة «\(name)» من قبل", english: "hasn't asked for “\(name)” before")
    }
  }

  private func overdue(_ file: CaseFile, _ reason: String, _ until: CivilDate) -> Finding? {
    guard file.decisionLetter == nil, !file.state.isFinal, let received = file.received,
      let last = rules.latestReply(to: file, week: office.profile?.week ?? WorkingWeek()), last < today
    else { return nil }
    // A reply that was put off with a letter is late only after the day that letter gives.
    if let promised = file.promisedReply, promised >= today { return nil }
    let values: FieldValues = [
      "رقم الطلب": .identifier(Identifier(.reference, stored: file.number)),
      "تاريخ الطلب": .date(DateValue(day: received, calendar: .ummAlQura, entered: received.iso)),
      "الخدمة المطلوبة": .text(file.service), "سبب التأخر": .text(reason),
      "الموعد الجديد": .date(DateValue(day: until, calendar: .ummAlQura, entered: until.iso)),
    ]
    guard let record = record(of: file, stating: values) else { return nil }
    return finding(
      record, arabic: "مضى آخر موعد للرد على الطلب \(file.number)، وكان \(last.iso)",
      english: "the last day of the reply to request \(file.number) was \(last.iso)")
  }

  // MARK: Parts

  private func finding(_ record: Record, arabic: String, english: String) -> Finding {
    Finding(member: member(record), arabicReason: arabic, englishReason: english, record: record)
  }

  private func member(_ record: Record) -> String {
    if let party = office.party(of: record) { return party }
    if case .name(let name)? = record.values["الاسم"] { return name }
    return "—"
  }

  private func party(of file: CaseFile) -> String {
    record(of: file, stating: [:]).map { member($0) } ?? file.applicant.name
  }

  /// The applicant's record, with what the case states over it.
  private func record(of file: CaseFile, stating values: FieldValues) -> Record? {
    var log = DiagnosticLog()
    var stated = values
    stated["الاسم"] = .name(file.applicant.name)
    return office.record(of: CasePaper(template: "", values: stated), for: file, log: &log)
  }

  private func day(_ value: Value?) -> CivilDate? {
    if case .date(let date)? = value { date.day } else { nil }
  }
}
