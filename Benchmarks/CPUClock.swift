import Glibc

/// What the operating system says this program has used.
enum CPUClock {
  /// Seconds of processor time, user and system, of all threads.
  static var seconds: Double {
    let usage = Self.usage
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) * 1e-6 }
  }

  /// The largest amount of memory held at any time so far, in megabytes.
  static var peakMegabytes: Double { Double(usage.ru_maxrss) / 1024 }

  private static var usage: rusage {
    var usage = rusage()
    unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage
  }
}

/// A fixed amount of arithmetic, run beside every measurement: the ratio to it holds on a machine that is
/// faster, or busy with other things.
enum ReferenceLoop {
  /// A million steps of a linear congruence, none of which can start before the last is done.
  @inline(never)
  static func run(from seed: UInt64) -> UInt64 {
    var state = seed
    for _ in 0..<1_000_000 { state = (state ^ (state >> 29)) &* 6_364_136_223_846_793_005 &+ 1 }
    return state
  }
}
