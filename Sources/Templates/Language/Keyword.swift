/// The spellings of one keyword, each Arabic one with the English one that the converter writes for it.
struct Spelling: Hashable, Sendable {
  /// An Arabic spelling and its English counterpart.
  struct Variant: Hashable, Sendable {
    let arabic: String
    let english: String
  }

  /// The spellings, the usual one first.
  let variants: [Variant]

  init(_ arabic: String, _ english: String, _ others: (String, String)...) {
    variants =
      [Variant(arabic: arabic, english: english)]
      + others.map { Variant(arabic: $0.0, english: $0.1) }
  }

  /// The usual Arabic spelling.
  var arabic: String { variants[0].arabic }
  /// The usual English spelling.
  var english: String { variants[0].english }

  /// The variant that a text's words are one side of.
  func variant(spelled key: String) -> Variant {
    variants.first { TagSpelling.key($0.arabic) == key || TagSpelling.key($0.english) == key } ?? variants[0]
  }
}

/// A set of words with a meaning of their own at some place of a template.
protocol Keyword: Hashable, Sendable, CaseIterable {
  /// Its spellings.
  var spelling: Spelling { get }
  /// The set's words by their keys.
  static var table: KeywordTable<Self> { get }
}

/// The words of one keyword set, found by their keys.
struct KeywordTable<Word: Keyword>: Sendable {
  private let words: [String: Word]
  private let longest: Int

  init() {
    var words: [String: Word] = [:]
    for word in Word.allCases {
      for variant in word.spelling.variants {
        words[TagSpelling.key(variant.arabic)] = word
        words[TagSpelling.key(variant.english)] = word
      }
    }
    self.words = words
    longest = words.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// The keyword spelled by the whole of `key`.
  subscript(key: String) -> Word? { words[key] }

  /// The longest keyword that the first tokens spell, and how many of them.
  func match(_ tokens: ArraySlice<Token>) -> (word: Word, count: Int)? {
    for count in stride(from: min(longest, tokens.count), to: 0, by: -1) {
      let key = tokens.prefix(count).map(\.key).joined(separator: " ")
      if let word = words[key] { return (word, count) }
    }
    return nil
  }

  /// Every spelling in Arabic, in the set's order: candidates for a hint.
  var arabicSpellings: [String] { Word.allCases.map(\.spelling.arabic) }
}

/// A keyword found in a text, for the converter.
struct KeywordUse: Hashable, Sendable {
  let range: Range<Int>
  let variant: Spelling.Variant
}
