import Diagnostics

/// The characters of a typed number once all that people put between digits has been taken out.
///
/// Blanks, dashes, joiners and invisible marks go; Arabic-Indic and Persian digits become European ones.
struct TypedNumber {
  /// What is left: ASCII letters, digits and signs.
  private(set) var ascii = ""
  /// Why the text can't be a number, if it can't.
  private(set) var flaw: Diagnostic?

  /// The characters of `text`; those in `dropped` go too, and those in `kept` stay.
  init(_ text: String, keeping kept: String = "", dropping dropped: String = "") {
    for scalar in text.unicodeScalars {
      if let digit = Digits.value(of: scalar) {
        ascii += String(digit)
      } else if scalar.isBlank || scalar.isLineEnd || scalar.isDash || scalar.isDirectionMark
        || scalar.isStrayInvisible || scalar.isJoiner || dropped.unicodeScalars.contains(scalar)
      {
        continue
      } else if scalar.isASCII, scalar.properties.isAlphabetic || kept.unicodeScalars.contains(scalar) {
        ascii.unicodeScalars.append(scalar)
      } else if Digits.isForeign(scalar) {
        flaw = Diagnostic(.error, .foreignDigits, hints: [.typeEuropeanDigits])
        return
      } else {
        flaw = Diagnostic(.error, .unexpectedCharacter(scalar), hints: [.typeEuropeanDigits])
        return
      }
    }
    if ascii.isEmpty { flaw = Diagnostic(.error, .emptyNumber) }
  }

  /// Whether nothing but digits is left.
  var isAllDigits: Bool { ascii.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}

extension Diagnostic.Message {
  fileprivate static var foreignDigits: Self {
    Self(
      "values.foreign-digits", arabic: "في الرقم خانات من كتابة أخرى غير الأرقام العربية والهندية والفارسية.",
      english: "The number has digits of another script than European, Arabic-Indic and Persian.")
  }

  fileprivate static func unexpectedCharacter(_ scalar: Unicode.Scalar) -> Self {
    Self(
      "values.unexpected-character", arabic: "في الرقم علامة ليست من خاناته: «\(scalar)».",
      english: "The number has a character that does not belong to it: “\(scalar)”.")
  }

  fileprivate static var emptyNumber: Self {
    Self(
      "values.empty-number", arabic: "لا يوجد رقم في هذه القيمة.", english: "There is no number in the value."
    )
  }
}

extension Diagnostic.Hint {
  fileprivate static var typeEuropeanDigits: Self {
    Self(
      arabic: "اكتب الرقم من جديد بالأرقام المعتادة.", english: "Type the number again in ordinary digits.")
  }
}
