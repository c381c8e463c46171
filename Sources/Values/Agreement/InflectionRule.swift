/// The rules by which the table of words spares the forms that follow by themselves.
enum InflectionRule: String, CaseIterable {
  /// Sound dual and plurals: «الموظف», «الموظفون».
  case sound = "قياسي"
  /// The same before a genitive, where the nun drops: «مقدم الطلب», «مقدمو الطلب».
  case soundConstruct = "قياسي مضاف"
  /// A sound verb of the past: «تقدم», «تقدموا».
  case past = "ماض"
  /// A sound verb of the present: «يتقدم», «يتقدمون», «يتقدموا».
  case present = "مضارع"
  /// A word with the attached pronoun of the third person: «حفظه الله», «طلبها».
  case pronoun = "ضمير"

  /// Whether the rule knows the forms of a phrase; those of others must be written out.
  ///
  /// Weak letters and hamza at the end change in ways the rules don't tell, «استوفى» to «استوفوا» and «قرأ» to «قرؤوا»,
  /// and so does an alef before a verb's last letter: «أفاد» to «أفدن».
  func applies(to phrase: String) -> Bool {
    guard let letters = phrase.split(separator: " ").first?.unicodeScalars.filter({ !$0.isArabicMark }),
      let last = letters.last
    else { return false }
    switch self {
    case .sound, .soundConstruct:
      return !phrase.unicodeScalars.contains("\u{064D}") && !["ة", "ا", "ى", "ء", "أ"].contains(last)
    case .past, .present:
      return !["ا", "ى", "ي", "و", "ء", "أ", "ئ", "ؤ"].contains(last) && letters.dropLast().last != "ا"
    case .pronoun: return pronounPlace(in: phrase.split(separator: " ").map(String.init)) != nil
    }
  }

  /// The cells for all persons; the first word inflects, the rest follows it unchanged.
  func cells(of phrase: String) -> [String] {
    let parts = phrase.split(separator: " ", maxSplits: 1).map(String.init)
    let (word, rest) = (parts[0], parts.count == 2 ? " " + parts[1] : "")
    switch self {
    case .sound:
      let definite = word.hasPrefix("ال")
      let accusative = Tanwin.accusative(of: word, gender: .masculine, style: HouseStyle())
      return [
        definite ? word + rest : joined([word, accusative, word], rest), word + "ة" + rest,
        joined([word + "ان", word + "ين"], rest), joined([word + "تان", word + "تين"], rest),
        joined([word + "ون", word + "ين"], rest), word + "ات" + rest,
      ]
    case .soundConstruct:
      return [
        word + rest, word + "ة" + rest, joined([word + "ا", word + "ي"], rest),
        joined([word + "تا", word + "تي"], rest), joined([word + "و", word + "ي"], rest),
        word + "ات" + rest,
      ]
    case .past:
      return ["", "ت", "ا", "تا", "وا"].map { word + $0 + rest } + [withNunOfWomen(word) + rest]
    case .present:
      let feminine = "ت" + word.dropFirst()
      return [
        word + rest, feminine + rest, joined([word + "ان", word + "ا"], rest),
        joined([feminine + "ان", feminine + "ا"], rest), joined([word + "ون", word + "وا"], rest),
        withNunOfWomen(word) + rest,
      ]
    case .pronoun: return pronounCells(of: phrase)
    }
  }

  private func joined(_ forms: [String], _ rest: String) -> String {
    forms.map { $0 + rest }.joined(separator: " / ")
  }

  /// A verb with the nun of women, which is not written twice: «تقدمن», «أعلنّ».
  private func withNunOfWomen(_ verb: String) -> String { verb + (verb.hasSuffix("ن") ? "\u{0651}" : "ن") }

  private func pronounPlace(in words: [String]) -> Int? {
    words.firstIndex { $0.hasSuffix("ه") && $0 != "الله" }
  }

  /// The pronoun is the final heh of the first word that has one and isn't the name of God.
  private func pronounCells(of phrase: String) -> [String] {
    let words = phrase.split(separator: " ").map(String.init)
    guard let index = pronounPlace(in: words) else { return Array(repeating: phrase, count: 6) }
    return ["ه", "ها", "هما", "هما", "هم", "هن"].map { suffix in
      var result = words
      result[index] = result[index].dropLast() + suffix
      return result.joined(separator: " ")
    }
  }
}
