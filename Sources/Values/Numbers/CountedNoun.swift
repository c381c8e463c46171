/// A noun that letters count, with every form that a number asks of it.
public struct CountedNoun: Hashable, Sendable {
  /// What follows the noun and belongs to it.
  public enum Qualifier: Hashable, Sendable {
    /// A noun in the genitive that never changes: «يوم عمل», «أيام عمل».
    case complement(String)
    /// An adjective that agrees: «ريال سعودي», «ريالات سعودية».
    case adjective(singular: String, plural: String)
  }

  /// One, without tanwin: «يوم».
  public var singular: String { forms.singular }
  /// Two, nominative: «يومان».
  public var dual: String { forms.dual }
  /// Two, accusative and genitive: «يومين».
  public var dualOblique: String { forms.dualOblique }
  /// Three to ten, genitive: «أيام», «موظفين».
  public var plural: String { forms.plural }
  /// One, indefinite accusative, the alef before the tanwin: «يوماً»; the same as the singular for a diptote.
  public var accusative: String { forms.accusative }
  /// The gender of the singular, which numbers agree with.
  public var gender: Gender { forms.gender }
  /// What follows the noun and belongs to it.
  public var qualifier: Qualifier? { forms.qualifier }
  /// What stands for none of it; «لا» and the plural when the table names nothing.
  public var none: String { forms.none }

  /// The forms, shared by all copies.
  let forms: CountedNounForms

  /// A noun by its singular and plural; the dual and the accusative follow by rule where they aren't given.
  public init(
    singular: String, plural: String, gender: Gender, dual: String? = nil, dualOblique: String? = nil,
    accusative: String? = nil, isDiptote: Bool = false, qualifier: Qualifier? = nil, none: String? = nil
  ) {
    forms = CountedNounForms(
      singular: singular, plural: plural, gender: gender,
      dual: dual ?? DualForm.dual(of: singular, gender: gender, isNominative: true),
      dualOblique: dualOblique ?? DualForm.dual(of: singular, gender: gender, isNominative: false),
      accusative: accusative
        ?? (isDiptote ? singular : Tanwin.accusative(of: singular, gender: gender, style: HouseStyle())),
      qualifier: qualifier, none: none)
  }

  /// The same noun with nothing that belongs to it.
  var unqualified: Self {
    Self(
      singular: singular, plural: plural, gender: gender, dual: dual, dualOblique: dualOblique,
      accusative: accusative)
  }

  /// Whether both nouns have the same forms.
  public static func == (a: Self, b: Self) -> Bool {
    a.singular == b.singular && a.dual == b.dual && a.dualOblique == b.dualOblique && a.plural == b.plural
      && a.accusative == b.accusative && a.gender == b.gender && a.qualifier == b.qualifier
      && a.none == b.none
  }

  /// Adds the singular and the plural, which nearly always tell nouns apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(singular)
    hasher.combine(plural)
  }

  /// `n` of it: «أربعة عشر يوماً», or «١٤ يوماً» with digits.
  ///
  /// One and two are the noun's own forms, «يوم واحد» and «يومان», in words and digits alike.
  ///
  /// - Returns: the phrase, or `nil` for a negative number or one above ``Cardinal/largest``.
  public func phrase(
    _ n: Int64, in grammaticalCase: GrammaticalCase = .nominative, style: HouseStyle = .init(),
    inWords: Bool = true
  ) -> String? {
    guard (0...Cardinal.largest).contains(n) else { return nil }
    if n == 0 { return none }
    var writer = NumeralWriter(style: style, in: grammaticalCase)
    if inWords || n <= 2 {
      writer.writeCount(n, of: self)
    } else {
      writer.write(Digits.grouped(n, style: style.digits))
      writer.write(" ")
      writer.writeForm(after: n, of: self)
    }
    return writer.text
  }

  /// The form that the digits of `n` ask for, without them: «ريالات» after 3, «ريالاً» after 11, «ريال» after
  /// 100; the singular after 1 and 2, for places where even those stand in digits.
  public func form(after n: Int64, style: HouseStyle = .init()) -> String {
    switch n.magnitude > Int64.max.magnitude ? 0 : n.magnitude % 100 {
    case 3...10: Tanwin.respelled(forms.pluralPhrase, style: style)
    case 11...99: Tanwin.respelled(forms.accusativePhrase, style: style)
    default: forms.singularPhrase
    }
  }
}
