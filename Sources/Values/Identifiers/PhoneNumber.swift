import Diagnostics

/// A telephone number as E.164: `+`, the country's code and the number without its national zero.
///
/// The Saudi numbering plan is that of libphonenumber 9.0.43 (Apache-2.0), metadata of region SA.
public enum PhoneNumber {
  /// What a Saudi number serves.
  public enum Service: String, Hashable, Sendable, CaseIterable {
    /// A mobile number: 05…
    case mobile
    /// A landline: 01…
    case landline
    /// One number for a whole body: 9200…
    case unified
    /// A number free for the caller: 800…
    case tollFree
    /// A number with its own tariff: 9250…
    case premium
  }

  /// Reads a mobile number; a landline or service number is an error.
  public static func readMobile(_ text: String) -> Reading<Identifier> { read(text, as: .mobile) }

  /// Reads any telephone number.
  public static func read(_ text: String) -> Reading<Identifier> { read(text, as: .phone) }

  /// What a Saudi number in E.164 serves; `nil` for an unassigned or foreign one.
  public static func service(ofE164 number: String) -> Service? {
    guard number.hasPrefix("+966") else { return nil }
    let digits = number.utf8.dropFirst(4).map { Int($0) - 0x30 }
    switch (digits.first, digits.count) {
    case (5, 9): return isAssignedMobile(digits) ? .mobile : nil
    case (1, 9): return isAssignedLandline(digits) ? .landline : nil
    case (9, 9) where digits.starts(with: [9, 2, 0]): return .unified
    case (9, 9) where digits.starts(with: [9, 2, 5]): return .premium
    case (8, 10) where digits.starts(with: [8, 0, 0]): return .tollFree
    default: return nil
    }
  }

  private static func isAssignedMobile(_ digits: [Int]) -> Bool {
    switch (digits[1], digits[2], digits[3]) {
    case (7, 9, 9): false
    case (0, _, _), (1, _, _), (3...9, _, _): true
    default: false
    }
  }

  private static func isAssignedLandline(_ digits: [Int]) -> Bool {
    switch (digits[1], digits[2]) {
    case (1, _), (2, 2), (2, 4...8), (3, 3), (3, 5...8), (4, 3...6), (4, 8), (6, 2...5), (7, 2...3),
      (7, 5...7):
      true
    default: false
    }
  }

  private static func read(_ text: String, as kind: Identifier.Kind) -> Reading<Identifier> {
    let typed = TypedNumber(text, keeping: "+", dropping: "().")
    if let flaw = typed.flaw { return Reading(nil, [flaw]) }
    let digits = typed.ascii.hasPrefix("+") ? typed.ascii.dropFirst() : typed.ascii[...]
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return Reading(nil, [Diagnostic(.error, .phoneLetters, hints: [.phoneForms])])
    }
    if typed.ascii.hasPrefix("+") { return international(digits, as: kind) }
    if digits.hasPrefix("00") {
      var reading = international(digits.dropFirst(2), as: kind)
      if reading.value != nil, service(ofE164: "+966" + digits.dropFirst(2)) == .mobile {
        reading.diagnostics.append(Diagnostic(.warning, .zeroTooMany, hints: [.oneZero(digits.dropFirst())]))
      }
      return reading
    }
    if digits.hasPrefix("966"), digits.utf8.count > 10 { return international(digits, as: kind) }
    return saudi(digits, as: kind)
  }

  private static func international(_ digits: Substring, as kind: Identifier.Kind) -> Reading<Identifier> {
    if digits.hasPrefix("966") { return saudi(digits.dropFirst(3), as: kind) }
    // E.164 6.2.1: at most fifteen digits, and no country's code begins with 0.
    guard (7...15).contains(digits.utf8.count), !digits.hasPrefix("0") else {
      return Reading(nil, [Diagnostic(.error, .foreignLength(digits.utf8.count), hints: [.phoneForms])])
    }
    let isAssigned = CountryCallingCode.begins(digits)
    return Reading(
      Identifier(kind, stored: "+" + digits),
      isAssigned ? [] : [Diagnostic(.warning, .unknownCountry, hints: [.callIt])])
  }

  private static func saudi(_ national: Substring, as kind: Identifier.Kind) -> Reading<Identifier> {
    let digits = national.hasPrefix("0") ? national.dropFirst() : national
    let number = Identifier(kind, stored: "+966" + digits)
    let count = digits.utf8.count
    switch service(ofE164: number.stored) {
    case .mobile: return Reading(number)
    case .some:
      if kind == .phone { return Reading(number) }
      return Reading(nil, [Diagnostic(.error, .notMobile, hints: [.phoneForms])])
    case nil: break
    }
    guard digits.hasPrefix("5") || (kind == .phone && digits.hasPrefix("1")) else {
      return Reading(
        nil, [Diagnostic(.error, kind == .mobile ? .notMobile : .notInPlan, hints: [.phoneForms])])
    }
    guard count == 9 else {
      return Reading(nil, [Diagnostic(.error, .saudiLength(count), hints: [.phoneForms])])
    }
    // The plan grows: a prefix that is new today must not stop a letter.
    return Reading(number, [Diagnostic(.warning, .unassigned, hints: [.callIt])])
  }
}

extension Diagnostic.Message {
  fileprivate static var phoneLetters: Self {
    Self(
      "values.phone-letters", arabic: "في رقم الهاتف حروف أو علامة زائد في غير أوله.",
      english: "The telephone number has letters, or a plus that is not at its start.")
  }

  fileprivate static func foreignLength(_ count: Int) -> Self {
    Self(
      "values.phone-foreign-length",
      arabic: "الرقم الدولي من 7 إلى 15 خانة تبدأ برمز الدولة، وخانات هذا الرقم \(count).",
      english:
        "An international number has 7 to 15 digits and begins with a country's code; this one has \(count).")
  }

  fileprivate static func saudiLength(_ count: Int) -> Self {
    Self(
      "values.phone-length", arabic: "بعد رمز الدولة تسع خانات، وعدد خانات هذا الرقم \(count).",
      english: "After the country's code a number has nine digits; this one has \(count).")
  }

  fileprivate static var unknownCountry: Self {
    Self(
      "values.phone-unknown-country", arabic: "لا توجد دولة رمزها الهاتفي أول هذا الرقم.",
      english: "No country has a calling code that the number begins with.")
  }

  fileprivate static var zeroTooMany: Self {
    Self(
      "values.phone-zero-too-many",
      arabic: "قُرئ الرقم دولياً لأن أوله صفران، ولعله جوال سعودي زيد فيه صفر.",
      english:
        "Beginning with two zeros, the number was read as a foreign one; it may be a Saudi mobile number.")
  }

  fileprivate static var notMobile: Self {
    Self(
      "values.not-mobile", arabic: "هذا ليس رقم جوال سعودياً: رقم الجوال يبدأ بالرقم 05.",
      english: "This is not a Saudi mobile number: those begin with 05.")
  }

  fileprivate static var notInPlan: Self {
    Self(
      "values.phone-not-in-plan", arabic: "هذا الرقم ليس من أرقام الهاتف السعودية.",
      english: "The number is not of the Saudi numbering plan.")
  }

  fileprivate static var unassigned: Self {
    Self(
      "values.phone-unassigned", arabic: "لم تخصَّص أرقام هاتف تبدأ بهذه الخانات في المملكة.",
      english: "No Saudi telephone numbers are assigned that begin with these digits.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var phoneForms: Self {
    Self(
      arabic: "اكتب الجوال هكذا: 0501234567، والرقم الأجنبي مبتدئاً بعلامة + ورمز دولته.",
      english: "Write a mobile number as 0501234567, and a foreign one with + and its country's code.")
  }

  fileprivate static func oneZero(_ number: Substring) -> Self {
    Self(
      arabic: "إن كان المقصود \(number) فاكتبه بصفر واحد، وإن كان الرقم أجنبياً فاكتبه بعلامة +.",
      english: "If \(number) is meant, write it with one zero; write a foreign number with +.")
  }

  fileprivate static var callIt: Self {
    Self(arabic: "تأكد من الرقم مع صاحبه.", english: "Confirm the number with its owner.")
  }
}
