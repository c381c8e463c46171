import Foundation
import TestSupport
import Testing
import Values

@Suite struct NumbersCardinalTests {
  /// The spelling of the sample rows: tanwin before the alef, «ثمان» unmarked.
  static let sampleStyle: HouseStyle = {
    var style = HouseStyle()
    style.tanwin = .beforeAlef
    style.marksLostYa = false
    return style
  }()

  @Test func everySampleRowIsWrittenAsItStands() throws {
    let text = try String(
      contentsOf: Repository.file("Tests/ValuesTests/Fixtures/cardinals.csv"), encoding: .utf8)
    var rows = 0
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").map(String.init)
      let number = try #require(Int64(cells[0]))
      let gender: Gender = cells[1] == "m" ? .masculine : .feminine
      let grammaticalCase: GrammaticalCase = cells[2] == "nom" ? .nominative : .genitive
      let words = Cardinal.words(number, counting: gender, in: grammaticalCase, style: Self.sampleStyle)
      #expect(words == cells[3], "\(line)")
      rows += 1
    }
    #expect(rows == 2823)
  }

  @Test(
    "the accusative shows in one, eight and the scale words",
    arguments: [
      (0, Gender.masculine, "صفراً"), (1, .masculine, "واحداً"), (1, .feminine, "واحدة"),
      (2, .masculine, "اثنين"), (2, .feminine, "اثنتين"), (8, .feminine, "ثمانياً"), (8, .masculine, "ثمانية"),
      (11, .masculine, "أحد عشر"), (12, .feminine, "اثنتي عشرة"), (18, .feminine, "ثماني عشرة"),
      (21, .masculine, "واحداً وعشرين"), (21, .feminine, "إحدى وعشرين"), (28, .feminine, "ثمانياً وعشرين"),
      (1000, .masculine, "ألفاً"), (1001, .masculine, "ألفاً وواحداً"), (2000, .masculine, "ألفين"),
      (101_000, .masculine, "مائة ألف وألفاً"), (1_000_000, .feminine, "مليوناً"), (200, .masculine, "مائتين"),
      (300_000, .masculine, "ثلاثمائة ألف"),
    ])
  func accusative(number: Int64, gender: Gender, words: String) {
    #expect(Cardinal.words(number, counting: gender, in: .accusative) == words)
  }

  @Test(
    "what stands alone follows the rulings",
    arguments: [
      (0, Gender.masculine, "صفر"), (8, .feminine, "ثمانٍ"), (10, .feminine, "عشر"), (10, .masculine, "عشرة"),
      (250, .masculine, "مائتان وخمسون"), (2000, .masculine, "ألفان"), (200_000, .masculine, "مائتا ألف"),
      (101_000, .feminine, "مائة ألف وألف"), (102_000, .masculine, "مائة ألف وألفان"), (3, .feminine, "ثلاث"),
      (8_008, .feminine, "ثمانية آلاف وثمانٍ"), (1_000_000_000_000, .masculine, "تريليون"),
      (11_000_000_000_000, .masculine, "أحد عشر تريليوناً"), (3_000_000_000_000, .feminine, "ثلاثة تريليونات"),
    ])
  func alone(number: Int64, gender: Gender, words: String) {
    #expect(Cardinal.words(number, counting: gender) == words)
  }

  @Test func theStyleChangesSpellingAndNothingElse() {
    var style = HouseStyle()
    style.hundred = .withoutAlef
    style.tanwin = .beforeAlef
    style.milliard = .billion
    style.marksLostYa = false
    let words = Cardinal.words(11_200_018_308, counting: .feminine, style: style)
    #expect(words == "أحد عشر بليونًا ومئتا مليون وثمانية عشر ألفًا وثلاثمئة وثمان")
  }

  @Test func numbersOutOfRangeHaveNoWords() {
    #expect(Cardinal.words(-1, counting: .masculine) == nil)
    #expect(Cardinal.words(Cardinal.largest + 1, counting: .masculine) == nil)
    #expect(
      Cardinal.words(Cardinal.largest, counting: .masculine)?.hasPrefix("تسعمائة وتسعة وتسعون تريليوناً")
        == true)
  }
}
