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
  public var singular: String
  /// Two, nominative: «يومان».
  public var dual: String
  /// Two, accusative and genitive: «يومين».
  public var dualOblique: String
  /// Three to ten, genitive: «أيام», «موظفين».
  public var plural: String
  /// One, indefinite accusative, the alef before the tanwin: «يوماً»; the same as the singular for a diptote.
  public var accusative: String
  /// The gender of the singular, which numbers agree with.
  public var gender: Gender
  /// What follows the noun and belongs to it.
  public var qualifier: Qualifier?
  /// What stands for none of it; «لا» and the plural when the table names nothing.
  public var none: String

  /// A noun by its singular and plural; the dual and the accusative follow by rule where they aren't given.
  public init(
    singular: String, plural: String, gender: Gender, dual: String? = nil, dualOblique: String? = nil,
    accusative: String? = nil, isDiptote: Bool = false, qualifier: Qualifier? = nil, none: String? = nil
  ) {
    self.singular = singular
    self.plural = plural
    self.gender = gender
    self.dual = dual ?? DualForm.dual(of: singular, isNominative: true)
    self.dualOblique = dualOblique ?? DualForm.dual(of: singular, isNominative: false)
    self.accusative =
      accusative ?? (isDiptote ? singular : Tanwin.accusative(of: singular, style: HouseStyle()))
    self.qualifier = qualifier
    self.none = none ?? Self.negated(plural, qualifier)
  }

  private static func negated(_ plural: String, _ qualifier: Qualifier?) -> String {
    switch qualifier {
    case nil: "لا \(plural)"
    case .complement(let complement): "لا \(plural) \(complement)"
    case .adjective(_, let adjective): "لا \(plural) \(adjective)"
    }
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
      writer.write(NumeralDigits.printed(n, style: style))
      writer.write(" ")
      writer.writeForm(after: n, of: self)
    }
    return writer.text
  }
}
