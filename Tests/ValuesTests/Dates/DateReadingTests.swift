import Diagnostics
import Testing

@testable import Values

@Suite struct DateReadingTests {
  @Test(arguments: [
    ("13/6/1448", "2026-11-23", CalendarOfRecord.ummAlQura), ("1448/6/13", "2026-11-23", .ummAlQura),
    ("١٣-٦-١٤٤٨هـ", "2026-11-23", .ummAlQura), ("2026-11-23", "2026-11-23", .gregorian),
    ("23/11/2026م", "2026-11-23", .gregorian), ("٢٣/١١/٢٠٢٦ م", "2026-11-23", .gregorian),
    ("۱۳/۶/۱۴۴۸", "2026-11-23", .ummAlQura), ("2026-11-23T00:00:00", "2026-11-23", .gregorian),
    ("2026-11-23 14:05:00.000", "2026-11-23", .gregorian),
    ("13 جمادى الآخرة 1448هـ", "2026-11-23", .ummAlQura),
    ("١٣ جمادي الاخره ١٤٤٨ هـ", "2026-11-23", .ummAlQura),
    ("13 جمادى الثانية 1448", "2026-11-23", .ummAlQura),
    ("23 نوفمبر 2026م", "2026-11-23", .gregorian), ("23 Nov 2026", "2026-11-23", .gregorian),
    ("يوم الإثنين ١٣ جمادى الآخرة ١٤٤٨هـ", "2026-11-23", .ummAlQura), ("5/5/1448", "2026-10-16", .ummAlQura),
    ("30/07/1448", "2027-01-08", .ummAlQura), ("1 ذو القعدة 1448", "2027-04-08", .ummAlQura),
    ("1 من شهر ذي القعدة لعام 1448هـ", "2027-04-08", .ummAlQura), ("01.01.1410", "1989-08-02", .ummAlQura),
    ("\u{200F}13/6/1448\u{200F}", "2026-11-23", .ummAlQura), ("29 فبراير 2024", "2024-02-29", .gregorian),
    ("يوم الإثنين ١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م", "2026-11-23", .ummAlQura),
    ("20261123", "2026-11-23", .gregorian), ("١٤٤٨٠٦١٣", "2026-11-23", .ummAlQura),
    ("23112026", "2026-11-23", .gregorian),
    ("23/11/2026م الموافق 13/6/1448هـ", "2026-11-23", .gregorian),
    ("يوم الاثنين الموافق 13/06/1448هـ", "2026-11-23", .ummAlQura),
    ("التاريخ: ١٤٤٨/٠٦/١٣هـ", "2026-11-23", .ummAlQura), ("١٣٫٠٦٫١٤٤٨", "2026-11-23", .ummAlQura),
    ("13 جمادى ثاني 1448", "2026-11-23", .ummAlQura), ("13 جماد آخر 1448", "2026-11-23", .ummAlQura),
    ("10 ذي حجة 1448", "2027-05-16", .ummAlQura), ("10 ذيالحجة 1448", "2027-05-16", .ummAlQura),
    ("10 ذو قعده 1448", "2027-04-17", .ummAlQura), ("1 ربيع آخر 1448", "2026-09-12", .ummAlQura),
    ("الثلثاء 14 جمادى الآخرة 1448 للهجرة", "2026-11-24", .ummAlQura),
    ("1 رجب الفرد 1448", "2026-12-10", .ummAlQura), ("23 نوفمبر 2026 للميلاد", "2026-11-23", .gregorian),
    ("13/6/1448 هجرياً", "2026-11-23", .ummAlQura), ("2026/11/23 ميلادياً", "2026-11-23", .gregorian),
    ("Monday, 23rd of November 2026", "2026-11-23", .gregorian), ("5 Sept 2026", "2026-09-05", .gregorian),
  ])
  func readsTheFormsPeopleType(_ text: String, _ iso: String, _ calendar: CalendarOfRecord) {
    let reading = DateValue.read(text)
    #expect(reading.value?.day.iso == iso)
    #expect(reading.value?.calendar == calendar)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    " - ", " / ", "، ", " = ", " ", " موافق ", " الموافق: ", " الموافق لـ", " والموافق ",
    " يوم الاثنين الموافق ",
  ])
  func readsBothCalendarsSideBySide(_ between: String) {
    for (first, second, calendar) in [
      ("13/06/1448هـ", "23/11/2026م", CalendarOfRecord.ummAlQura), ("2026-11-23", "1448-06-13", .gregorian),
      ("١٣ جمادى الآخرة ١٤٤٨", "٢٣ نوفمبر ٢٠٢٦", .ummAlQura),
    ] {
      let text = first + between + second
      let reading = DateValue.read(text)
      #expect(reading.value?.day.iso == "2026-11-23", "\(text)")
      #expect(reading.value?.calendar == calendar, "\(text)")
      #expect(reading.value?.entered == text)
      #expect(reading.diagnostics.isEmpty, "\(text)")
    }
    #expect(DateValue.read("13/06/1448هـ (23/11/2026م)").value?.day.iso == "2026-11-23")
  }

  /// A cell of any length may name two years: it isn't tried as two dates at each of its words.
  @Test func aLongTextWithTwoYearsIsNoDate() {
    let words = String(repeating: "في ", count: 10_000)
    let reading = DateValue.read(words + "1448 " + words + "2026")
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == ["values.date-unreadable"])
  }

  @Test func letsEachCalendarSettleTheOther() {
    // 5 Jumada al-Akhira is 15 November, 6 Jumada al-Ula 17 October.
    #expect(DateValue.read("5/6/1448هـ الموافق 15/11/2026م").value?.day.iso == "2026-11-15")
    #expect(DateValue.read("5/6/1448هـ - 17/10/2026م").value?.day.iso == "2026-10-17")
    // Either reading of the one is a reading of the other.
    let open = DateValue.read("11/12/2059م الموافق 6/7/1482هـ")
    #expect(open.diagnostics.map(\.message.id) == ["values.date-ambiguous"])
  }

  @Test func keepsTheTextAsEntered() {
    #expect(DateValue.read(" ١٣-٦-١٤٤٨هـ ").value?.entered == "١٣-٦-١٤٤٨هـ")
    #expect(
      DateValue.read("٢٣/١١/٢٠٢٦م الموافق ١٣/٦/١٤٤٨هـ").value?.entered == "٢٣/١١/٢٠٢٦م الموافق ١٣/٦/١٤٤٨هـ")
  }

  @Test func asksWhichNumberIsTheMonth() {
    let reading = DateValue.read("5/6/1448")
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == ["values.date-ambiguous"])
    #expect(
      reading.diagnostics.flatMap(\.hints).map(\.english) == [
        "If day 5 of month 6 is meant, write 1448/06/05.", "If day 6 of month 5 is meant, write 1448/05/06.",
      ])
    #expect(
      DateValue.read("5/6/1448", order: .dayFirst).value?.day == HijriDate(year: 1448, month: 6, day: 5).civil
    )
    #expect(
      DateValue.read("5/6/1448", order: .monthFirst).value?.day
        == HijriDate(year: 1448, month: 5, day: 6).civil)
  }

  @Test func notesThatTheMonthStoodFirst() {
    let reading = DateValue.read("11/23/2026")
    #expect(reading.value?.day.iso == "2026-11-23")
    #expect(reading.diagnostics.map(\.message.id) == ["values.date-month-first"])
  }

  @Test func warnsOfAnotherWeekday() {
    let reading = DateValue.read("الأحد 13/6/1448")
    #expect(reading.value?.day.iso == "2026-11-23")
    #expect(reading.diagnostics.map(\.message.id) == ["values.date-weekday"])
  }

  @Test(arguments: [
    ("30/06/1448", "values.date-day"), ("29/2/2023", "values.date-day"), ("31/4/2026", "values.date-day"),
    ("1448/13/6", "values.date-month"), ("13/6/48", "values.date-unreadable"),
    ("1448", "values.date-unreadable"),
    ("13/6/1200", "values.date-year"), ("13/6/1700", "values.date-year"),
    ("13/6/1342", "values.date-outside-table"),
    ("13/6/2026هـ", "values.date-calendars"), ("13 رجب 2026", "values.date-calendars"),
    ("", "values.date-empty"),
    ("１３/６/１４４٨", "values.date-digits"), ("غداً", "values.date-unreadable"),
    ("13/6/1448x", "values.date-unreadable"),
    ("14/6/1448هـ الموافق 23/11/2026م", "values.date-disagrees"), ("46349", "values.date-unreadable"),
    ("05061448", "values.date-ambiguous"), ("99999999", "values.date-year"), ("1448/6/0", "values.date-day"),
    ("2026-11-23-05", "values.date-unreadable"), ("11:23 2026", "values.date-unreadable"),
    ("13/6/1448هـ 14/6/1448هـ", "values.date-unreadable"),
    ("13/6/1448هـ - 24/11/2026م", "values.date-disagrees"), ("30/06/1448هـ - 10/12/2026م", "values.date-day"),
    ("5/6/1448هـ - 16/11/2026م", "values.date-disagrees"),
  ])
  func refusesAndSaysWhy(_ text: String, _ id: String) {
    let reading = DateValue.read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }
}
