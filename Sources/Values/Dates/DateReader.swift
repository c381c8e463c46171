import Diagnostics

/// Reads dates by one order and one Hijri calendar.
struct DateReader {
  let order: DayMonthOrder?
  let calendar: UmmAlQura

  /// What a text says of one day: the days that it may mean, and what is remarkable about each.
  private struct Statement {
    var calendar: CalendarOfRecord
    var year: Int
    var days: [(candidate: Candidate, day: CivilDate)]
    var weekday: Weekday?
  }

  func read(_ text: String) -> Reading<DateValue> {
    switch statement(text) {
    case .failure(let refusal): return Reading(nil, [refusal.diagnostic])
    case .success(let statement):
      guard statement.days.count == 1, let found = statement.days.first else { return ambiguous(statement) }
      return Reading(
        DateValue(day: found.day, calendar: statement.calendar, entered: text),
        remarks(on: statement, meaning: found.day))
    }
  }

  /// Two statements of one day side by side, one in each calendar; the first is the one of record.
  ///
  /// Each may settle what the other leaves open. `nil` if the text is no such pair.
  func readPair(_ text: String) -> Reading<DateValue>? {
    guard let (first, second) = pair(in: text) else { return nil }
    switch (first, second) {
    case (.success(let first), .success(let second)):
      let common = first.days.filter { found in second.days.contains { $0.day == found.day } }
      guard let found = common.first else {
        let isOpen = first.days.count > 1 && second.days.count > 1
        return isOpen ? ambiguous(first) : refused(.dateDisagrees, [])
      }
      guard common.count == 1 else { return ambiguous(first) }
      return Reading(
        DateValue(day: found.day, calendar: first.calendar, entered: text),
        remarks(on: first, meaning: found.day) + remarks(on: second, meaning: found.day))
    case (_, _): return Reading(nil, [first, second].compactMap(\.refusal?.diagnostic))
    }
  }

  /// The most bytes of UTF-8 that two dates take, with all their words; a longer text isn't tried at every place.
  private static let longestPair = 500

  private typealias Outcome = Result<Statement, Refusal>

  /// The two halves of a text that states a year of each calendar, parted where each half is a date.
  private func pair(in text: String) -> (Outcome, Outcome)? {
    guard text.utf8.count <= Self.longestPair, DateScanner.years(in: text).count == 2 else { return nil }
    for index in DateScanner.beginnings(in: text) {
      let (first, second) = (statement(String(text[..<index])), statement(String(text[index...])))
      if first.isUnreadable || second.isUnreadable { continue }
      if case .success(let a) = first, case .success(let b) = second, a.calendar == b.calendar { continue }
      return (first, second)
    }
    return nil
  }

  private func statement(_ text: String) -> Outcome {
    func refusal(_ message: Diagnostic.Message, _ hint: Diagnostic.Hint) -> Outcome {
      .failure(Refusal(diagnostic: Diagnostic(.error, message, hints: [hint])))
    }
    let scanner = DateScanner(text)
    guard !scanner.hasStrangers, let parts = parts(of: scanner) else {
      return .failure(
        Refusal(diagnostic: Diagnostic(.error, .dateUnreadable, hints: [.dateForms]), isUnreadable: true))
    }
    guard let named = CalendarOfRecord(ofYear: parts.year) else {
      return refusal(.dateYear(parts.year), .dateForms)
    }
    guard (scanner.markedCalendar ?? named) == named, (scanner.namedMonth?.calendar ?? named) == named else {
      return refusal(.dateCalendars(parts.year), .dateForms)
    }
    if named == .ummAlQura, !calendar.years.contains(parts.year) {
      return refusal(.dateOutsideTable(calendar.years), .overrideFile)
    }
    var days: [(candidate: Candidate, day: CivilDate)] = []
    for candidate in parts.candidates {
      guard let day = day(candidate, year: parts.year, in: named), !days.contains(where: { $0.day == day })
      else { continue }
      days.append((candidate, day))
    }
    if days.isEmpty { return .failure(Refusal(diagnostic: noSuchDay(parts, in: named))) }
    return .success(Statement(calendar: named, year: parts.year, days: days, weekday: scanner.weekday))
  }

  private func remarks(on statement: Statement, meaning day: CivilDate) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    let isMonthFirst = statement.days.first { $0.day == day }?.candidate.isMonthFirst ?? false
    if isMonthFirst, order == nil { remarks.append(Diagnostic(.note, .dateMonthFirst)) }
    if let weekday = statement.weekday, weekday != day.weekday {
      remarks.append(Diagnostic(.warning, .dateWeekday(day.weekday)))
    }
    return remarks
  }

  private func ambiguous(_ statement: Statement) -> Reading<DateValue> {
    refused(
      .dateAmbiguous,
      statement.days.map { .dateMeant($0.candidate, year: statement.year, in: statement.calendar) })
  }

  /// A month and a day that the numbers may mean.
  struct Candidate {
    var month: Int
    var day: Int
    var isMonthFirst = false
  }

  private func parts(of scanner: DateScanner) -> (year: Int, candidates: [Candidate])? {
    let isYear = { (digits: String) in digits.utf8.count == 4 }
    let numbers = scanner.numbers
    guard numbers.allSatisfy({ $0.utf8.count <= 2 || isYear($0) }), numbers.filter(isYear).count == 1 else {
      return nil
    }
    let values = numbers.compactMap { Int($0) }
    if let month = scanner.namedMonth?.month {
      guard values.count == 2 else { return nil }
      let (day, year) = isYear(numbers[1]) ? (values[0], values[1]) : (values[1], values[0])
      return (year, [Candidate(month: month, day: day)])
    }
    guard values.count == 3 else { return nil }
    if isYear(numbers[0]) { return (values[0], [Candidate(month: values[1], day: values[2])]) }
    guard isYear(numbers[2]) else { return nil }
    let dayFirst = Candidate(month: values[1], day: values[0])
    let monthFirst = Candidate(month: values[0], day: values[1], isMonthFirst: true)
    switch order {
    case .dayFirst: return (values[2], [dayFirst])
    case .monthFirst: return (values[2], [monthFirst])
    case nil: return (values[2], [dayFirst, monthFirst])
    }
  }

  private func day(_ candidate: Candidate, year: Int, in named: CalendarOfRecord) -> CivilDate? {
    calendar.day(year: year, month: candidate.month, day: candidate.day, in: named)
  }

  private func noSuchDay(
    _ parts: (year: Int, candidates: [Candidate]), in named: CalendarOfRecord
  ) -> Diagnostic {
    guard let candidate = parts.candidates.first, (1...12).contains(candidate.month) else {
      return Diagnostic(.error, .dateMonth, hints: [.dateForms])
    }
    let length =
      named == .gregorian
      ? CivilDate.length(ofMonth: candidate.month, year: parts.year)
      : calendar.length(ofMonth: candidate.month, year: parts.year) ?? 0
    let name = named == .gregorian ? MonthNames.gregorian(candidate.month) : MonthNames.hijri(candidate.month)
    return Diagnostic(.error, .dateDay(candidate.month, name ?? "", parts.year, length))
  }

  private func refused(_ message: Diagnostic.Message, _ hints: [Diagnostic.Hint]) -> Reading<DateValue> {
    Reading(nil, [Diagnostic(.error, message, hints: hints)])
  }
}

/// Why a text states no day.
private struct Refusal: Error {
  var diagnostic: Diagnostic
  /// Whether the text hasn't even the form of a date.
  var isUnreadable = false
}

extension Result where Failure == Refusal {
  fileprivate var refusal: Refusal? {
    if case .failure(let refusal) = self { refusal } else { nil }
  }
  fileprivate var isUnreadable: Bool { refusal?.isUnreadable ?? false }
}

extension Diagnostic.Message {
  fileprivate static var dateUnreadable: Self {
    Self(
      "values.date-unreadable",
      arabic: "لا يمكن قراءة هذه القيمة على أنها تاريخ بيوم وشهر وسنة من أربع خانات.",
      english: "The value can't be read as a date with a day, a month and a year of four digits.")
  }

  fileprivate static func dateYear(_ year: Int) -> Self {
    Self(
      "values.date-year", arabic: "السنة \(year) ليست هجرية (1300–1500) ولا ميلادية (1900–2100).",
      english: "The year \(year) is neither Hijri (1300–1500) nor Gregorian (1900–2100).")
  }

  fileprivate static func dateCalendars(_ year: Int) -> Self {
    Self(
      "values.date-calendars",
      arabic: "السنة \(year) لا توافق التقويم الذي يدل عليه اسم الشهر أو علامة هـ أو م.",
      english: "The year \(year) is not of the calendar that the month's name or the mark after it states.")
  }

  fileprivate static func dateOutsideTable(_ years: ClosedRange<Int>) -> Self {
    Self(
      "values.date-outside-table",
      arabic: "السنة خارج جدول تقويم أم القرى الرسمي، وهو من \(years.lowerBound) إلى \(years.upperBound) هـ.",
      english:
        "The year lies outside the official Umm al-Qura table, \(years.lowerBound) to \(years.upperBound) AH."
    )
  }

  fileprivate static var dateMonth: Self {
    Self(
      "values.date-month", arabic: "في السنة اثنا عشر شهراً، ورقم الشهر هنا غير ذلك.",
      english: "A year has twelve months; the month of the date is not one of them.")
  }

  fileprivate static func dateDay(_ month: Int, _ name: String, _ year: Int, _ length: Int) -> Self {
    Self(
      "values.date-day", arabic: "ليس في شهر \(name) من سنة \(year) هذا اليوم: أيامه \(length).",
      english: "Month \(month) of \(year) has no such day: it has \(length) days.")
  }

  fileprivate static var dateAmbiguous: Self {
    Self(
      "values.date-ambiguous", arabic: "التاريخ يحتمل يومين، لأن كلاً من رقميه الصغيرين يصلح يوماً وشهراً.",
      english: "The date may mean two days, since either of its small numbers may be the month.")
  }

  fileprivate static var dateMonthFirst: Self {
    Self(
      "values.date-month-first", arabic: "قُرئ الشهر قبل اليوم، لأن التاريخ لا يستقيم بغير ذلك.",
      english: "The month was read before the day, because the date has no other meaning.")
  }

  fileprivate static func dateWeekday(_ weekday: Weekday) -> Self {
    Self(
      "values.date-weekday",
      arabic: "اليوم المذكور مع التاريخ لا يوافقه: هذا التاريخ يوافق يوم \(weekday.arabicName).",
      english: "The weekday given with the date is not its own, which is \(weekday).")
  }

  fileprivate static var dateDisagrees: Self {
    Self(
      "values.date-disagrees", arabic: "التاريخان الهجري والميلادي لا يدلان على يوم واحد.",
      english: "The Hijri and the Gregorian date are not the same day.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var dateForms: Self {
    Self(
      arabic: "اكتب التاريخ هكذا: 1448/06/13 أو 2026/11/23 أو 13 جمادى الآخرة 1448هـ.",
      english: "Write the date as 1448/06/13, 2026/11/23 or with the month's name.")
  }

  fileprivate static var overrideFile: Self {
    Self(
      arabic: "أضف الأشهر الرسمية إلى ملف تصحيح التقويم.",
      english: "Add the official months to the calendar's override file.")
  }

  fileprivate static func dateMeant(
    _ candidate: DateReader.Candidate, year: Int, in calendar: CalendarOfRecord
  ) -> Self {
    let name =
      calendar == .gregorian ? MonthNames.gregorian(candidate.month) : MonthNames.hijri(candidate.month)
    let clear = "\(year)/\(Digits.twoDigits(candidate.month))/\(Digits.twoDigits(candidate.day))"
    return Self(
      arabic: "إن كان المقصود \(candidate.day) \(name ?? "") فاكتبه هكذا: \(clear)",
      english: "If day \(candidate.day) of month \(candidate.month) is meant, write \(clear).")
  }
}
