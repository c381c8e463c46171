import Diagnostics

/// The ten-digit number of a Saudi identity card or residence permit.
///
/// The first digit tells a citizen (1) from a resident (2). The last is a check digit: with the first,
/// third … ninth digits doubled (and the digits of each double added), all ten add up to a multiple of ten.
public enum NationalIDNumber {
  /// Reads a number as typed; a wrong check digit is a warning, because the card may say so itself.
  public static func read(_ text: String) -> Reading<Identifier> {
    let typed = TypedNumber(text)
    if let flaw = typed.flaw { return Reading(nil, [flaw]) }
    guard typed.isAllDigits else {
      return Reading(nil, [Diagnostic(.error, .notDigits, hints: [.lookAtCard])])
    }
    let count = typed.ascii.utf8.count
    guard count == 10 else { return Reading(nil, [Diagnostic(.error, .length(count), hints: [.lookAtCard])]) }
    let kind: Identifier.Kind
    switch typed.ascii.first {
    case "1": kind = .nationalID
    case "2": kind = .iqama
    default: return Reading(nil, [Diagnostic(.error, .prefix, hints: [.lookAtCard])])
    }
    let isValid = hasValidCheckDigit(typed.ascii)
    return Reading(
      Identifier(kind, stored: typed.ascii),
      isValid ? [] : [Diagnostic(.warning, .checkDigit, hints: [.lookAtCard])])
  }

  /// Whether the last of the ASCII digits agrees with those before it.
  public static func hasValidCheckDigit(_ digits: String) -> Bool {
    var sum = 0
    for (index, byte) in digits.utf8.enumerated() {
      guard (0x30...0x39).contains(byte) else { return false }
      let digit = Int(byte) - 0x30
      let double = digit * 2
      sum += index.isMultiple(of: 2) ? double / 10 + double % 10 : digit
    }
    return sum.isMultiple(of: 10)
  }
}

extension Diagnostic.Message {
  fileprivate static var notDigits: Self {
    Self(
      "values.national-id-letters", arabic: "رقم الهوية أو الإقامة أرقام فقط، وفي هذا الرقم حروف.",
      english: "A national ID or iqama number has digits only; this one has letters.")
  }

  fileprivate static func length(_ count: Int) -> Self {
    Self(
      "values.national-id-length", arabic: "رقم الهوية أو الإقامة عشر خانات، وعدد خانات هذا الرقم \(count).",
      english: "A national ID or iqama number has ten digits; this one has \(count).")
  }

  fileprivate static var prefix: Self {
    Self(
      "values.national-id-prefix",
      arabic: "يبدأ رقم الهوية بالرقم 1 ورقم الإقامة بالرقم 2، وهذا الرقم يبدأ بغيرهما.",
      english: "A national ID number begins with 1 and an iqama number with 2; this one does not.")
  }

  fileprivate static var checkDigit: Self {
    Self(
      "values.national-id-check-digit", arabic: "رقم التحقق في آخر رقم الهوية أو الإقامة لا يطابق ما قبله.",
      english: "The check digit of the national ID or iqama number does not agree with the digits before it.")
  }
}

extension Diagnostic.Hint {
  fileprivate static var lookAtCard: Self {
    Self(arabic: "قارن الرقم بما في بطاقة صاحبه.", english: "Compare the number with its owner's card.")
  }
}
