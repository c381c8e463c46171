/// The particles that are written as one with the next word: ل، ب، ك، و، ف and their combinations.
public enum AttachedPrepositions {
  /// `word` with `preposition` before it: «للجمعية», «بالجمعية», «وللجنة», «لأعضاء».
  ///
  /// The lam swallows the alef of the article, and of three lams one is not written: «للجنة», «لله».
  /// Before digits, Latin letters and signs it is stretched, since nothing there joins it: «لـ25».
  public static func attach(_ preposition: String, to word: String) -> String {
    guard let first = word.unicodeScalars.first else { return preposition }
    guard isArabicLetter(first) else {
      return joinsNext(preposition) ? preposition + "ـ" + word : preposition + word
    }
    guard preposition.unicodeScalars.last == "ل", hasArticle(word) else { return preposition + word }
    let stem = word.unicodeScalars.dropFirst(2)
    return preposition + (stem.first == "ل" ? "" : "ل") + String(String.UnicodeScalarView(stem))
  }

  /// Whether `word` begins with the article, and not with an alef and a lam of its own.
  static func hasArticle(_ word: String) -> Bool {
    let letters = word.unicodeScalars
    guard letters.starts(with: "ال".unicodeScalars), letters.count > 3 else { return false }
    let first = String(word.prefix { $0 != " " && $0 != "\u{A0}" })
    return !namesWithOwnLam.contains(first)
      && !wordsWithOwnLam.contains { letters.starts(with: $0.unicodeScalars) }
  }

  /// Given names that begin with a hamza and a lam of their own, as they are written without the hamza.
  static let namesWithOwnLam: Set<String> = ["الياس", "الهام", "الفت", "الاء", "الين", "اليانا"]

  /// Words whose first lam belongs to the root, without the article: verbal nouns of the eighth form.
  private static let wordsWithOwnLam = [
    "التزام", "التماس", "التحاق", "التقاء", "التفات", "التباس", "التهاب", "التئام", "التواء", "التجاء",
    "التقاط",
    "التهام", "التحام", "التصاق", "التفاف",
  ]

  private static func isArabicLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x0621...0x064A).contains(scalar.value) || (0x0671...0x06D3).contains(scalar.value)
  }

  private static func joinsNext(_ preposition: String) -> Bool {
    preposition.unicodeScalars.last != "و"
  }
}
