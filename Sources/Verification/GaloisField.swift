/// The field of 32 elements, GF(2⁵) modulo x⁵ + x² + 1, whose element x generates all others but zero.
enum GaloisField {
  /// The weighted sum `Σ αⁱ·xᵢ`, i counted from 0; zero when the values carry their own check.
  static func syndrome(of values: [UInt8]) -> UInt8 {
    // Horner's rule from the last value down.
    values.reversed().reduce(0) { timesGenerator($0) ^ $1 }
  }

  /// The value that, appended to `values`, makes the syndrome zero.
  static func check(of values: [UInt8]) -> UInt8 {
    let sum = syndrome(of: values)
    // In a field of 2ⁿ elements the solution of `sum + αᵏ·c = 0` is `sum / αᵏ`.
    return values.reduce(sum) { quotient, _ in dividedByGenerator(quotient) }
  }

  private static func timesGenerator(_ value: UInt8) -> UInt8 {
    value & 16 == 0 ? value << 1 : (value << 1 ^ 0b100101) & 31
  }

  private static func dividedByGenerator(_ value: UInt8) -> UInt8 {
    value & 1 == 0 ? value >> 1 : (value ^ 0b100101) >> 1
  }
}
