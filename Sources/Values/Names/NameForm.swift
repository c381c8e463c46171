/// The forms of a name that are not its spelling: for finding, for sorting, for print.
public enum NameForm {
  /// The key under which a name is found whatever the spelling of hamza, taa marbuta or alef maqsura.
  ///
  /// «عبد» and «آل» or «ال» are joined to what follows, so that «عبد الله» and «عبدالله», «آل سعود» and «السعود»
  /// have one key.
  public static func searchKey(_ name: String) -> String {
    words(of: name).joined(separator: " ")
  }

  /// The search key without «بن», «ابن» and «بنت», for names written with and without them.
  public static func looseSearchKey(_ name: String) -> String {
    words(of: name).filter { !["بن", "ابن", "بنت"].contains($0) }.joined(separator: " ")
  }

  /// A key whose order by code points is the order of an Arabic list.
  ///
  /// The article is passed over, «آل» stands under alef, forms of hamza with their letters, taa marbuta with
  /// haa; names in other scripts follow all Arabic ones. The name itself ends the key and settles ties.
  public static func collationKey(_ name: String) -> String {
    let clean = TextCleaning.clean(name, as: .name).value ?? ""
    let words = clean.split(separator: " ").map { word -> String in
      let folded = sortingLetters(of: LetterFolding.fold(String(word)))
      // Only a plain alef begins the article: «إلهام» keeps its first letters.
      let hasArticle = word.unicodeScalars.starts(with: "ال".unicodeScalars) && folded.count > 3
      return hasArticle ? String(folded.dropFirst(2)) : folded
    }
    let isArabic = clean.unicodeScalars.first(where: \.properties.isAlphabetic)?.isArabicLetter ?? false
    return (isArabic ? "" : "\u{F8FF}") + words.joined(separator: " ") + "\u{1}" + clean
  }

  /// The name for print: a no-break space after the words that never end a line, such as «عبد» and «بن».
  public static func printed(_ name: String) -> String {
    var printed = ""
    var word = ""
    for character in name {
      if character == " " {
        printed += word + (leaders.contains(word) ? "\u{A0}" : " ")
        word = ""
      } else {
        word.append(character)
      }
    }
    return printed + word
  }

  private static let leaders: Set<String> = [
    "عبد", "أبو", "ابو", "أبي", "أبا", "أم", "ام", "بن", "ابن", "بنت", "آل", "ال", "ذو", "ذي",
  ]

  private static func words(of name: String) -> [String] {
    let folded = LetterFolding.fold(TextCleaning.clean(name, as: .name).value ?? "")
    let parts = sortingLetters(of: folded).split { !($0.isLetter || $0.isNumber) }
    var words: [String] = []
    var prefix = ""
    for part in parts.map(String.init) {
      if part == "عبد" || part == "ال" {
        prefix += part
      } else {
        words.append(prefix + part)
        prefix = ""
      }
    }
    return prefix.isEmpty ? words : words + [prefix]
  }

  /// Hamza on its carriers as the carrier, and hamza alone not at all.
  private static func sortingLetters(of folded: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      switch scalar.value {
      case 0x624: letters.append("و")
      case 0x626: letters.append("ي")
      case 0x621: continue
      default: letters.append(scalar)
      }
    }
    return String(letters)
  }
}
