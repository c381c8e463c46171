import Diagnostics

extension Identifier {
  /// Reads an identifier as people type it, and says what is wrong when it can't be one.
  ///
  /// A value with a warning may be printed, but a person should look at it; lists that must be free of
  /// mistakes take only a value without one. `nationalID` and `iqama` read alike: the first digit decides.
  public static func read(_ text: String, as kind: Kind) -> Reading<Identifier> {
    switch kind {
    case .nationalID, .iqama: NationalIDNumber.read(text)
    case .mobile: PhoneNumber.readMobile(text)
    case .phone: PhoneNumber.read(text)
    case .email: EmailAddress.read(text)
    case .iban: IBAN.read(text)
    case .postcode: readPostcode(text)
    case .reference: readReference(text)
    }
  }

  private static func readPostcode(_ text: String) -> Reading<Identifier> {
    let typed = TypedNumber(text)
    if let flaw = typed.flaw { return Reading(nil, [flaw]) }
    // The first digit is the postal region, 1 to 8.
    guard typed.isAllDigits, typed.ascii.utf8.count == 5, let first = typed.ascii.first,
      ("1"..."8").contains(first)
    else { return Reading(nil, [Diagnostic(.error, .postcode)]) }
    return Reading(Identifier(.postcode, stored: typed.ascii))
  }

  /// References keep their letters and signs: only digits, marks and blanks are put in one form.
  private static func readReference(_ text: String) -> Reading<Identifier> {
    isPlain(text) ? Reading(Identifier(.reference, stored: text)) : readReferenceThoroughly(text)
  }

  /// Whether a text is letters, digits and signs of ASCII, as most references are: nothing of it changes.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] < 0x21 || bytes[index] > 0x7E { return false }
    return !bytes.isEmpty
  }

  /// Reads a reference of whatever characters.
  static func readReferenceThoroughly(_ text: String) -> Reading<Identifier> {
    var kept = ""
    var afterBlank = false
    for scalar in Digits.ascii(text).trimmingJoiners().unicodeScalars {
      if scalar.isDirectionMark || scalar.isStrayInvisible || scalar.value == 0x640 { continue }
      if scalar.isBlank || scalar.isLineEnd {
        afterBlank = !kept.isEmpty
        continue
      }
      if Digits.isForeign(scalar) { return Reading(nil, [Diagnostic(.error, .referenceDigits)]) }
      if afterBlank { kept += " " }
      afterBlank = false
      kept += scalar.isDash ? "-" : String(scalar)
    }
    guard !kept.isEmpty else { return Reading(nil, [Diagnostic(.error, .referenceEmpty)]) }
    return Reading(Identifier(.reference, stored: kept))
  }
}

extension Diagnostic.Message {
  fileprivate static var postcode: Self {
    Self(
      "values.postcode", arabic: "الرمز البريدي خمس خانات تبدأ برقم من 1 إلى 8.",
      english: "A postcode has five digits, the first from 1 to 8.")
  }

  fileprivate static var referenceDigits: Self {
    Self(
      "values.reference-digits",
      arabic: "في الرقم المرجعي خانات من كتابة أخرى غير الأرقام العربية والهندية والفارسية.",
      english: "The reference has digits of another script than European, Arabic-Indic and Persian.")
  }

  fileprivate static var referenceEmpty: Self {
    Self("values.reference-empty", arabic: "الرقم المرجعي خالٍ.", english: "The reference is empty.")
  }
}
