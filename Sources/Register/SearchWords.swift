import Values

/// The words an entry is found by: folded, so that any spelling finds it.
enum SearchWords {
  /// One word for a whole number or code.
  static func key(_ text: String) -> String {
    String(NameForm.searchKey(text).filter { $0.isLetter || $0.isNumber })
  }

  /// The words of a name or subject, in their loose form: «بن» and «بنت» are neither kept nor looked for.
  static func words(of text: String) -> [String] { NameForm.looseSearchWords(of: text) }

  /// What the index holds of an entry.
  static func indexed(_ particulars: [PersonalColumn: String], cipher: PersonalCipher) -> String {
    var words = [particulars[.name], particulars[.capacity], particulars[.subject]].compactMap(\.self)
      .flatMap(words)
    if let party = particulars[.party] { words.append(key(party)) }
    // In one order, once each: by bytes, for folded words have no other forms.
    words.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var indexed: [String] = []
    for word in words where indexed.last.map({ !$0.utf8.elementsEqual(word.utf8) }) ?? true {
      indexed.append(word)
    }
    return indexed.map { cipher.token($0) }.joined(separator: " ")
  }

  /// A query for entries that hold every word of `text`, with the article or without; the last may be the beginning of
  /// one where words aren't hashed.
  static func query(_ text: String, cipher: PersonalCipher) -> String? {
    let words = words(of: text)
    guard let last = words.last else { return nil }
    let isWhole = cipher.key != nil || last.count < 3
    return words.enumerated().map { place, word in
      let tokens = withArticle(word).map { "\"\(cipher.token($0))\"" }
      let end = place == words.count - 1 && !isWhole ? "*" : ""
      return "(" + tokens.map { $0 + end }.joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }

  /// A word, and the same with the article: «سدرة» is in «آل سدرة» and «السدرة», which have one key.
  private static func withArticle(_ word: String) -> [String] {
    let isArabic = word.unicodeScalars.first.map { ("\u{620}"..."\u{64A}").contains($0) } ?? false
    return isArabic && !word.hasPrefix("ال") ? [word, "ال" + word] : [word]
  }
}
