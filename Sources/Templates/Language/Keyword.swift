/// The spellings of one keyword: the Arabic and the English one written by the converter, and others read.
struct Spelling: Hashable, Sendable {
  let arabic: String
  let english: String
  let synonyms: [String]

  init(_ arabic: String, _ english: String, _ synonyms: String...) {
    self.arabic = arabic
    self.english = english
    self.synonyms = synonyms
  }

  /// Every spelling.
  var all: [String] { [arabic, english] + synonyms }
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
      for spelling in word.spelling.all { words[TagSpelling.key(spelling)] = word }
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
  let spelling: Spelling
}
