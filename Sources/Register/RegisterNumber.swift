/// A series of numbers: each begins again with 1 every year.
public enum Series: String, Hashable, Sendable, CaseIterable {
  /// الصادر: letters that go out.
  case outgoing
  /// الوارد: letters that come in.
  case incoming
  /// الطلبات: requests received.
  case requests
  /// الداخلي: papers that stay in the house.
  case `internal`

  /// The letters that begin a canonical number.
  public var prefix: String {
    switch self {
    case .outgoing: "OUT"
    case .incoming: "IN"
    case .requests: "REQ"
    case .internal: "INT"
    }
  }

  /// The register's Arabic name.
  public var arabicName: String {
    switch self {
    case .outgoing: "الصادر"
    case .incoming: "الوارد"
    case .requests: "الطلبات"
    case .internal: "الداخلي"
    }
  }
}

/// A number of a register, given once and never again.
public struct RegisterNumber: Hashable, Sendable, CustomStringConvertible {
  /// The series.
  public let series: Series
  /// The year, in the calendar that the register counts in.
  public let year: Int
  /// The number within the year, from 1.
  public let number: Int

  /// The number `number` of `year`; nothing is checked.
  public init(series: Series, year: Int, number: Int) {
    self.series = series
    self.year = year
    self.number = number
  }

  /// The number a canonical form names, or nothing if it is none.
  public init?(_ text: String) {
    let parts = text.uppercased().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let series = Series.allCases.first(where: { $0.prefix == parts[0] }),
      let year = Int(parts[1]), let number = Int(parts[2]), year > 0, number > 0
    else { return nil }
    self.init(series: series, year: year, number: number)
  }

  /// The canonical form, `OUT-1448-000125`: the same whatever the office prints, and safe in a file name.
  public var description: String {
    let digits = String(number)
    return "\(series.prefix)-\(year)-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
