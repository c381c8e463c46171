/// The dual of nouns and adjectives by rule.
enum DualForm {
  /// The dual of `noun`: «يومان», «ورقتين», «خطآن», «مستويان».
  static func dual(of noun: String, isNominative: Bool) -> String {
    let ending = isNominative ? "ان" : "ين"
    let stem = String(noun.unicodeScalars.dropLast())
    switch noun.unicodeScalars.last {
    case "ة": return stem + "ت" + ending
    case "ى": return stem + "ي" + ending
    case "أ": return isNominative ? stem + "آن" : stem + "أين"
    case "ء" where stem.unicodeScalars.last.map(Tanwin.joinsNext) ?? false: return stem + "ئ" + ending
    default: return noun + ending
    }
  }
}
