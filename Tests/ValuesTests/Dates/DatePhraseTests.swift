import Testing

@testable import Values

@Suite struct DatePhraseTests {
  private let day = CivilDate(year: 2026, month: 11, day: 23)

  @Test(arguments: [
    (DatePhrase.Form.long, "يوم الإثنين ١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م"),
    (.both, "١٣ جمادى الآخرة ١٤٤٨هـ الموافق ٢٣ نوفمبر ٢٠٢٦م"), (.hijri, "١٣ جمادى الآخرة ١٤٤٨هـ"),
    (.gregorian, "٢٣ نوفمبر ٢٠٢٦م"), (.weekday, "الإثنين"),
    (.numericHijri, "\u{2067}\u{2066}١٤٤٨/٠٦/١٣\u{2069}هـ\u{2069}"),
    (.numericGregorian, "\u{2067}\u{2066}٢٠٢٦/١١/٢٣\u{2069}م\u{2069}"),
  ])
  func writesEveryForm(_ form: DatePhrase.Form, _ expected: String) {
    #expect(DatePhrase.words(day, form, style: HouseStyle()) == expected)
    let date = DateValue(day: day, calendar: .gregorian, entered: "2026-11-23")
    #expect(DatePhrase.words(date, form, style: HouseStyle()) == expected)
  }

  @Test func followsTheHouse() {
    var style = HouseStyle()
    style.digits = .european
    style.numericDateOrder = .dayAtLeft
    #expect(
      DatePhrase.words(day, .numericHijri, style: style) == "\u{2067}\u{2066}13/06/1448\u{2069}هـ\u{2069}")
    #expect(
      DatePhrase.words(day, .long, style: style)
        == "يوم الإثنين 13 جمادى الآخرة 1448هـ الموافق 23 نوفمبر 2026م")
  }

  @Test(arguments: [
    (GrammaticalCase.nominative, "١ ذو القعدة ١٤٤٨هـ"), (.accusative, "١ ذا القعدة ١٤٤٨هـ"),
    (.genitive, "١ ذي القعدة ١٤٤٨هـ"),
  ])
  func inflectsTheLastMonths(_ grammaticalCase: GrammaticalCase, _ expected: String) throws {
    let day = try #require(HijriDate(year: 1448, month: 11, day: 1).civil)
    #expect(DatePhrase.words(day, .hijri, style: HouseStyle(), in: grammaticalCase) == expected)
  }

  @Test func hasNoHijriWordsOutsideTheTable() {
    let day = CivilDate(year: 1900, month: 1, day: 1)
    for form in [DatePhrase.Form.long, .both, .hijri, .numericHijri] {
      #expect(DatePhrase.words(day, form, style: HouseStyle()) == nil)
    }
    #expect(DatePhrase.words(day, .gregorian, style: HouseStyle()) == "١ يناير ١٩٠٠م")
  }

  @Test func everyPhraseOfADayReadsBack() {
    for offset in stride(from: 0, to: 55_000, by: 97) {
      let day = UmmAlQura.official.days.lowerBound.adding(days: offset)
      for form in [DatePhrase.Form.long, .both, .hijri, .gregorian, .numericHijri, .numericGregorian] {
        let text = DatePhrase.words(day, form, style: HouseStyle()) ?? ""
        let reading = DateValue.read(text)
        #expect(reading.value?.day == day && reading.diagnostics.isEmpty, "\(text)")
      }
    }
  }

  @Test func printsTheDateOfRecordAsEntered() throws {
    let date = try #require(DateValue.read("١/١/١٤١٠هـ").value)
    #expect(DatePhrase.ofRecord(date) == "\u{2068}١/١/١٤١٠هـ\u{2069}")
  }
}
