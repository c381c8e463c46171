import Testing

@testable import Templates

@Suite struct KeywordTests {
  /// The spellings of a set that mean two of its words at once.
  private func clashes<Word: Keyword>(_ set: Word.Type) -> [String] {
    var owners: [String: Word] = [:]
    var clashes: [String] = []
    for word in Word.allCases {
      for variant in word.spelling.variants {
        for key in [variant.arabic, variant.english].map({ TagSpelling.key($0) }) {
          if let owner = owners[key], owner != word { clashes.append(key) }
          owners[key] = word
        }
      }
    }
    return clashes
  }

  @Test func noSpellingMeansTwoWordsOfOneSet() {
    let all = [
      clashes(TagKeyword.self), clashes(ConditionKeyword.self), clashes(LoopKeyword.self),
      clashes(Filter.self),
      clashes(FilterOption.self), clashes(Measure.self), clashes(SymbolName.self), clashes(FormName.self),
      clashes(Setting.self), clashes(SettingWord.self), clashes(ParagraphStyleWord.self),
      clashes(BooleanWord.self), clashes(PeriodUnit.self),
    ]
    #expect(Array(all.joined()) == [])
  }

  @Test(arguments: [
    ("ا\u{200F}لا\u{0640}\u{0640}س\u{064F}م", "الاسم"), ("رقم\u{00A0}\u{00A0}الطلب", "رقم الطلب"),
    ("\u{2067}المبلغ\u{2069}", "المبلغ"), ("بند ٣ و۴", "بند 3 و4"), ("مو\u{200C}قع", "موقع"),
    ("Name", "name"),
    ("أ", "ا\u{0654}"),
  ])
  func charactersWithoutMeaningMakeNoDifference(written: String, key: String) {
    #expect(TagSpelling.key(written) == key)
  }

  @Test(arguments: [
    ("الإسم", "الاسم"), ("المكرمه", "المكرمة"), ("مبلع الدعم", "مبلغ الدعم"), ("الجول", "الجوال"),
    ("رقم الهويه", "رقم الهوية"), ("مبلغ الدعم", "مبلغ الدعم"),
  ])
  func aHintFindsTheNearestName(written: String, meant: String) {
    let names = ["الاسم", "المكرمة", "مبلغ الدعم", "الجوال", "رقم الهوية", "رقم الطلب"]
    #expect(Suggestion.nearest(to: written, among: names) == meant)
  }

  @Test func aHintIsNotGivenForAWordThatIsFarFromAll() {
    #expect(Suggestion.nearest(to: "شيء آخر تماما", among: ["الاسم", "الجوال"]) == nil)
  }
}
