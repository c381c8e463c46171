import Testing
import Values

@Suite struct NumbersPropertyTests {
  /// Numbers of every length, the same in every run, and those whose groups are where the rules meet.
  static let numbers: [Int64] = {
    let edges: [Int64] = [
      0, 1, 2, 3, 8, 10, 11, 12, 18, 20, 21, 28, 99, 100, 101, 102, 108, 111, 200, 202, 999,
    ]
    var state: UInt64 = 1448
    func next(below limit: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 11) % limit
    }
    var numbers = Array(0...Int64(1200))
    for index in 0..<700 {
      var limit: Int64 = 10
      for _ in 0..<(index % 15) { limit *= 10 }
      numbers.append(next(below: limit))
      var number: Int64 = 0
      for _ in 0..<5 { number = number * 1000 + edges[Int(next(below: Int64(edges.count)))] }
      numbers.append(number)
    }
    return numbers + [Cardinal.largest]
  }()

  static let styles: [HouseStyle] = {
    var bare = HouseStyle()
    bare.hundred = .withoutAlef
    bare.tanwin = .beforeAlef
    bare.milliard = .billion
    bare.marksLostYa = false
    return [HouseStyle(), bare]
  }()

  @Test(arguments: Gender.allCases, GrammaticalCase.allCases)
  func readingTheWordsBackGivesTheNumber(gender: Gender, grammaticalCase: GrammaticalCase) {
    for style in Self.styles {
      let wrong = Self.numbers.filter { number in
        let words = Cardinal.words(number, counting: gender, in: grammaticalCase, style: style)
        return words.flatMap(CardinalReader.number) != number
      }
      #expect(wrong.isEmpty)
    }
  }

  @Test(arguments: Gender.allCases)
  func everyPartStandsInTheCaseOfTheWhole(gender: Gender) {
    let nominativeEndings = [
      "ان", "تا", "اثنا", "ألفا", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون",
    ]
    let obliqueEndings = ["رين", "ثين", "عين", "سين", "تين", "نين", "لفين", "تي", "اثني"]
    func has(_ endings: [String], _ words: String?) -> Bool {
      (words ?? "").split(separator: " ").contains { word in
        word != "ثمان" && word != "وثمان" && endings.contains { word.hasSuffix($0) }
      }
    }
    var style = HouseStyle()
    style.marksLostYa = false
    let wrong = Self.numbers.filter { number in
      has(obliqueEndings, Cardinal.words(number, counting: gender, style: style))
        || has(nominativeEndings, Cardinal.words(number, counting: gender, in: .genitive, style: style))
    }
    #expect(wrong.isEmpty)
  }

  @Test func onlyThePartBelowAThousandFollowsTheGenderOfWhatIsCounted() {
    let wrong = Self.numbers.filter { number in
      let masculine = Cardinal.words(number, counting: .masculine)
      let isSame = masculine == Cardinal.words(number, counting: .feminine)
      if (1...19).contains(number % 100) { return isSame }
      return number % 1000 == 0 && !isSame
    }
    #expect(wrong.isEmpty)
  }

  @Test func aCountedNounStandsInTheFormItsNumberGoverns() throws {
    let page = try #require(NounTable.standard.noun("صفحة"))
    let day = try #require(NounTable.standard.noun("يوم"))
    for number in Self.numbers where number > 2 {
      let (pages, days) = (page.phrase(number) ?? "", day.phrase(number) ?? "")
      switch number % 100 {
      case 3...10: #expect(pages.hasSuffix(" صفحات") && days.hasSuffix(" أيام"))
      case 11...99: #expect(pages.hasSuffix(" صفحة") && days.hasSuffix(" يوماً"))
      case 1: #expect(pages.hasSuffix(" وصفحة واحدة") && days.hasSuffix(" ويوم واحد"))
      case 2: #expect(pages.hasSuffix(" وصفحتان") && days.hasSuffix(" ويومان"))
      default: #expect(pages.hasSuffix(" صفحة") && days.hasSuffix(" يوم"))
      }
      let nunBeforeNoun = ["ان صفحة", "ين صفحة", "ان يوم", "ألفاً يوم"]
      #expect(number % 100 != 0 || !nunBeforeNoun.contains { (pages + days).contains($0) }, "\(pages)")
    }
  }

  @Test(
    "bulk answers",
    arguments: [
      ("21\tf\tgen", "إحدى وعشرين"), ("8\tf\tnom", "ثمان"), ("8\tf\tacc", "ثمانيًا"), ("1000\tm\tacc", "ألفًا"),
      ("8\tf\tobl", "ثمان"), ("1\tm\tobl", "واحد"), ("\u{FEFF}5\tm\tnom", "خمسة"),
      ("١٢\tm\tnom", "اثنا عشر"), ("0\tm\tnom", "صفر"), ("999999999999999", "invalid"),
      ("1\tx\tnom", "invalid"),
      ("1\tm\tdat", "invalid"), ("1.5\tm\tnom", "invalid"), ("1000000000000000\tm\tnom", "invalid"),
      ("", "invalid"),
    ])
  func bulk(line: String, answer: String) {
    let given = BulkAnswers.cardinal(line)
    #expect(answer == "invalid" ? given.hasPrefix("invalid\t") : given == answer)
  }
}
