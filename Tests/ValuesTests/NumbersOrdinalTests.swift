import Testing
import Values

@Suite struct NumbersOrdinalTests {
  @Test(
    "ordinals by rule",
    arguments: [
      (1, "الأول", "الأولى"), (2, "الثاني", "الثانية"), (3, "الثالث", "الثالثة"), (6, "السادس", "السادسة"),
      (10, "العاشر", "العاشرة"), (11, "الحادي عشر", "الحادية عشرة"), (12, "الثاني عشر", "الثانية عشرة"),
      (18, "الثامن عشر", "الثامنة عشرة"), (20, "العشرون", "العشرون"),
      (21, "الحادي والعشرون", "الحادية والعشرون"),
      (32, "الثاني والثلاثون", "الثانية والثلاثون"), (99, "التاسع والتسعون", "التاسعة والتسعون"),
      (100, "المائة", "المائة"), (101, "الأول بعد المائة", "الأولى بعد المائة"),
      (111, "الحادي عشر بعد المائة", "الحادية عشرة بعد المائة"), (200, "المائتان", "المائتان"),
      (250, "الخمسون بعد المائتين", "الخمسون بعد المائتين"), (300, "الثلاثمائة", "الثلاثمائة"),
      (1000, "الألف", "الألف"),
      (1001, "الأول بعد الألف", "الأولى بعد الألف"), (1100, "المائة بعد الألف", "المائة بعد الألف"),
      (1125, "الخامس والعشرون بعد الألف والمائة", "الخامسة والعشرون بعد الألف والمائة"),
      (2000, "الألفان", "الألفان"),
      (2003, "الثالث بعد الألفين", "الثالثة بعد الألفين"), (3000, "ثلاثة الآلاف", "ثلاثة الآلاف"),
      (1300, "الثلاثمائة بعد الألف", "الثلاثمائة بعد الألف"), (12_000, "الاثنا عشر ألفاً", "الاثنا عشر ألفاً"),
      (12_001, "الأول بعد الاثني عشر ألفاً", "الأولى بعد الاثني عشر ألفاً"),
      (25_000, "الخمسة والعشرون ألفاً", "الخمسة والعشرون ألفاً"), (200_000, "مائتا الألف", "مائتا الألف"),
      (103_000, "المائة وثلاثة الآلاف", "المائة وثلاثة الآلاف"),
      (101_000, "مائة الألف والألف", "مائة الألف والألف"),
      (121_000, "المائة والواحد والعشرون ألفاً", "المائة والواحد والعشرون ألفاً"),
      (202_000, "مائتا الألف والألفان", "مائتا الألف والألفان"),
    ])
  func definite(n: Int, masculine: String, feminine: String) {
    #expect(Ordinal.words(n, gender: .masculine, isDefinite: true) == masculine)
    #expect(Ordinal.words(n, gender: .feminine, isDefinite: true) == feminine)
  }

  @Test(
    "cases and indefinites",
    arguments: [
      (1, false, GrammaticalCase.accusative, "أول"), (2, false, .nominative, "ثانٍ"),
      (2, false, .accusative, "ثانياً"),
      (2, true, .genitive, "الثاني"), (3, false, .accusative, "ثالثاً"), (3, false, .genitive, "ثالث"),
      (11, false, .accusative, "حادي عشر"), (20, true, .genitive, "العشرين"),
      (21, true, .genitive, "الحادي والعشرين"),
      (21, false, .nominative, "حادٍ وعشرون"), (22, false, .accusative, "ثانياً وعشرين"),
      (25, false, .genitive, "خامس وعشرين"),
      (200, true, .genitive, "المائتين"), (105, false, .nominative, "خامس بعد المائة"),
      (1000, false, .nominative, "ألف"),
    ])
  func cases(n: Int, isDefinite: Bool, grammaticalCase: GrammaticalCase, words: String) {
    #expect(Ordinal.words(n, gender: .masculine, isDefinite: isDefinite, in: grammaticalCase) == words)
  }

  @Test(
    "items of a list",
    arguments: [
      (1, "أولاً"), (2, "ثانياً"), (3, "ثالثاً"), (8, "ثامناً"), (10, "عاشراً"), (11, "حادي عشر"), (20, "عشرين"),
      (21, "حادياً وعشرين"), (101, "أولاً بعد المائة"), (102, "ثانياً بعد المائة"), (1001, "أولاً بعد الألف"),
      (1101, "أولاً بعد الألف والمائة"),
    ])
  func adverbs(n: Int, words: String) {
    #expect(Ordinal.adverb(n) == words)
  }

  @Test func placesOutOfRangeHaveNoWords() {
    #expect(Ordinal.words(0, gender: .masculine, isDefinite: true) == nil)
    #expect(Ordinal.words(Ordinal.largest + 1, gender: .masculine, isDefinite: true) == nil)
    #expect(Ordinal.adverb(0) == nil)
  }

  @Test(arguments: Gender.allCases)
  func everyOrdinalIsUniqueAndAgrees(gender: Gender) {
    let places = Array(1...3000) + Array(stride(from: 3001, through: Ordinal.largest, by: 397))
    let words = places.compactMap { Ordinal.words($0, gender: gender, isDefinite: true) }
    #expect(Set(words).count == places.count)
    let wrong = zip(places, words).filter { place, words in
      guard (2...19).contains(place % 100) else { return false }
      return words.prefix { $0 != " " }.hasSuffix("ة") != (gender == .feminine)
    }
    #expect(wrong.isEmpty)
  }
}
