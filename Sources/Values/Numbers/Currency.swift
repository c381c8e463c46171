/// A currency as amounts in words name it.
public struct Currency: Hashable, Sendable {
  /// The ISO 4217 code.
  public var code: String
  /// The unit, with its country: «ريال سعودي».
  public var unit: CountedNoun
  /// The unit as an office's style names it without the country; the same as `unit` for a foreign one.
  public var shortUnit: CountedNoun
  /// The smallest coin: «هللة»; `nil` for a currency without one.
  public var coin: CountedNoun?
  /// How many decimals the smallest coin is: 2 for halalas.
  public var decimals: Int

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
    shortUnit = unit
    if isNational { shortUnit.qualifier = nil }
  }
}
