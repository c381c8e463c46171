/// The dual of nouns and adjectives by rule.
enum DualForm {
  /// Whether the rule knows the dual of `noun`: an alef at the end goes back to a root that the spelling doesn't
  /// tell, «عصا» to «عصوان», and borrowed words go their own ways.
  static func isRegular(_ noun: String) -> Bool { noun.unicodeScalars.last != "ا" }

  /// The dual of `noun`: «يومان», «ورقتين», «خطآن», «مستويان», «محاميان», «صحراوان».
  static func dual(of noun: String, gender: Gender, isNominative: Bool) -> String {
    let ending = isNominative ? "ان" : "ين"
    let stem = String(noun.unicodeScalars.dropLast())
    switch noun.unicodeScalars.last {
    case "ة": return stem + "ت" + ending
    case "ى": return stem + "ي" + ending
    case "أ": return isNominative ? stem + "آن" : stem + "أين"
    case "\u{064D}": return stem + "ي" + ending
    case "ء" where FeminineEnding.isLongAlef(of: noun, gender: gender): return stem + "و" + ending
    case "ء" where stem.unicodeScalars.last.map(Tanwin.joinsNext) ?? false: return stem + "ئ" + ending
    default: return noun + ending
    }
  }
}
