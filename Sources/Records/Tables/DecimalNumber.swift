/// A decimal number exactly as a file writes it.
///
/// A spreadsheet's number is worked on in decimal, digit by digit: through a `Double` an
/// identifier could lose digits that the file still has.
struct DecimalNumber: Hashable, Sendable {
  /// Whether the number is below zero.
  private(set) var isNegative = false
  /// The digits, without leading and trailing zeros.
  private(set) var digits: [UInt8] = []
  /// The power of ten of the last digit.
  private(set) var scale = 0
  /// Whether the file wrote it with an exponent.
  private(set) var isScientific = false
  /// The digits written before the exponent, trailing zeros included.
  private(set) var writtenDigits = 0

  /// Excel keeps fifteen significant digits.
  static let excelPrecision = 15

  /// Reads `[-+]digits[.digits][E[-+]digits]` in ASCII; `nil` for anything else.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    guard bytes.count <= 400 else { return nil }
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    let whole = Self.takeDigits(&bytes)
    var fraction: [UInt8] = []
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      fraction = Self.takeDigits(&bytes)
    }
    guard !whole.isEmpty || !fraction.isEmpty, let exponent = Self.takeExponent(&bytes), bytes.isEmpty else {
      return nil
    }
    isScientific = exponent.isWritten
    writtenDigits = whole.count + fraction.count
    digits = whole + fraction
    scale = exponent.value - fraction.count
    normalise()
  }

  private static func takeDigits(_ bytes: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    bytes.removeFirst(digits.count)
    return digits.map { $0 - 0x30 }
  }

  private static func takeExponent(_ bytes: inout ArraySlice<UInt8>) -> (value: Int, isWritten: Bool)? {
    guard let mark = bytes.first else { return (0, false) }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
    bytes.removeFirst()
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    let digits = takeDigits(&bytes)
    guard (1...3).contains(digits.count) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1) }
    return (isNegative ? -value : value, true)
  }

  private mutating func normalise() {
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    while digits.last == 0 {
      digits.removeLast()
      scale += 1
    }
    if digits.isEmpty { (scale, isNegative) = (0, false) }
  }

  /// Whether it has no fraction.
  var isWhole: Bool { scale >= 0 }

  /// The number of digits before the decimal point.
  var wholeDigitCount: Int { max(digits.count + scale, 0) }

  /// The number of digits after the decimal point.
  var fractionDigitCount: Int { max(-scale, 0) }

  /// The number with at most `count` significant digits, halves rounded away from zero.
  func rounded(to count: Int) -> DecimalNumber {
    guard digits.count > count else { return self }
    var result = self
    result.scale += digits.count - count
    result.digits = Array(digits.prefix(count))
    if digits[count] >= 5 {
      var index = count - 1
      while index >= 0, result.digits[index] == 9 {
        result.digits[index] = 0
        index -= 1
      }
      if index >= 0 { result.digits[index] += 1 } else { result.digits.insert(1, at: 0) }
    }
    result.normalise()
    return result
  }

  /// The number times ten to the power of `places`.
  func shifted(by places: Int) -> DecimalNumber {
    var result = self
    result.scale += digits.isEmpty ? 0 : places
    return result
  }

  /// The number in plain digits, with at least `places` of them after the point.
  func plain(places: Int = 0) -> String {
    var all = digits + Array(repeating: 0, count: max(scale, 0))
    let fraction = fractionDigitCount
    if all.count <= fraction { all = Array(repeating: 0, count: fraction + 1 - all.count) + all }
    var text = isNegative ? "-" : ""
    text += all.dropLast(fraction).map { String($0) }.joined()
    guard max(fraction, places) > 0 else { return text }
    let shown = all.suffix(fraction) + Array(repeating: 0, count: max(places - fraction, 0))
    return text + "." + shown.map { String($0) }.joined()
  }
}
