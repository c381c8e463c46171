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
    case .past: return ["", "ت", "ا", "تا", "وا", "ن"].map { word + $0 + rest }
    case .present:
      let feminine = "ت" + word.dropFirst()
      return [
        word + rest, feminine + rest, joined([word + "ان", word + "ا"], rest),
        joined([feminine + "ان", feminine + "ا"], rest), joined([word + "ون", word + "وا"], rest),
        word + "ن" + rest,
      ]
    case .pronoun: return pronounCells(of: phrase)
    }
  }

  private func joined(_ forms: [String], _ rest: String) -> String {
    forms.map { $0 + rest }.joined(separator: " / ")
  }

  /// The pronoun is the final heh of the first word that has one and isn't the name of God.
  private func pronounCells(of phrase: String) -> [String] {
    let words = phrase.split(separator: " ").map(String.init)
    guard let index = words.firstIndex(where: { $0.hasSuffix("ه") && $0 != "الله" }) else {
      return Array(repeating: phrase, count: 6)
    }
    return ["ه", "ها", "هما", "هما", "هم", "هن"].map { suffix in
      var result = words
      result[index] = result[index].dropLast() + suffix
      return result.joined(separator: " ")
    }
  }
}
