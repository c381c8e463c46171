import Diagnostics
import Foundation
import TestSupport
import Testing
import Values

@Suite struct NumbersAmountTests {
  /// The reference table: halalas, and the words within «فقط … لا غير».
  static let table: [(Int64, String)] = [
    (1_00, "ريال سعودي واحد"), (2_00, "ريالان سعوديان"), (3_00, "ثلاثة ريالات سعودية"),
    (10_00, "عشرة ريالات سعودية"), (11_00, "أحد عشر ريالاً سعودياً"), (12_00, "اثنا عشر ريالاً سعودياً"),
    (21_00, "واحد وعشرون ريالاً سعودياً"), (28_00, "ثمانية وعشرون ريالاً سعودياً"),
    (99_00, "تسعة وتسعون ريالاً سعودياً"), (100_00, "مائة ريال سعودي"), (200_00, "مائتا ريال سعودي"),
    (101_00, "مائة ريال سعودي وريال واحد"), (102_00, "مائة ريال سعودي وريالان سعوديان"),
    (103_00, "مائة وثلاثة ريالات سعودية"), (125_00, "مائة وخمسة وعشرون ريالاً سعودياً"),
    (1_000_00, "ألف ريال سعودي"), (2_000_00, "ألفا ريال سعودي"), (2_500_00, "ألفان وخمسمائة ريال سعودي"),
    (3_000_00, "ثلاثة آلاف ريال سعودي"), (1_200_00, "ألف ومائتا ريال سعودي"),
    (11_000_00, "أحد عشر ألف ريال سعودي"), (105_000_00, "مائة وخمسة آلاف ريال سعودي"),
    (121_000_00, "مائة وواحد وعشرون ألف ريال سعودي"), (200_000_00, "مائتا ألف ريال سعودي"),
    (1_000_000_00, "مليون ريال سعودي"), (2_000_000_00, "مليونا ريال سعودي"), (1, "هللة واحدة"), (2, "هللتان"),
    (3, "ثلاث هللات"), (8, "ثماني هللات"), (11, "إحدى عشرة هللة"), (12, "اثنتا عشرة هللة"),
    (15, "خمس عشرة هللة"), (28, "ثمانٍ وعشرون هللة"), (50, "خمسون هللة"),
    (2_62, "ريالان سعوديان واثنتان وستون هللة"), (1_500_50, "ألف وخمسمائة ريال سعودي وخمسون هللة"),
    (
      1_234_567_89,
      "مليون ومائتان وأربعة وثلاثون ألفاً وخمسمائة وسبعة وستون ريالاً سعودياً وتسع وثمانون هللة"
    ),
  ]

  @Test("amounts are written as the reference table has them", arguments: table)
  func reference(halalas: Int64, words: String) {
    #expect(AmountInWords.words(Money(minorUnits: halalas)).value == "فقط \(words) لا غير")
    #expect(AmountInWords.words(Money(minorUnits: halalas), isFramed: false).value == words)
  }

  @Test func everySampleRowIsWrittenAsItStands() throws {
    let file = Repository.file("Tests/ValuesTests/Fixtures/sar_amounts.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    for row in rows {
      let cells = row.split(separator: ",").map(String.init)
      #expect(BulkAnswers.money(cells[0]) == cells[1], "\(row)")
    }
    #expect(rows.count == 92)
  }

  @Test(
    "rulings where published suites disagree",
    arguments: [
      (1_00, "ريال واحد"), (2_000_00, "ألفا ريال"), (11_000_00, "أحد عشر ألف ريال"),
      (101_000_00, "مائة ألف وألف ريال"), (102_000_00, "مائة ألف وألفا ريال"),
      (101_00, "مائة ريال وريال واحد"),
      (102_00, "مائة ريال وريالان"), (201_00, "مائتا ريال وريال واحد"), (2_001_00, "ألفان وريال واحد"),
      (1_002_00, "ألف وريالان"), (1_101_00, "ألف ومائة ريال وريال واحد"),
      (3_000_000_01, "ثلاثة ملايين ريال وهللة واحدة"), (100_000_02, "مائة ألف ريال وهللتان"),
    ])
  func rulings(halalas: Int64, words: String) {
    var style = HouseStyle()
    style.namesCurrencyCountry = false
    #expect(AmountInWords.words(Money(minorUnits: halalas), style: style, isFramed: false).value == words)
  }

  @Test(
    "the whole amount takes the case of its place",
    arguments: [
      (2_00, GrammaticalCase.genitive, "ريالين سعوديين"), (1_00, .accusative, "ريالاً سعودياً واحداً"),
      (200_00, .genitive, "مائتي ريال سعودي"), (2_02, .genitive, "ريالين سعوديين وهللتين"),
      (25_12, .genitive, "خمسة وعشرين ريالاً سعودياً واثنتي عشرة هللة"),
      (1_000_00, .accusative, "ألف ريال سعودي"),
      (2_001_00, .genitive, "ألفين وريال سعودي واحد"), (28, .accusative, "ثمانياً وعشرين هللة"),
    ])
  func cases(halalas: Int64, grammaticalCase: GrammaticalCase, words: String) {
    let reading = AmountInWords.words(Money(minorUnits: halalas), isFramed: false, in: grammaticalCase)
    #expect(reading.value == words)
  }

  @Test(
    "other currencies come from the table",
    arguments: [
      (2_50, "USD", "دولاران أمريكيان وخمسون سنتاً"), (3_00, "GBP", "ثلاثة جنيهات إسترلينية"),
      (1_250, "KWD", "دينار كويتي واحد ومائتان وخمسون فلساً"), (2_00, "TRY", "ليرتان تركيتان"),
      (101_00, "TRY", "مائة ليرة تركية وليرة واحدة"), (11_00, "EUR", "أحد عشر يورو"),
      (5, "JPY", "خمسة ينات يابانية"),
      (8_008, "OMR", "ثمانية ريالات عمانية وثماني بيسات"),
    ])
  func currencies(minorUnits: Int64, code: String, words: String) {
    let money = Money(minorUnits: minorUnits, currency: code)
    #expect(AmountInWords.words(money, isFramed: false).value == words)
  }

  @Test func onlyTheRiyalLosesItsCountry() {
    var style = HouseStyle()
    style.namesCurrencyCountry = false
    let dollars = AmountInWords.words(Money(minorUnits: 300, currency: "USD"), style: style, isFramed: false)
    #expect(dollars.value == "ثلاثة دولارات أمريكية")
  }

  @Test(
    "what can't be written is refused with a reason",
    arguments: [
      (Money(minorUnits: -1), "values.negative-amount-in-words"),
      (Money(minorUnits: .max), "values.amount-too-large-for-words"),
      (Money(minorUnits: 5, currency: "XXX"), "values.unknown-currency"),
    ])
  func refusals(money: Money, id: String) {
    let reading = AmountInWords.words(money)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error && !$0.hints.isEmpty })
  }

  @Test(
    "bulk answers",
    arguments: [
      ("1000.75", "ألف ريال وخمس وسبعون هللة"), ("٢٫٥", "ريالان وخمسون هللة"), ("1,500", "ألف وخمسمائة ريال"),
      ("0.28", "ثمان وعشرون هللة"), ("-1", "invalid\t"), ("1.005", "invalid\t"), ("abc", "invalid\t"),
      ("", "invalid\t"), ("0", "صفر ريال"), ("٠٫٠٠", "صفر ريال"),
      ("1,5", "invalid\t"), ("1000000000000000", "invalid\t"), ("99999999999999999999999", "invalid\t"),
    ])
  func bulk(line: String, answer: String) {
    let given = BulkAnswers.money(line)
    #expect(answer.hasSuffix("\t") ? given.hasPrefix(answer) : given == answer)
  }
}
