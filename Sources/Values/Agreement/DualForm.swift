/// The dual of nouns and adjectives by rule.
enum DualForm {
  /// Whether the rule knows the dual of `noun`: an alef at the end goes back to a root that the spelling doesn't
  /// tell, «عصا» to «عصوان», and borrowed words go their own ways.
  static func isRegular(_ noun: String) -> Bool { noun.unicodeScalars.last != "ا" }

  /// The dual of `noun`: «يومان», «ورقتين», «خطآن», «جزأين», «مستويان», «محاميان», «صحراوان».
  static func dual(of noun: String, gender: Gender, isNominative: Bool) -> String {
    let ending = isNominative ? "ان" : "ين"
    let stem = String(noun.unicodeScalars.dropLast())
    switch noun.unicodeScalars.last {
    case "ة": return stem + "ت" + ending
    case "ى": return stem + "ي" + ending
    case "أ": return isNominative ? stem + "آن" : stem + "أين"
    case "\u{064D}": return stem + "ي" + ending
    case "ء" where FeminineEnding.isLongAlef(of: noun, gender: gender): return stem + "و" + ending
    case "ء" where isNominative || !takesAlef(afterLetter: stem.unicodeScalars.last):
      return stem + (stem.unicodeScalars.last.map(Tanwin.joinsNext) ?? false ? "ئ" : "ء") + ending
    case "ء": return stem + "أ" + ending
    default: return noun + ending
    }
  }

  /// Whether a hamza with fatha is written on an alef behind a letter: «جزأين», but «لقاءين», «ضوءين», «شيئين».
  ///
  /// The rule of the Academy of Cairo of 1980: the ending makes the hamza one in the middle of its word. Before
  /// the alef of the nominative it has none, since two alefs don't meet: «جزءان».
  private static func takesAlef(afterLetter letter: Unicode.Scalar?) -> Bool {
    letter.map { !["ا", "و", "ي"].contains($0) } ?? false
  }
}
