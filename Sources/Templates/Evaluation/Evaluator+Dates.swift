import Diagnostics
import Values

extension Evaluator {
  /// Writes a day, or the one that the tag's filters count from it.
  mutating func write(_ entered: DateValue, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.call(.latestReply) != nil, scope.replyWindow.maxReplyDays == nil {
      report(.noReplyLimit(), at: tag.name.place, hints: [.setReplyLimit])
      return []
    }
    guard let date = derived(from: entered, by: tag.filters) else { return nil }
    if let comb = tag.call(.comb) {
      let digits = DatePhrase.words(date, .numericGregorian, style: HouseStyle(), in: .nominative) ?? ""
      return [self.comb(String(digits.filter(\.isNumber)), combLength(comb, .date))]
    }
    if tag.call(.asEntered) != nil || tag.call(.text) != nil {
      return NumericRuns.atoms(of: date.entered, ink)
    }
    let form = tag.dateForm(of: date)
    guard
      let text = DatePhrase.words(
        date, form, style: scope.style, in: tag.grammaticalCase ?? .nominative, calendar: scope.calendar)
    else { return nil }
    switch form {
    case .numericHijri, .numericGregorian: return NumericRuns.atoms(of: text, ink, words: ink.plain)
    default: return [ink.plain(text)]
    }
  }

  /// The day that filters lead to, one after the other; `nil` where one leads nowhere.
  private func derived(from date: DateValue, by filters: [FilterCall]) -> DateValue? {
    var day = date.day
    var isDerived = false
    for call in filters {
      let next: CivilDate?
      switch call.filter {
      case .earliestReply: next = scope.replyWindow.earliestReply(receipt: day, completeness: day)
      case .latestReply:
        next = scope.replyWindow.latestReply(receipt: day, completeness: day, week: scope.week)
      case .after:
        next = call.arguments.first?.period?.end(after: day, week: scope.week, calendar: scope.calendar)
      case .afterWorkingDays:
        next = call.arguments.first?.number.flatMap { scope.week.adding(workingDays: $0, to: day) }
      default: continue
      }
      guard let next else { return nil }
      day = next
      isDerived = true
    }
    // Nobody has entered a day that was counted: its text of record is the stored form.
    return isDerived
      ? DateValue(day: day, calendar: date.calendar, entered: stored(day, date.calendar)) : date
  }

  private func stored(_ day: CivilDate, _ calendar: CalendarOfRecord) -> String {
    guard calendar == .ummAlQura, let hijri = scope.calendar.hijri(day) else { return day.iso }
    return hijri.dashed
  }
}

extension FieldTag {
  /// The form of a date that the filters ask for; both calendars unless they say otherwise.
  fileprivate func dateForm(of date: DateValue) -> DatePhrase.Form {
    if call(.weekday) != nil { return .weekday }
    if call(.longDate) != nil { return .long }
    let hijri = call(.hijri)
    let gregorian = call(.gregorian)
    let isShort =
      call(.shortDate) != nil || [hijri, gregorian].contains { $0?.options.contains(.short) == true }
    if isShort {
      let asksHijri = hijri != nil || (gregorian == nil && date.calendar == .ummAlQura)
      return asksHijri ? .numericHijri : .numericGregorian
    }
    if hijri != nil { return .hijri }
    return gregorian == nil ? .both : .gregorian
  }
}

extension Diagnostic.Hint {
  fileprivate static var setReplyLimit: Self {
    Self(
      arabic: "اكتبوا «أكثر الأيام» تحت «الرد» في ملف الجمعية office.yaml",
      english: "State “maximum days” under “reply” in the office file, office.yaml")
  }
}

extension Diagnostic.Message {
  fileprivate static func noReplyLimit() -> Self {
    Self(
      "templates.no-reply-limit", arabic: "لم يُحدَّد أكثر أيام الرد، فلا يُعرف آخر موعد له",
      english: "No maximum of reply days is set, so the last day of the reply isn't known")
  }
}
