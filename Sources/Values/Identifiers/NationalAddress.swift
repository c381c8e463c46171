/// A Saudi national address (العنوان الوطني), or the older one of a post-office box.
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
  /// Number of the post-office box (صندوق البريد), one to six digits.
  public var postBox: String?

  /// An address of the given parts.
  public init(
    building: String? = nil, street: String? = nil, district: String? = nil, city: String? = nil,
    postcode: String? = nil, additional: String? = nil, unit: String? = nil, short: String? = nil,
    postBox: String? = nil
  ) {
    self.building = building
    self.street = street
    self.district = district
    self.city = city
    self.postcode = postcode
    self.additional = additional
    self.unit = unit
    self.short = short
    self.postBox = postBox
  }

  /// Whether post finds its way: to a city and postcode, and there to a building or a box.
  public var isComplete: Bool { city != nil && postcode != nil && (building != nil || postBox != nil) }

  /// The address as it stands on paper, a part to a line: short address; building and street; unit; additional
  /// number and district; box; city and postcode, which in Arabic stands to the left of the city.
  public var lines: [String] {
    let groups: [[String?]] = [
      [short], [building, street], [unit.map { "وحدة \($0)" }], [additional, district],
      [postBox.map { "ص.ب \($0)" }], [city, postcode],
    ]
    return groups.map { $0.compactMap(\.self).joined(separator: " ") }.filter { !$0.isEmpty }
  }
}
