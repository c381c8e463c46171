import ArgumentParser
import Diagnostics
import Values

/// A day as an option states it, in either calendar; it is read once the office's own calendar is known.
struct DayArgument: ExpressibleByArgument {
  private let text: String

  init(argument: String) { text = argument }

  /// The day, or `nil` with the reason in `log`, where the option is named.
  func day(of option: String, by calendar: UmmAlQura, log: inout DiagnosticLog) -> CivilDate? {
    let reading = DateValue.read(text, calendar: calendar)
    for var diagnostic in reading.diagnostics where diagnostic.severity == .error {
      diagnostic.location = .file(option)
      log.append(diagnostic)
    }
    return reading.value?.day
  }
}

extension ClosedRange where Bound == CivilDate {
  /// The days from `first` to `last`, or `nil` with the reason in `log` where the last is before the first.
  init?(from first: CivilDate, to last: CivilDate, log: inout DiagnosticLog) {
    guard first <= last else {
      log.error(.periodTurnedRound)
      return nil
    }
    self = first...last
  }
}

extension Diagnostic.Message {
  fileprivate static let periodTurnedRound = Self(
    "khitab.period-turned-round", arabic: "أول المدة بعد آخرها", english: "The period ends before it begins")
}
