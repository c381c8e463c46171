/// The forms of a counted noun, and its phrases with what belongs to it, put together once.
final class CountedNounForms: Sendable {
  let singular: String
  let dual: String
  let dualOblique: String
  let plural: String
  let accusative: String
  let gender: Gender
  let qualifier: CountedNoun.Qualifier?
  let none: String

  /// «ريال سعودي», «يوم عمل».
  let singularPhrase: String
  /// «ريالان سعوديان», «يوما عمل».
  let dualPhrase: String
  /// «ريالين سعوديين», «يومي عمل».
  let dualObliquePhrase: String
  /// «ريالات سعودية», «أيام عمل».
  let pluralPhrase: String
  /// «ريالاً سعودياً», «يوم عمل».
  let accusativePhrase: String
  /// «ريال», «يوم عمل»: the singular without its adjective.
  let singularWithoutAdjective: String
  /// «ريالاً», «يوم عمل»: the accusative without its adjective.
  let accusativeWithoutAdjective: String

  init(
    singular: String, plural: String, gender: Gender, dual: String, dualOblique: String, accusative: String,
    qualifier: CountedNoun.Qualifier?, none: String?
  ) {
    (self.singular, self.plural, self.gender) = (singular, plural, gender)
    (self.dual, self.dualOblique, self.accusative) = (dual, dualOblique, accusative)
    self.qualifier = qualifier
    switch qualifier {
    case nil:
      (singularPhrase, pluralPhrase, accusativePhrase) = (singular, plural, accusative)
      (dualPhrase, dualObliquePhrase) = (dual, dualOblique)
    case .complement(let words):
      // A construct head has neither tanwin nor the nun of the dual.
      singularPhrase = "\(singular) \(words)"
      pluralPhrase = "\(plural) \(words)"
      accusativePhrase = singularPhrase
      dualPhrase = "\(String(dual.unicodeScalars.dropLast())) \(words)"
      dualObliquePhrase = "\(String(dualOblique.unicodeScalars.dropLast())) \(words)"
    case .adjective(let adjective, let pluralAdjective):
      singularPhrase = "\(singular) \(adjective)"
      pluralPhrase = "\(plural) \(pluralAdjective)"
      accusativePhrase =
        "\(accusative) \(Tanwin.accusative(of: adjective, gender: gender, style: HouseStyle()))"
      dualPhrase = "\(dual) \(DualForm.dual(of: adjective, gender: gender, isNominative: true))"
      dualObliquePhrase =
        "\(dualOblique) \(DualForm.dual(of: adjective, gender: gender, isNominative: false))"
    }
    if case .adjective = qualifier {
      (singularWithoutAdjective, accusativeWithoutAdjective) = (singular, accusative)
    } else {
      (singularWithoutAdjective, accusativeWithoutAdjective) = (singularPhrase, accusativePhrase)
    }
    // The noun after «لا» has the accusative's vowel without tanwin, so that a lost ya is there: «لا ليالي».
    let openPlural = pluralPhrase.unicodeScalars.map { $0 == "\u{064D}" ? "ي" : $0 }
    self.none = none ?? "لا " + String(String.UnicodeScalarView(openPlural))
  }
}
