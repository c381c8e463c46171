/// Writes an ordinal, part after part, into one string.
struct OrdinalWriter {
  /// What has been written so far.
  private(set) var text = ""
  private let gender: Gender
  private let isDefinite: Bool
  private let style: HouseStyle
  private let grammaticalCase: GrammaticalCase
  /// Whether the ordinal is the adverb that opens an item of a list: «أولاً», where a noun's ordinal is «أول».
  private let opensItem: Bool

  init(
    gender: Gender, isDefinite: Bool, style: HouseStyle, in grammaticalCase: GrammaticalCase,
    opensItem: Bool = false
  ) {
    self.opensItem = opensItem
    self.gender = gender
    self.isDefinite = isDefinite
    self.style = style
    self.grammaticalCase = grammaticalCase
  }

  private var article: String { isDefinite ? "ال" : "" }

  /// Adds first to ninety-ninth.
  mutating func writeBelowHundred(_ n: Int) {
    let (tens, unit) = n.quotientAndRemainder(dividingBy: 10)
    switch n {
    case 1 where opensItem: text += "أول" + Tanwin.accusativeEnding(style)
    case 1: text += gender == .masculine ? article + "أول" : article + "أولى"
    case 2...10: writeUnit(n)
    case 11...19: writeTeen(unit)
    default:
      if unit > 0 {
        writeUnit(unit)
        text += " و"
      }
      text += article
      text += grammaticalCase == .nominative ? NumeralWords.tens[tens] : NumeralWords.tensOblique[tens]
    }
  }

  /// Adds a unit that stands for itself or before a ten: «الثاني», «ثانٍ», «حادٍ»; here one is «الحادي».
  private mutating func writeUnit(_ unit: Int) {
    let stem = unit == 1 ? "حاد" : OrdinalWords.stems[unit]
    text += article
    if gender == .feminine {
      text += unit <= 2 ? stem + "ية" : stem + "ة"
    } else if unit > 2 {
      text += stem
      if !isDefinite && grammaticalCase == .accusative { text += Tanwin.accusativeEnding(style) }
    } else if isDefinite {
      text += stem + "ي"
    } else {
      var writer = NumeralWriter(style: style, in: grammaticalCase)
      writer.writeDefective(stem: stem)
      text += writer.text
    }
  }

  /// Adds eleventh to nineteenth, whose halves are both fixed: «الحادي عشر», «الثالثة عشرة».
  private mutating func writeTeen(_ unit: Int) {
    let stem = unit == 1 ? "حاد" : OrdinalWords.stems[unit]
    text += article + stem
    if unit <= 2 { text += "ي" }
    text += gender == .masculine ? " عشر" : "ة عشرة"
  }

  /// Adds a round hundred or a round thousand, which is the definite or indefinite cardinal itself.
  mutating func writeRound(_ n: Int) {
    if isDefinite {
      text += DefiniteCardinal.words(n, in: grammaticalCase, style: style)
    } else {
      text += Cardinal.words(Int64(n), counting: gender, in: grammaticalCase, style: style) ?? ""
    }
  }

  /// Adds what the ordinal comes after: «بعد الألف والمائة».
  mutating func writeAfter(_ n: Int) {
    text += " بعد "
    let (thousands, hundreds) = (n - n % 1000, n % 1000)
    if thousands > 0 { text += DefiniteCardinal.words(thousands, in: .genitive, style: style) }
    if thousands > 0 && hundreds > 0 { text += " و" }
    if hundreds > 0 { text += DefiniteCardinal.words(hundreds, in: .genitive, style: style) }
  }
}
