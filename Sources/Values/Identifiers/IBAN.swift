import Diagnostics

/// A Saudi international bank account number: `SA`, two check digits, the bank's two digits, eighteen of the
/// account's (ISO 13616; check digits by ISO/IEC 7064 MOD 97-10).
public enum IBAN {
  /// Reads an IBAN as typed, in groups or not, in letters of either case.
  public static func read(_ text: String) -> Reading<Identifier> {
    let typed = TypedNumber(text)
    if let flaw = typed.flaw { return Reading(nil, [flaw]) }
    let iban = typed.ascii.uppercased()
    let digits = iban.dropFirst(2)
    if let message = problem(in: iban, digits: digits) {
      return Reading(nil, [Diagnostic(.error, message, hints: [.askBank])])
    }
    return Reading(Identifier(.iban, stored: iban))
  }

  private static func problem(in iban: String, digits: Substring) -> Diagnostic.Message? {
    guard iban.hasPrefix("SA") else { return .ibanCountry }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .ibanLetters }
    guard digits.utf8.count == 22 else { return .ibanLength(digits.utf8.count) }
    // MOD 97-10 yields 02 to 98 only: 00, 01 and 99 would pass the sum as doubles of 97, 98 and 02.
    guard !["00", "01", "99"].contains(digits.prefix(2)) else { return .ibanCheckDigits }
    return remainder(of: iban) == 1 ? nil : .ibanSum
  }

  /// The number that the IBAN stands for, its first four characters moved to the end, modulo 97.
  private static func remainder(of iban: String) -> Int {
    var remainder = 0
    for byte in Array(iban.utf8.dropFirst(4)) + Array(iban.utf8.prefix(4)) {
      if byte >= 0x41 {
        remainder = (remainder * 100 + Int(byte) - 0x41 + 10) % 97
      } else {
        remainder = (remainder * 10 + Int(byte) - 0x30) % 97
      }
    }
    return remainder
  }
}

extension Diagnostic.Message {
  fileprivate static var ibanCountry: Self {
    Self(
      "values.iban-country", arabic: "يبدأ رقم الآيبان السعودي بالحرفين SA، وهذا الرقم يبدأ بغيرهما.",
      english: "A Saudi IBAN begins with SA; this one does not.")
  }

  fileprivate static var ibanLetters: Self {
    Self(
      "values.iban-letters", arabic: "بعد الحرفين SA أرقام فقط، وفي هذا الآيبان حروف أخرى.",
      english: "After SA an IBAN has digits only; this one has other letters.")
  }

  fileprivate static func ibanLength(_ count: Int) -> Self {
    Self(
      "values.iban-length", arabic: "بعد الحرفين SA اثنتان وعشرون خانة، وعدد خانات هذا الآيبان \(count).",
      english: "After SA an IBAN has 22 digits; this one has \(count).")
  }

  fileprivate static var ibanCheckDigits: Self {
    Self(
      "values.iban-check-digits", arabic: "رقما التحقق في الآيبان من 02 إلى 98، ولا يكونان 00 ولا 01 ولا 99.",
      english: "The check digits of an IBAN lie between 02 and 98; they are never 00, 01 or 99.")
  }

  fileprivate static var ibanSum: Self {
    Self(
      "values.iban-sum", arabic: "رقما التحقق في الآيبان لا يطابقان سائر خاناته.",
      english: "The check digits of the IBAN do not agree with the rest of it.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var askBank: Self {
    Self(
      arabic: "انسخ الآيبان من شهادة البنك أو تطبيقه.",
      english: "Copy the IBAN from the bank's certificate or application.")
  }
}
