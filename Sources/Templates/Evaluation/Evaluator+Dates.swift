import Diagnostics
import Values

extension Evaluator {
  /// Writes a day, or the one that the tag's filters count from it.
  mutating func write(_ entered: DateValue, _ tag: FieldTag, _ ink: Ink) -> [Atom]? {
    if tag.has(.latestReply), scope.replyWindow.maxReplyDays == nil {
      report(.noReplyLimit(), at: tag.name.place, hints: [.setReplyLimit])
      return []
    }
    guard let date = derived(from: entered, by: tag.filters) else { return nil }
    if let comb = tag.call(.comb) {
      let digits = DatePhrase.words(date, .numericGregorian, style: HouseStyle(), in: .nominative) ?? ""
      return [self.comb(String(digits.filter(\.isNumber)), combLength(comb, .date))]
    }
    if tag.has(.asEntered) || tag.has(.text) {
      return NumericRuns.atoms(of: date.entered, ink)
    }
    let form = tag.dateForm(of: date)
    if form == .numericHijri || form == .numericGregorian {
      let calendar = form == .numericHijri ? CalendarOfRecord.ummAlQura : .gregorian
      return DatePhrase.digits(date.day, calendar, style: scope.style, by: scope.calendar).map {
        [ink.signs($0.digits), ink.plain($0.mark)]
      }
    }
    return DatePhrase.words(
      date, form, style: scope.style, in: tag.grammaticalCase ?? .nominative, calendar: scope.calendar
    ).map { [ink.plain($0)] }
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
    if has(.weekday) { return .weekday }
    if has(.longDate) { return .long }
    let hijri = call(.hijri)
    let gregorian = call(.gregorian)
    let isShort =
      has(.shortDate) || hijri?.options.contains(.short) == true
      || gregorian?.options.contains(.short) == true
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
