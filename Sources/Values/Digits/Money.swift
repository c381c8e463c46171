/// An amount of money, exact to its smallest coin.
public struct Money: Hashable, Sendable {
  /// The amount in the currency's smallest coin: halalas for riyals.
  public var minorUnits: Int64
  /// The currency's ISO 4217 code.
  public var currency: String

  /// An amount in the smallest coin of `currency`.
  public init(minorUnits: Int64, currency: String = "SAR") {
    self.minorUnits = minorUnits
    self.currency = currency
  }
}
