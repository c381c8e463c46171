/// Writes numbers in words, part after part, into one string.
///
/// Grammar: 1 and 2 agree with what is counted; 3 to 10 take the opposite gender; 11 and 12 agree in
/// both halves, 13 to 19 in the second only; the hundred, the thousand and above govern a genitive
/// singular, and a dual before its noun drops the nun.
struct NumeralWriter {
  /// What has been written so far.
  private(set) var text = ""
  /// The spellings of the office.
  let style: HouseStyle
  /// The case of the whole phrase.
  let grammaticalCase: GrammaticalCase
  private let isNominative: Bool

  init(style: HouseStyle, in grammaticalCase: GrammaticalCase) {
    self.style = style
    self.grammaticalCase = grammaticalCase
    isNominative = grammaticalCase == .nominative
    text.reserveCapacity(224)
  }

  // MARK: - Pieces

  /// Adds words as they are.
  mutating func write(_ words: String) { text += words }

  /// Adds the «و» that joins what follows to what is there, if anything is.
  mutating func join() {
    if !text.isEmpty { text += " و" }
  }

  /// Adds an indefinite noun in the case of the whole: «نصف», «نصفاً».
  mutating func writeIndefinite(_ noun: String) {
    text += noun
    if grammaticalCase == .accusative { writeTanwin() }
  }

  /// Adds the ending of an indefinite accusative to a word just written.
  mutating func writeTanwin() { text += Tanwin.accusativeEnding(style) }

  /// Adds the ending of a dual to a stem just written.
  mutating func writeDualEnding(isConstruct: Bool) {
    text += isNominative ? (isConstruct ? "ا" : "ان") : (isConstruct ? "ي" : "ين")
  }

  // MARK: - Numbers

  /// Adds the number `n`, greater than 0; where it heads a noun, the counted noun follows directly,
  /// governed by the last word.
  mutating func writeNumber(_ n: Int64, counting gender: Gender, headsNoun: Bool) {
    var (rest, unit) = (n, Int64(1_000_000_000_000))
    for power in stride(from: 3, through: 0, by: -1) {
      let (count, below) = rest.quotientAndRemainder(dividingBy: unit)
      if count > 0 { writeScale(Int(count), of: power, headsNoun: headsNoun && below == 0) }
      (rest, unit) = (below, unit / 1000)
    }
    if rest > 0 {
      join()
      writeBelowThousand(Int(rest), counting: gender, headsNoun: headsNoun)
    }
  }

  /// Adds `count` thousands, millions…; 101 and 102 repeat the scale word: «مائة ألف وألفان».
  private mutating func writeScale(_ count: Int, of power: Int, headsNoun: Bool) {
    let scale =
      power == 2 && style.milliard == .billion ? NumeralWords.billion : NumeralWords.scales[power]
    let (hundreds, rest) = count.quotientAndRemainder(dividingBy: 100)
    join()
    switch rest {
    case 0...2:
      if hundreds > 0 {
        writeHundreds(hundreds, headsNoun: true)
        text += " "
        text += scale.singular
        if rest == 0 { return }
        join()
      }
      text += scale.singular
      if rest == 2 {
        writeDualEnding(isConstruct: headsNoun)
      } else if grammaticalCase == .accusative && !headsNoun {
        writeTanwin()
      }
    case 3...10:
      writeBelowThousand(count, counting: .masculine, headsNoun: true)
      text += " "
      text += scale.plural
    default:
      writeBelowThousand(count, counting: .masculine, headsNoun: true)
      text += " "
      text += scale.singular
      if !headsNoun { writeTanwin() }
    }
  }

  private mutating func writeBelowThousand(_ n: Int, counting gender: Gender, headsNoun: Bool) {
    let (hundreds, rest) = n.quotientAndRemainder(dividingBy: 100)
    if hundreds > 0 {
      writeHundreds(hundreds, headsNoun: headsNoun && rest == 0)
      if rest == 0 { return }
      join()
    }
    switch rest {
    case 1...10: writeUnit(rest, counting: gender, headsNoun: headsNoun)
    case 11...19: writeTeen(rest, counting: gender)
    default:
      let (tens, unit) = rest.quotientAndRemainder(dividingBy: 10)
      if unit > 0 {
        if unit == 1 && gender == .feminine {
          text += "إحدى"
        } else {
          writeUnit(unit, counting: gender, headsNoun: false)
        }
        join()
      }
      text += isNominative ? NumeralWords.tens[tens] : NumeralWords.tensOblique[tens]
    }
  }

  private mutating func writeHundreds(_ hundreds: Int, headsNoun: Bool) {
    let stem = style.hundred == .withAlef ? "مائ" : "مئ"
    text += NumeralWords.hundredPrefixes[hundreds]
    text += stem
    guard hundreds == 2 else {
      text += "ة"
      return
    }
    text += "ت"
    writeDualEnding(isConstruct: headsNoun)
  }

  /// Adds 1 to 10.
  private mutating func writeUnit(_ n: Int, counting gender: Gender, headsNoun: Bool) {
    switch (n, gender) {
    case (1, .masculine):
      text += "واحد"
      if grammaticalCase == .accusative { writeTanwin() }
    case (2, .masculine): text += isNominative ? "اثنان" : "اثنين"
    case (2, .feminine): text += isNominative ? "اثنتان" : "اثنتين"
    case (8, .feminine) where !headsNoun: writeDefective(stem: "ثمان")
    case (_, .masculine): text += NumeralWords.withMasculine[n]
    case (_, .feminine): text += NumeralWords.withFeminine[n]
    }
  }

  /// Adds an indefinite noun whose final ya falls away except in the accusative: «ثمانٍ», «ثمانياً».
  mutating func writeDefective(stem: String) {
    text += stem
    if grammaticalCase == .accusative {
      text += "ي"
      writeTanwin()
    } else if style.marksLostYa {
      text += "\u{064D}"
    }
  }

  /// Adds 11 to 19.
  private mutating func writeTeen(_ n: Int, counting gender: Gender) {
    switch (n, gender) {
    case (11, .masculine): text += "أحد"
    case (11, .feminine): text += "إحدى"
    case (12, .masculine): text += isNominative ? "اثنا" : "اثني"
    case (12, .feminine): text += isNominative ? "اثنتا" : "اثنتي"
    case (_, .masculine): text += NumeralWords.withMasculine[n - 10]
    case (_, .feminine): text += NumeralWords.withFeminine[n - 10]
    }
    text += gender == .masculine ? " عشر" : " عشرة"
  }
}
