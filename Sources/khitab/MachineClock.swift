import ArgumentParser
import Diagnostics
import Foundation
import Signing

/// The machine's clock: the only place where it is read.
enum MachineClock {
  /// Seconds since 1970-01-01T00:00:00Z, now.
  static var seconds: Int { Int(Date().timeIntervalSince1970) }
}

extension PointInTime {
  /// The machine's time.
  static var now: PointInTime { PointInTime(secondsSince1970: Int64(MachineClock.seconds)) }

  /// The last second of the year 9999, after which times have no form in certificates (RFC 5280, 4.1.2.5).
  private static let last: Int64 = 253_402_300_799

  /// The time that an option states, in seconds since 1970.
  static func argument(_ text: String) throws -> PointInTime {
    guard let seconds = Int64(text), (0...last).contains(seconds) else {
      throw ValidationError(
        say("الوقت ثوانٍ منذ ١٩٧٠، إلى آخر سنة ٩٩٩٩", "the time is in seconds since 1970, up to the year 9999")
      )
    }
    return PointInTime(secondsSince1970: seconds)
  }
}
