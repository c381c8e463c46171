import Testing

@testable import Values

@Suite struct DigitsTests {
  @Test func unitesTheThreeSetsAndNoOther() {
    #expect(Digits.ascii("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 09 نص") == "0123456789 0123456789 09 نص")
    #expect(Digits.ascii("１२") == "１२")
  }

  @Test(arguments: [
    (Int64(0), "٠", "0"), (999, "٩٩٩", "999"), (1_000, "١٬٠٠٠", "1,000"),
    (1_234_567, "١٬٢٣٤٬٥٦٧", "1,234,567"),
    (-1_000, "-١٬٠٠٠", "-1,000"), (Int64.min, "-٩٬٢٢٣٬٣٧٢٬٠٣٦٬٨٥٤٬٧٧٥٬٨٠٨", "-9,223,372,036,854,775,808"),
  ])
  func groupsInThrees(_ number: Int64, _ arabic: String, _ european: String) {
    #expect(Digits.grouped(number, style: .arabicIndic) == arabic)
    #expect(Digits.grouped(number, style: .european) == european)
  }

  @Test(arguments: [
    ("2.5", "٢٫٥٪", "2.5%"), ("٥", "٥٪", "5%"), ("12.75%", "١٢٫٧٥٪", "12.75%"), ("0.05", "٠٫٠٥٪", "0.05%"),
    ("1000", "١٬٠٠٠٪", "1,000%"), ("-0.5", nil, nil), ("كثير", nil, nil),
  ])
  func writesPercentAfterTheNumber(_ text: String, _ arabic: String?, _ european: String?) {
    #expect(Digits.percent(text, style: .arabicIndic).value == arabic)
    #expect(Digits.percent(text, style: .european).value == european)
  }

  @Test func writesAmountsWithTheSignAfterThem() {
    var style = HouseStyle()
    #expect(Money(minorUnits: 150_050).digits(style: style) == "١٬٥٠٠٫٥٠")
    #expect(Money(minorUnits: 150_000).digitsWithSign(style: style) == "١٬٥٠٠\u{A0}\u{20C1}")
    style.digits = .european
    #expect(Money(minorUnits: 150_050).digits(style: style) == "1,500.50")
    #expect(Money(minorUnits: 8).digits(style: style) == "0.08")
  }
}
