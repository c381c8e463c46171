import ArgumentParser

/// A time as an option states it: seconds since 1970, up to the end of the year 9999, the last that certificates and
/// files can state.
struct SecondsArgument: ExpressibleByArgument {
  /// The seconds.
  let seconds: Int64

  init?(argument: String) {
    guard let seconds = Int64(argument), (0...253_402_300_799).contains(seconds) else { return nil }
    self.seconds = seconds
  }
}
