/// Round hundreds and thousands with the article, as ordinals above ninety-nine name them.
///
/// A number in the construct takes the article on what it governs, «ثلاثة الآلاف»; joined numbers take it
/// each, «الخمسة والعشرون»; eleven to nineteen on the first half only, «الأحد عشر».
enum DefiniteCardinal {
  /// `n`, a number of hundreds below a thousand or of thousands below a million, with the article.
  static func words(_ n: Int, in grammaticalCase: GrammaticalCase, style: HouseStyle) -> String {
    let (thousands, rest) = n.quotientAndRemainder(dividingBy: 1000)
    return thousands == 0
      ? "ال" + plain(rest, in: grammaticalCase, style: style)
      : self.thousands(thousands, in: grammaticalCase, style: style)
  }

  private static func thousands(_ n: Int, in grammaticalCase: GrammaticalCase, style: HouseStyle) -> String {
    let isNominative = grammaticalCase == .nominative
    let scale = NumeralWords.scales[0]
    let (hundreds, rest) = n.quotientAndRemainder(dividingBy: 100)
    let hundred = plain(hundreds * 100, in: grammaticalCase, style: style)
    switch rest {
    case 0...2:
      var parts: [String] = []
      if hundreds > 0 {
        let construct = hundreds == 2 ? String(hundred.unicodeScalars.dropLast()) : hundred
        parts.append("\(construct) ال\(scale.singular)")
      }
      if rest == 1 { parts.append("ال" + scale.singular) }
      if rest == 2 {
        parts.append("ال" + DualForm.dual(of: scale.singular, gender: .masculine, isNominative: isNominative))
      }
      return parts.joined(separator: " و")
    case 3...10:
      let counted = "\(NumeralWords.withMasculine[rest]) ال\(scale.plural)"
      return hundreds > 0 ? "ال\(hundred) و\(counted)" : counted
    default:
      let parts = (hundreds > 0 ? [hundred] : []) + belowHundred(rest, in: grammaticalCase, style: style)
      let joined = parts.map { "ال" + $0 }.joined(separator: " و")
      return joined + " " + scale.singular + Tanwin.accusativeEnding(style)
    }
  }

  /// 11 to 99 in the parts that each take the article.
  private static func belowHundred(_ n: Int, in grammaticalCase: GrammaticalCase, style: HouseStyle)
    -> [String]
  {
    let unit = n % 10
    if n < 20 || unit == 0 { return [plain(n, in: grammaticalCase, style: style)] }
    let tens = plain(n - unit, in: grammaticalCase, style: style)
    // With the article one has no tanwin, so the accusative looks like the nominative.
    return [unit == 1 ? NumeralWords.withMasculine[1] : plain(unit, in: grammaticalCase, style: style), tens]
  }

  private static func plain(_ n: Int, in grammaticalCase: GrammaticalCase, style: HouseStyle) -> String {
    Cardinal.words(Int64(n), counting: .masculine, in: grammaticalCase, style: style) ?? ""
  }
}
