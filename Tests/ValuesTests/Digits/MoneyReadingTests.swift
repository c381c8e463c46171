import Diagnostics
import Testing

@testable import Values

@Suite struct MoneyReadingTests {
  @Test(arguments: [
    ("1500.5", 150_050), ("١٬٥٠٠٫٥٠", 150_050), ("1,500", 150_000), ("1500٫5", 150_050),
    ("1,500.50", 150_050),
    ("0", 0), ("0.08", 8), ("1500", 150_000), ("۱۵۰۰", 150_000), ("1 500", 150_000),
    ("1,234,567.89", 123_456_789),
    ("1.234.567", 123_456_700), ("1.500,50", 150_050), ("1،500", 150_000), ("1500 ريال", 150_000),
    ("1,500.00 ر.س", 150_000), ("SAR 12.50", 1_250), ("٥٠ ريالاً", 5_000), ("\u{200F}٥٠\u{A0}\u{20C1}", 5_000),
    ("50/-", 5_000), ("٥٠٠/- ريال", 50_000), ("1,500.-", 150_000), ("SAR 50,-", 5_000), ("sar 50", 5_000),
    ("50 Sr", 5_000), ("1\u{2019}500", 150_000),
    ("1500 S.R.", 150_000), ("SR. 1500", 150_000), ("S.R. 1,500.50", 150_050), ("ر. س 1500", 150_000),
    ("1500 رس", 150_000), ("ر.س.1500", 150_000), ("ر.س.‏ ١٥٠٠", 150_000), ("\u{FDFC}1500", 150_000),
    ("1500 ريالاً سعودي", 150_000), ("1500 ريال سعودى", 150_000), ("1500 ریال", 150_000),
    ("1500 ريـال", 150_000), ("1500 ريال سعودي.", 150_000), ("1500 Saudi Riyals", 150_000),
    ("فقط 1500 ريال لا غير", 150_000), ("1500 ريالٍ فقط", 150_000), ("1500 /-", 150_000),
    ("ريال .5", 50), ("5. ريال", 500),
    (".50", 50), ("15.", 1_500), ("999999999999999.99", 99_999_999_999_999_999),
  ])
  func readsTheFormsPeopleType(_ text: String, _ minorUnits: Int64) {
    #expect(Money.read(text) == Reading(Money(minorUnits: minorUnits)))
  }

  @Test(arguments: [
    ("1.500", ["1500", "1.50"]), ("1,5", ["15", "1.5"]), ("12,50", ["1250", "12.50"]),
    ("١.٥٠٠", ["1500", "1.50"]),
  ])
  func asksWhereASeparatorMeansTwoAmounts(_ text: String, _ readings: [String]) {
    let reading = Money.read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == ["values.amount-ambiguous"])
    let hints = reading.diagnostics.flatMap(\.hints).map(\.english)
    #expect(hints == readings.map { "If \($0) is meant, write it so." })
  }

  @Test(arguments: [
    ("1500.505", "values.amount-decimals"), ("1٫500", "values.amount-decimals"),
    ("0.500", "values.amount-decimals"),
    ("-5", "values.amount-negative"), ("5-", "values.amount-negative"), ("(5)", "values.amount-negative"),
    ("\u{2212}5", "values.amount-negative"), ("-50/-", "values.amount-negative"),
    ("/-", "values.amount-negative"), ("", "values.amount-empty"), ("ريال", "values.amount-empty"),
    ("خمسون", "values.amount-characters"), ("１５", "values.amount-digits"),
    ("15٬00", "values.amount-grouping"),
    ("1,50,000", "values.amount-grouping"), ("1,500,50", "values.amount-grouping"),
    ("(1,500) ريال", "values.amount-negative"), ("(SAR 1500)", "values.amount-negative"),
    ("ر.س -1500", "values.amount-negative"), ("-SAR 1500", "values.amount-negative"),
    ("1500 USD", "values.amount-characters"), ("1500 ريال عماني", "values.amount-characters"),
    ("50 هللة", "values.amount-characters"), ("1500 ألف ريال", "values.amount-characters"),
    ("فقط", "values.amount-empty"),
    ("1234567890123456", "values.amount-huge"), (".", "values.amount-characters"),
  ])
  func refusesAndSaysWhy(_ text: String, _ id: String) {
    let reading = Money.read(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }

  @Test func everyPrintedAmountReadsBack() {
    for style in HouseStyle.Digits.allCases {
      var house = HouseStyle()
      house.digits = style
      for minorUnits in [0, 5, 50, 100, 150_050, 99_999, 100_000, 123_456_789, 99_999_999_999_999_999]
        as [Int64]
      {
        let money = Money(minorUnits: minorUnits)
        #expect(Money.read(money.digits(style: house)) == Reading(money))
        #expect(Money.read(money.digitsWithSign(style: house)) == Reading(money))
      }
    }
  }
}
