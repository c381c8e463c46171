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
