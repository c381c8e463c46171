import Diagnostics
import Testing
import Values

@Suite struct NumbersDecimalTests {
  @Test(
    "decimals in words",
    arguments: [
      ("2.5", "اثنان ونصف"), ("0.5", "نصف"), ("0.25", "ربع"), ("3.75", "ثلاثة وثلاثة أرباع"),
      ("3.14", "ثلاثة وأربعة عشر من مائة"), ("1.2", "واحد واثنان من عشرة"), ("0", "صفر"),
      ("0.001", "واحد من ألف"),
      ("٧٫٠٥", "سبعة وخمسة من مائة"), ("12", "اثنا عشر"), ("2.50", "اثنان ونصف"),
      ("1,200.3", "ألف ومائتان وثلاثة من عشرة"),
      ("0.0001", "واحد من عشرة آلاف"), ("5.000007", "خمسة وسبعة من مليون"),
    ])
  func decimals(text: String, words: String) {
    #expect(DecimalInWords.words(text).value == words)
  }

  /// 0.125 and 100.025 would else be the same words.
  @Test(
    "a whole number that the parts could belong to stands apart from them",
    arguments: [
      ("0.125", "مائة وخمسة وعشرون من ألف"), ("100.025", "مائة، وخمسة وعشرون من ألف"),
      ("1000.105", "ألف ومائة وخمسة من ألف"), ("1100.005", "ألف ومائة، وخمسة من ألف"),
      ("2000.0005", "ألفان، وخمسة من عشرة آلاف"), ("120.005", "مائة وعشرون وخمسة من ألف"),
      ("1250000.000005", "مليون ومائتان وخمسون ألفاً، وخمسة من مليون"),
      ("100.1", "مائة وواحد من عشرة"), ("100.5", "مائة ونصف"), ("100.25", "مائة وربع"),
    ])
  func standsApart(text: String, words: String) {
    #expect(DecimalInWords.words(text).value == words)
  }

  @Test func noTwoDecimalsHaveTheSameWords() {
    var seen: [String: String] = [:]
    let wholes = [
      0, 1, 2, 3, 10, 20, 21, 99, 100, 101, 105, 120, 200, 1000, 1001, 1100, 1105, 2000, 20_000, 120_000,
    ]
    for whole in wholes + [100_000, 200_000, 999_000, 1_000_000, 1_250_000] {
      for parts in [
        "1", "3", "05", "12", "99", "001", "005", "025", "101", "105", "125", "0005", "1005", "2005",
      ]
        + ["00005", "20005", "000005", "100005", "120005", "250005"]
      {
        let text = "\(whole).\(parts)"
        let words = DecimalInWords.words(text).value ?? ""
        #expect(seen.updateValue(text, forKey: words) == nil, "\(text): \(words)")
      }
    }
  }

  @Test(
    "percentages in words",
    arguments: [
      ("15", "خمسة عشر في المائة"), ("2.5%", "اثنان ونصف في المائة"), ("٠٫٥٪", "نصف في المائة"),
      ("100", "مائة في المائة"),
      ("1", "واحد في المائة"), ("12.25", "اثنا عشر وربع في المائة"),
    ])
  func percentages(text: String, words: String) {
    #expect(DecimalInWords.percentage(text).value == words)
  }

  @Test func theCaseReachesEveryPart() {
    #expect(DecimalInWords.words("2.5", in: .accusative).value == "اثنين ونصفاً")
    #expect(
      DecimalInWords.percentage("22.12", in: .genitive).value == "اثنين وعشرين واثني عشر من مائة في المائة")
  }

  @Test(
    "what isn't a number, or can't be told, is refused",
    arguments: [
      ("-2", "values.negative-number-in-words"), ("−2.5", "values.negative-number-in-words"),
      ("1.1234567", "values.too-many-decimals"), ("1000000000000000", "values.number-too-large-for-words"),
      ("١٢a", "values.not-a-number"), ("", "values.not-a-number"), (".", "values.not-a-number"),
      ("1.", "values.not-a-number"), ("1.2.3", "values.not-a-number"), ("1,5", "values.not-a-number"),
      ("１２", "values.not-a-number"), ("१२", "values.not-a-number"),
    ])
  func refusals(text: String, id: String) {
    let reading = DecimalInWords.words(text)
    #expect(reading.value == nil)
    #expect(reading.diagnostics.map(\.message.id) == [id])
  }
}
