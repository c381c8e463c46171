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
    looseSearchWords(of: name).joined(separator: " ")
  }

  /// The words of ``looseSearchKey(_:)``.
  public static func looseSearchWords(of name: String) -> [String] {
    words(of: name).filter { !isOfDescent($0) }
  }

  /// «بن», «ابن» and «بنت», by their bytes: comparing text looks for other forms of its letters at every word.
  private static func isOfDescent(_ word: String) -> Bool {
    word.utf8.count <= 6 && descent.contains { word.utf8.elementsEqual($0.utf8) }
  }

  private static let descent = ["بن", "ابن", "بنت"]

  /// The words of ``looseSearchKey(_:)`` without the title that opens them.
  ///
  /// «د. محمد علي» is «محمد علي»; one word is no title: «الشيخ» alone is a family's name.
  static func untitledWords(of name: String) -> [String] {
    let words = looseSearchWords(of: name)
    let count = words.prefix(while: titles.contains).count
    return count < words.count ? Array(words[count...]) : Array(words.suffix(1))
  }

  private static let titles = Set(
    [
      "د", "م", "أ", "أد", "الدكتور", "الدكتورة", "المهندس", "المهندسة", "الأستاذ", "الأستاذة", "الشيخ",
      "الشيخة",
      "السيد", "السيدة", "المحامي", "المحامية", "الأخ", "الأخت", "dr", "eng", "mr", "mrs", "ms", "prof",
    ].map(LetterFolding.fold))

  /// A key whose order by code points is the order of an Arabic list.
  ///
  /// The article is passed over, «آل» stands under alef, forms of hamza with their letters, taa marbuta with
  /// haa; names in other scripts follow all Arabic ones. The name itself ends the key and settles ties.
  public static func collationKey(_ name: String) -> String {
    let clean = TextCleaning.clean(name, as: .name).value ?? ""
    let words = clean.split(separator: " ").map { word -> String in
      let folded = sortingLetters(of: LetterFolding.fold(String(word)))
      // Only a plain alef begins the article: «إلهام» keeps its first letters.
      let hasArticle =
        word.unicodeScalars.starts(with: "ال".unicodeScalars) && folded.count > 3
        && !AttachedPrepositions.namesWithOwnLam.contains(String(word))
      return hasArticle ? String(folded.dropFirst(2)) : folded
    }
    let isArabic = clean.unicodeScalars.first(where: \.properties.isAlphabetic)?.isArabicLetter ?? false
    return (isArabic ? "" : "\u{F8FF}") + words.joined(separator: " ") + "\u{1}" + clean
  }

  /// The name for print: a no-break space after the words that never end a line, such as «عبد» and «بن».
  public static func printed(_ name: String) -> String {
    var printed = ""
    var start = name.startIndex
    for space in name.utf8.indices where name.utf8[space] == 0x20 {
      let word = name[start..<space]
      printed += word
      // The longest leader has four letters of two bytes.
      printed += word.utf8.count <= 8 && leaders.contains(String(word)) ? "\u{A0}" : " "
      start = name.utf8.index(after: space)
    }
    return printed + name[start...]
  }

  private static let leaders: Set<String> = [
    "عبد", "أبو", "ابو", "أبي", "أبا", "أم", "ام", "بن", "ابن", "بنت", "آل", "ال", "ذو", "ذي",
  ]

  private static func words(of name: String) -> [String] {
    let folded = LetterFolding.fold(TextCleaning.clean(name, as: .name).value ?? "")
    var words: [String] = []
    var prefix = ""
    var letters: [UInt8] = []
    func endWord() {
      guard !letters.isEmpty else { return }
      let word = String(decoding: letters, as: UTF8.self)
      let isJoined = letters == servant || letters == article
      letters.removeAll(keepingCapacity: true)
      if isJoined {
        prefix += word
      } else {
        words.append(prefix + word)
        prefix = ""
      }
    }
    for scalar in folded.unicodeScalars {
      guard scalar.isPartOfWord(after: !letters.isEmpty) else {
        endWord()
        continue
      }
      if let letter = sortingLetter(scalar) { letters += UTF8.encode(letter) ?? .init() }
    }
    endWord()
    return prefix.isEmpty ? words : words + [prefix]
  }

  private static let (servant, article) = (Array("عبد".utf8), Array("ال".utf8))

  /// Hamza on its carriers as the carrier, and hamza alone not at all.
  private static func sortingLetters(of folded: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      if let letter = sortingLetter(scalar) { letters.append(letter) }
    }
    return String(letters)
  }

  private static func sortingLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x624: "و"
    case 0x626: "ي"
    case 0x621: nil
    default: scalar
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or digit, or a mark on one.
  fileprivate func isPartOfWord(after hasLetter: Bool) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x620...0x63F, 0x641...0x64A: return true
    case ..<0x80: return false
    default:
      let own = properties
      return own.isAlphabetic || own.numericType != nil || hasLetter && own.isGraphemeExtend
    }
  }
}
