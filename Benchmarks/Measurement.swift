/// The median cost of making one of something, over some rounds.
struct Measurement {
  /// What was measured.
  let name: String
  /// Microseconds of processor time a call.
  let microseconds: Double
  /// The same as a multiple of one run of the reference loop, measured in the same round.
  let references: Double

  /// Measures `body`, called with 0, 1, 2 … `count` times a round, each call making `batch` letters.
  init(
    _ name: String, rounds: Int, count: Int, batch: Int = 1, _ body: (Int) throws -> Void
  ) rethrows {
    var costs: [(call: Double, reference: Double)] = []
    var state = UInt64(count)
    for _ in 0..<rounds {
      let reference = Self.seconds { for _ in 0..<20 { state = ReferenceLoop.run(from: state) } } / 20
      let call = try Self.seconds { for index in 0..<count { try body(index) } } / Double(count * batch)
      costs.append((call, reference))
    }
    keep(state)
    self.name = name
    microseconds = costs.map { $0.call * 1e6 }.median
    references = costs.map { $0.call / $0.reference }.median
  }

  private static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = CPUClock.seconds
    try body()
    return CPUClock.seconds - start
  }
}

/// Keeps the compiler from leaving out a computation whose result nobody needs: it may not look inside.
@inline(never)
@_optimize(none)
func keep<Value>(_ value: Value) {}

extension [Double] {
  fileprivate var median: Double { sorted()[count / 2] }
}
