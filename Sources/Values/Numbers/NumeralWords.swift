/// The words that numbers are made of, as a dictionary lists them; `NumeralWriter` inflects them.
enum NumeralWords {
  /// 0 to 10 beside a masculine noun: 3 to 10 take the taa that the noun lacks.
  static let withMasculine = [
    "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
  ]

  /// 0 to 10 beside a feminine noun; eight in its construct form.
  static let withFeminine = [
    "صفر", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر",
  ]

  /// 20 to 90 by their tens digit.
  static let tens = [
    "", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون",
  ]

  /// 20 to 90 by their tens digit, accusative and genitive.
  static let tensOblique = [
    "", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين",
  ]

  /// The unit that is written as one word with the hundred, by the hundreds digit.
  static let hundredPrefixes = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]

  /// A power of a thousand: a masculine noun that numbers count like any other.
  struct Scale: Sendable {
    /// One of it, without tanwin.
    var singular: String
    /// Three to ten of it.
    var plural: String
  }

  /// 10³, 10⁶, 10⁹ and 10¹², by the power of a thousand less one.
  static let scales = [
    Scale(singular: "ألف", plural: "آلاف"),
    Scale(singular: "مليون", plural: "ملايين"),
    Scale(singular: "مليار", plural: "مليارات"),
    Scale(singular: "تريليون", plural: "تريليونات"),
  ]

  /// 10⁹ as the offices call it that say «بليون».
  static let billion = Scale(singular: "بليون", plural: "بلايين")
}
