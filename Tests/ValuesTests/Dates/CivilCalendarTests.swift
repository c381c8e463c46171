import Diagnostics
import Testing

@testable import Values

@Suite struct CivilCalendarTests {
  @Test func countsDaysBothWays() {
    var previous = CivilDate(dayNumber: -800_000)
    for number in -799_999...(-700_000) {
      let day = CivilDate(dayNumber: number)
      guard day > previous, day.isValid, day.dayNumber == number else {
        Issue.record("day \(number) is out of step")
        return
      }
      previous = day
    }
    #expect(CivilDate(dayNumber: 0) == CivilDate(year: 1970, month: 1, day: 1))
    #expect(CivilDate(year: 2000, month: 3, day: 1).dayNumber == 11_017)
  }

  @Test(arguments: ["99999999999999999-01-01", "10000-01-01", "-001-01-01", "026-01-01", "2026-1-01"])
  func aDayOfISOHasAYearOfFourDigits(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
    #expect(CivilDate(iso: "0001-01-01")?.year == 1)
  }

  @Test(arguments: [
    ("2026-11-23", Weekday.monday), ("2026-12-07", .monday), ("1924-08-01", .friday),
    ("1969-12-31", .wednesday),
  ])
  func knowsTheWeekday(_ text: String, _ weekday: Weekday) {
    #expect(DateValue.read(text).value?.day.weekday == weekday)
  }

  @Test(arguments: [
    (2024, 2, 29), (2023, 2, 28), (1900, 2, 28), (2000, 2, 29), (2026, 11, 30), (2026, 13, 0),
  ])
  func knowsTheLengthOfMonths(_ year: Int, _ month: Int, _ length: Int) {
    #expect(CivilDate.length(ofMonth: month, year: year) == length)
    #expect(!CivilDate(year: year, month: month, day: length + 1).isValid)
  }

  @Test(arguments: [
    (Period.days(14), "2026-12-07"), (.weeks(2), "2026-12-07"), (.months(1), "2026-12-23"),
    (.months(-9), "2026-02-23"), (.hijriMonths(1), "2026-12-22"), (.workingDays(4), "2026-11-29"),
    (.workingDays(0), "2026-11-23"),
  ])
  func addsPeriods(_ period: Period, _ expected: String) {
    #expect(period.end(after: CivilDate(year: 2026, month: 11, day: 23))?.iso == expected)
  }

  @Test func monthsEndOnTheLastDayOfAShorterMonth() {
    #expect(Period.months(1).end(after: CivilDate(year: 2024, month: 1, day: 31))?.iso == "2024-02-29")
    let last = HijriDate(year: 1448, month: 5, day: 30)
    let end = last.civil.flatMap { Period.hijriMonths(1).end(after: $0) }
    #expect(end == HijriDate(year: 1448, month: 6, day: 29).civil)
  }

  @Test func passesOverHolidays() {
    var log = DiagnosticLog()
    let text = "# إجازات\n٢٠٢٦-١١-٢٤\n1448/06/16 إلى 1448/06/17 # يومان\nخطأ\n2026-12-02 .. 2026-12-01\n"
    let week = WorkingWeek(holidays: text, file: "holidays.txt", log: &log)
    #expect(week.holidays.map(\.iso).sorted() == ["2026-11-24", "2026-11-26", "2026-11-27"])
    #expect(log.diagnostics.map(\.message.id) == ["values.date-unreadable", "values.holiday-order"])
    let monday = CivilDate(year: 2026, month: 11, day: 23)
    #expect(week.adding(workingDays: 1, to: monday)?.iso == "2026-11-25")
    #expect(week.adding(workingDays: 2, to: monday)?.iso == "2026-11-29")
    #expect(WorkingWeek(weekdays: []).adding(workingDays: 1, to: monday) == nil)
  }
}

@Suite struct ReplyWindowTests {
  private let receipt = CivilDate(year: 2026, month: 11, day: 23)

  @Test func leavesTwoWholeWeeks() throws {
    let earliest = try #require(ReplyWindow().earliestReply(receipt: receipt))
    #expect(earliest.iso == "2026-12-07")
    #expect(HijriDate(earliest)?.dashed == "1448-06-27")
    #expect(DatePhrase.words(earliest, .weekday, style: HouseStyle()) == "الإثنين")
    #expect(ReplyWindow().latestReply(receipt: receipt) == nil)
  }

  @Test func movesOnlyTheLimitToAWorkingDay() {
    // Both ends fall on a Friday.
    let window = ReplyWindow(minReplyDays: 4, maxReplyDays: 18)
    #expect(window.earliestReply(receipt: receipt)?.iso == "2026-11-27")
    #expect(window.latestReply(receipt: receipt)?.iso == "2026-12-13")
    #expect(ReplyWindow(maxReplyDays: 3).latestReply(receipt: receipt)?.iso == "2026-12-07")
  }

  @Test func mayCountFromCompleteness() {
    let window = ReplyWindow(clockStartsAt: .completeness)
    #expect(window.earliestReply(receipt: receipt) == nil)
    #expect(
      window.earliestReply(receipt: receipt, completeness: receipt.adding(days: 3))?.iso == "2026-12-10")
  }
}

@Suite struct CalendarOverrideTests {
  @Test func movesAndContinuesMonths() {
    var log = DiagnosticLog()
    let text = "# تصحيح\n1449-10 2028-02-27\n١٥٠١-٠٢ 2077-12-17\n"
    let calendar = UmmAlQura.official.applying(overrides: text, file: "calendar.txt", log: &log)
    #expect(log.diagnostics.isEmpty)
    #expect(calendar.civil(HijriDate(year: 1449, month: 10, day: 1))?.iso == "2028-02-27")
    #expect(calendar.length(ofMonth: 9, year: 1449) == 30)
    #expect(calendar.civil(HijriDate(year: 1501, month: 1, day: 30))?.iso == "2077-12-16")
    #expect(calendar.civil(HijriDate(year: 1501, month: 2, day: 1)) == nil)
    #expect(UmmAlQura.official.civil(HijriDate(year: 1449, month: 10, day: 1))?.iso == "2028-02-26")
  }

  @Test(arguments: [
    ("9223372036854775807-10 2028-02-27", "values.override-line"),
    ("1449-10 9223372036854775807-02-27", "values.override-line"), ("1449-09", "values.override-line"),
    ("1449-13 2028-01-28", "values.override-line"),
    ("1449-09 2028-02-30", "values.override-line"), ("1502-01 2078-11-06", "values.override-gap"),
    ("1342-12 1924-07-02", "values.override-gap"), ("1449-09 2028-02-15", "values.override-length"),
    // Sha'ban would have 31 days, Ramadan 28.
    ("1449-09 2028-01-29", "values.override-length"), ("1449-10 2028-02-25", "values.override-length"),
    // Years that days can't be counted with.
    ("9223372036854775807-01 2028-01-29", "values.override-line"),
    ("1449-10 9223372036854775807-01-01", "values.override-line"),
  ])
  func refusesLinesAndSaysWhere(_ line: String, _ id: String) {
    var log = DiagnosticLog()
    let calendar = UmmAlQura.official.applying(overrides: "\n\(line)\n", file: "calendar.txt", log: &log)
    #expect(calendar == .official)
    #expect(log.diagnostics.map(\.message.id) == [id])
    #expect(log.diagnostics.first?.location == .text(file: "calendar.txt", line: 2, column: 1, phrase: line))
  }
}
