import Testing

@testable import Deflate

@Suite struct HuffmanCodeTests {
  /// Frequencies that would make codes longer than any limit.
  private static let fibonacci: [UInt32] = (0..<40).reduce(into: [1, 1]) { all, _ in
    all.append(all[all.count - 1] + all[all.count - 2])
  }

  private static let all: [[UInt32]] = [
    fibonacci, fibonacci.reversed(), Array(repeating: 1, count: 286), [5], [0, 0, 9, 0], [3, 3],
    [1, 2, 0, 4, 8],
    (0..<286).map { UInt32($0 * $0 % 977) },
  ]

  @Test(arguments: all, [9, 12, 15])
  func noCodeIsLongerThanItsLimitAndAllBitsAreUsed(frequencies: [UInt32], limit: Int) {
    let used = frequencies.count { $0 > 0 }
    let code = HuffmanCode(frequencies: frequencies, limit: limit)
    #expect(zip(code.lengths, frequencies).allSatisfy { ($0 > 0) == ($1 > 0) && $0 <= limit })
    let share = code.lengths.filter { $0 > 0 }.reduce(0) { $0 + 1 << (limit - Int($1)) }
    #expect(used == 1 ? share == 1 << (limit - 1) : share == 1 << limit)
  }

  @Test(arguments: all)
  func whatComesOftenIsNeverLonger(frequencies: [UInt32]) {
    let code = HuffmanCode(frequencies: frequencies, limit: 15)
    let order = frequencies.indices.filter { frequencies[$0] > 0 }.sorted {
      frequencies[$0] > frequencies[$1]
    }
    for (a, b) in zip(order, order.dropFirst()) { #expect(code.lengths[a] <= code.lengths[b]) }
  }

  @Test(arguments: all)
  func noCodeBeginsAnother(frequencies: [UInt32]) {
    let code = HuffmanCode(frequencies: frequencies, limit: 15)
    let known = frequencies.indices.filter { frequencies[$0] > 0 }
    for a in known {
      for b in known where a != b && code.lengths[a] <= code.lengths[b] {
        let mask = UInt64(1) << UInt64(code.lengths[a]) - 1
        #expect(code[a].bits != code[b].bits & mask)
      }
    }
  }
}
