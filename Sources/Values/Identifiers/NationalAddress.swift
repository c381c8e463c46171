/// A Saudi national address (العنوان الوطني).
public struct NationalAddress: Hashable, Sendable {
  /// Building number, four digits.
  public var building: String?
  /// Street name.
  public var street: String?
  /// District name.
  public var district: String?
  /// City name.
  public var city: String?
  /// Postcode, five digits.
  public var postcode: String?
  /// Additional number, four digits.
  public var additional: String?
  /// Unit number.
  public var unit: String?
  /// Short address, four letters and the building number.
  public var short: String?

  /// An address of the given parts.
  public init(
    building: String? = nil, street: String? = nil, district: String? = nil, city: String? = nil,
    postcode: String? = nil, additional: String? = nil, unit: String? = nil, short: String? = nil
  ) {
    self.building = building
    self.street = street
    self.district = district
    self.city = city
    self.postcode = postcode
    self.additional = additional
    self.unit = unit
    self.short = short
  }
}
