/// The written tanwin of indefinite nouns.
enum Tanwin {
  /// The ending of an indefinite accusative that takes an alef, in the office's spelling.
  static func accusativeEnding(_ style: HouseStyle) -> String {
    style.tanwin == .afterAlef ? "اً" : "ًا"
  }

  /// The indefinite accusative of a noun: «يوماً», «جزءاً», «شيئاً», «لقاءً», «محامياً»; «ورقة» and «مستوى» show
  /// nothing, and «صحراء» has no tanwin.
  static func accusative(of noun: String, gender: Gender, style: HouseStyle) -> String {
    let letters = Array(noun.unicodeScalars)
    guard let last = letters.last else { return noun }
    switch last {
    case "ة", "ى", "ا": return noun
    case "أ": return noun + "ً"
    case "\u{064D}": return String(noun.unicodeScalars.dropLast()) + "ي" + accusativeEnding(style)
    case "ء" where FeminineEnding.isLongAlef(of: noun, gender: gender): return noun
    case "ء":
      let before = letters.dropLast().last
      if before == "ا" { return noun + "ً" }
      if before.map(joinsNext) ?? false { return noun.dropLast() + "ئ" + accusativeEnding(style) }
      return noun + accusativeEnding(style)
    default: return noun + accusativeEnding(style)
    }
  }

  /// Rewrites in the office's spelling a phrase that is spelled «يوماً» and «ثوانٍ».
  static func respelled(_ phrase: String, style: HouseStyle) -> String {
    if style.tanwin == .afterAlef && style.marksLostYa { return phrase }
    var result = String.UnicodeScalarView()
    for letter in phrase.unicodeScalars {
      if letter == "\u{064D}" && !style.marksLostYa { continue }
      if letter == "ً" && style.tanwin == .beforeAlef && result.last == "ا" {
        result.removeLast()
        result.append("ً")
        result.append("ا")
      } else {
        result.append(letter)
      }
    }
    return String(result)
  }

  /// Whether a letter is joined to the next, so that a hamza after it takes a seat before an ending.
  static func joinsNext(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "ا", "أ", "إ", "آ", "د", "ذ", "ر", "ز", "و", "ؤ", "ة", "ى": false
    default: true
    }
  }
}
