/// A second of UTC.
public struct PointInTime: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Seconds since the start of 1970, leap seconds not counted.
  public var secondsSince1970: Int64

  /// The given second.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// A time from its parts, or `nil` where there is no such time.
  public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second)
    else { return nil }
    let days = Self.days(year: year, month: month, day: day)
    guard Self.civil(days: days) == (year, month, day) else { return nil }
    secondsSince1970 = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// A time from `yyyyMMddHHmmss`.
  init?(digits: String) {
    let values = digits.utf8.map { Int($0) - 48 }
    guard values.count == 14, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
    func pair(_ index: Int) -> Int { values[index] * 10 + values[index + 1] }
    self.init(
      year: pair(0) * 100 + pair(2), month: pair(4), day: pair(6), hour: pair(8), minute: pair(10),
      second: pair(12))
  }

  /// The year.
  public var year: Int { civil.year }

  /// The date in UTC.
  public var civil: (year: Int, month: Int, day: Int) {
    Self.civil(days: Int(floorDivide(secondsSince1970, 86_400)))
  }

  /// `yyyyMMddHHmmss`.
  var digits: String {
    let (year, month, day) = civil
    let rest = Int(secondsSince1970 - floorDivide(secondsSince1970, 86_400) * 86_400)
    return padded(year, 4)
      + [month, day, rest / 3600, rest / 60 % 60, rest % 60].map { padded($0, 2) }.joined()
  }

  /// `2026-11-26T13:22:00Z`.
  public var description: String {
    let text = Array(digits)
    func part(_ range: Range<Int>) -> String { String(text[range]) }
    return "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
  }

  /// The time some seconds later.
  public func adding(seconds: Int64) -> PointInTime {
    PointInTime(secondsSince1970: secondsSince1970 + seconds)
  }

  /// Earlier comes first.
  public static func < (a: PointInTime, b: PointInTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }

  private func padded(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  private func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }

  /// Days since 1970 of a date of the Gregorian calendar.
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The date of a day since 1970.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
