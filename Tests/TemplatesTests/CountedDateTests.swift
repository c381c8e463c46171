import Diagnostics
import Templates
import Testing
import Values

/// Filters that count a day from another, by the office's own rules.
@Suite struct CountedDateTests {
  /// A scope of an office with a holiday, and a limit to its replies.
  private func scope(maximum: Int? = 20) -> Scope {
    var scope = Fixture.scope()
    scope.week.holidays = [CivilDate(year: 2026, month: 12, day: 13)]
    scope.replyWindow = ReplyWindow(minReplyDays: 10, maxReplyDays: maximum)
    return scope
  }

  @Test(arguments: [
    ("أقرب رد", "٣ ديسمبر ٢٠٢٦م"), ("آخر رد", "١٤ ديسمبر ٢٠٢٦م"), ("بعد أيام عمل: ١٤", "١٤ ديسمبر ٢٠٢٦م"),
    ("بعد: ١٤ يوم عمل", "١٤ ديسمبر ٢٠٢٦م"), ("بعد: ١٠ أيام | أقرب رد", "١٣ ديسمبر ٢٠٢٦م"),
    ("reply deadline", "١٤ ديسمبر ٢٠٢٦م"), ("after: 2 hijri months", "٢١ يناير ٢٠٢٧م"),
  ])
  func daysAreCountedByTheOfficesRules(filter: String, expected: String) throws {
    #expect(try Fixture.text("{{تاريخ الطلب | \(filter) | ميلادي}}", scope()) == expected)
  }

  @Test func aCountedDayHasNoEnteredTextOfItsOwn() throws {
    #expect(try Fixture.text("{{تاريخ الطلب | أقرب رد | كما ورد}}", scope()).contains("1448-06-23"))
  }

  @Test func withoutALimitThereIsNoLastDayOfTheReply() {
    #expect(
      Fixture.mistakes(in: "{{تاريخ الطلب | آخر رد}}", scope(maximum: nil)) == ["templates.no-reply-limit"])
  }

  @Test func aTextThatIsNoNumberHasNoPercentage() {
    let scope = Fixture.scope(["نسبة الإنجاز": .text("كثير")])
    #expect(Fixture.mistakes(in: "{{نسبة الإنجاز | نسبة}}", scope) == ["values.not-a-number"])
    #expect(Fixture.mistakes(in: "{{نسبة الإنجاز | تفقيط}}", scope) == ["values.not-a-number"])
  }

  @Test func anAmountWithoutItsCurrencysSmallestCoinIsNotRounded() {
    let scope = Fixture.scope(["مبلغ الدعم": .money(Money(minorUnits: 150))])
    #expect(
      Fixture.mistakes(in: "{{مبلغ الدعم | بالعملة: JPY | تفقيط}}", scope) == ["templates.unwritable-value"])
  }
}
