/// Up to three decimal digits, as they are written.
struct ThreeDigits {
  /// The first one lowest.
  let bytes: UInt32
  let count: Int

  /// The numbers below 1,000 as whole numbers.
  static let whole = (0..<1000).map { Self(String($0)) }
  /// The same as thousandths, without zeros that say nothing.
  static let decimals = (0..<1000).map { number in
    var digits = String(1000 + number).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return Self(String(digits))
  }

  private init(_ digits: String) {
    bytes = digits.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    count = digits.utf8.count
  }
}
