/// A currency as amounts in words name it.
public struct Currency: Hashable, Sendable {
  /// The ISO 4217 code.
  public let code: String
  /// The unit, with its country: «ريال سعودي».
  public let unit: CountedNoun
  /// The unit as an office's style names it without the country; the same as `unit` for a foreign one.
  public let shortUnit: CountedNoun
  /// The smallest coin: «هللة»; `nil` for a currency without one.
  public let coin: CountedNoun?
  /// How many decimals the smallest coin is: 2 for halalas.
  public let decimals: Int

  /// The number of coins in one unit: 100 halalas.
  public var coinsPerUnit: Int64 {
    (0..<decimals).reduce(1) { product, _ in product * 10 }
  }

  /// A currency by its parts.
  ///
  /// - Parameters:
  ///   - code: the ISO 4217 code.
  ///   - unit: the unit with its country.
  ///   - coin: the smallest coin.
  ///   - decimals: how many decimals the coin is, 0 to 4.
  ///   - isNational: whether the unit is understood without its country.
  public init(code: String, unit: CountedNoun, coin: CountedNoun?, decimals: Int, isNational: Bool = false) {
    self.code = code
    self.unit = unit
    self.coin = coin
    self.decimals = coin == nil ? 0 : decimals
    shortUnit = isNational ? unit.unqualified : unit
  }
}
