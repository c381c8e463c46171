/// The initials by which a paper names who drafted or checked it (التركين).
public enum NameInitials {
  /// The first letters of a person's first and last name, without titles, «بن», «آل» and the article: «ع.ر».
  public static func of(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).filter {
      !isTitle($0) && !links.contains(String($0))
    }
    guard let first = words.first else { return "" }
    let letters = words.count > 1 ? [first, words[words.count - 1]] : [first]
    return letters.compactMap { stem($0).first.map { String($0) } }.joined(separator: ".")
  }

  private static let links: Set = ["بن", "ابن", "بنت", "آل", "ال", "أبو", "أبي", "أم"]

  /// «د.» and «م.», or a word without letters.
  private static func isTitle(_ word: Substring) -> Bool {
    word.hasSuffix(".") || !word.contains(where: \.isLetter)
  }

  private static func stem(_ word: Substring) -> Substring {
    word.hasPrefix("ال") && word.count > 4 ? word.dropFirst(2) : word
  }
}
