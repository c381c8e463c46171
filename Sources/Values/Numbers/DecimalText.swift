import Diagnostics

/// A decimal number as a person writes it: digits of any of the three sets Arabic offices use, the
/// thousands parted or not.
struct DecimalText {
  /// The whole part.
  var whole: Int64
  /// The digits after the point, without trailing zeros.
  var fraction: [Int]

  /// Reads `text`; too many decimals are refused, never rounded.
  static func read(_ text: String, decimals limit: Int) -> Result<Self, Refusal> {
    func refusal(_ message: Diagnostic.Message) -> Result<Self, Refusal> {
      .failure(Refusal(message, decimals: limit))
    }
    let letters = LookupKey.key(text).unicodeScalars
    if letters.first == "-" || letters.first == "\u{2212}" { return refusal(.negativeNumber) }
    let parts = letters.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "\u{066B}" }
    guard (1...2).contains(parts.count), let whole = wholePart(parts[0]) else {
      return refusal(.notANumber)
    }
    var fraction: [Int] = []
    if parts.count == 2 {
      for letter in parts[1] {
        guard let digit = Digits.value(of: letter) else { return refusal(.notANumber) }
        fraction.append(digit)
      }
      if fraction.isEmpty { return refusal(.notANumber) }
    }
    guard fraction.count <= limit else { return refusal(.tooManyDecimals(limit)) }
    guard let whole else { return refusal(.numberTooLarge) }
    while fraction.last == 0 { fraction.removeLast() }
    return .success(Self(whole: whole, fraction: fraction))
  }

  /// Why a text isn't taken.
  struct Refusal: Error {
    /// The reason, an error.
    var diagnostic: Diagnostic

    fileprivate init(_ message: Diagnostic.Message, decimals limit: Int) {
      diagnostic = Diagnostic(.error, message, hints: [limit == 0 ? .wholeForm : .decimalForm])
    }
  }

  /// The number before the point: `nil` inside when it is too large, `nil` when it isn't a number.
  private static func wholePart(_ text: Substring.UnicodeScalarView.SubSequence) -> Int64?? {
    let groups = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\u{066C}" }
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return nil
      }
    }
    var value: Int64 = 0
    var isTooLarge = false
    var isEmpty = true
    for letter in groups.joined() {
      guard let digit = Digits.value(of: letter) else { return nil }
      isEmpty = false
      value = value * 10 + Int64(digit)
      if value > Cardinal.largest {
        isTooLarge = true
        value = 0
      }
    }
    if isEmpty { return nil }
    return .some(isTooLarge ? nil : value)
  }
}

extension Diagnostic.Message {
  fileprivate static var negativeNumber: Self {
    Self(
      "values.negative-number-in-words",
      arabic: "العدد سالب، ولا يُكتب عدد سالب بالحروف.",
      english: "The number is negative, and no negative number is written in words.")
  }

  fileprivate static var notANumber: Self {
    Self(
      "values.not-a-number", arabic: "ليس هذا عدداً مكتوباً بالأرقام.",
      english: "This isn't a number written in digits.")
  }

  fileprivate static func tooManyDecimals(_ limit: Int) -> Self {
    Self(
      "values.too-many-decimals",
      arabic: limit == 0
        ? "المطلوب عدد صحيح بلا كسر." : "المنازل العشرية أكثر من المسموح به (\(limit))، ولا يُقرَّب العدد.",
      english: limit == 0
        ? "A whole number is wanted, without decimals."
        : "There are more decimals than the \(limit) allowed, and nothing is rounded.")
  }

  fileprivate static var numberTooLarge: Self {
    Self(
      "values.number-too-large-for-words",
      arabic: "العدد أكبر مما يُكتب بالحروف (أقل من ألف تريليون).",
      english: "The number is too large for words (they reach to less than a thousand trillion).")
  }
}

extension Diagnostic.Hint {
  fileprivate static var wholeForm: Self {
    Self(arabic: "اكتبوا مثلاً: 1500 أو ١٬٥٠٠", english: "Write for instance: 1500 or ١٬٥٠٠")
  }

  fileprivate static var decimalForm: Self {
    Self(arabic: "اكتبوا مثلاً: 1500.50 أو ١٬٥٠٠٫٥٠", english: "Write for instance: 1500.50 or ١٬٥٠٠٫٥٠")
  }
}
