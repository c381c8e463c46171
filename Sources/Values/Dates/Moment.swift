/// A moment of time, to the second: always given to a function, never read from a clock inside it.
public struct Moment: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public var seconds: Int

  /// The moment `seconds` after the beginning of 1970 in UTC.
  public init(seconds: Int) { self.seconds = seconds }

  /// Saudi Arabia keeps UTC+03:00 the whole year.
  private static let saudiOffset = 3 * 3_600

  /// The moment that an ISO 8601 text in UTC names: `2026-11-23T09:15:00Z`.
  public init?(iso text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { "-T:Z".contains($0) }
    let numbers = parts.dropLast().compactMap { Int($0) }
    guard text.utf8.count == 20, text.hasSuffix("Z"), parts.count == 7, numbers.count == 6 else { return nil }
    let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
    guard day.isValid, 0..<24 ~= numbers[3], 0..<60 ~= numbers[4], 0..<60 ~= numbers[5] else { return nil }
    seconds = day.dayNumber * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
    guard iso == text else { return nil }
  }

  /// The form of ISO 8601 in UTC: `2026-11-23T09:15:00Z`.
  public var iso: String {
    let (day, time) = Self.parts(seconds)
    return "\(day.iso)T\(Self.clock(time, separator: ":")):\(Digits.twoDigits(time % 60))Z"
  }

  /// The day it falls on in Saudi Arabia.
  public var day: CivilDate { Self.parts(seconds + Self.saudiOffset).day }

  /// The hour and minute in Saudi Arabia: `12:15`.
  public var timeOfDay: String { Self.clock(Self.parts(seconds + Self.saudiOffset).time, separator: ":") }

  /// Whether `a` is the earlier moment.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  private static func parts(_ seconds: Int) -> (day: CivilDate, time: Int) {
    let number = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    return (CivilDate(dayNumber: number), seconds - number * 86_400)
  }

  private static func clock(_ time: Int, separator: String) -> String {
    Digits.twoDigits(time / 3_600) + separator + Digits.twoDigits(time / 60 % 60)
  }
}
