import Testing

@testable import Text

/// UAX #9 over the whole of BidiTest.txt and BidiCharacterTest.txt.
@Suite struct BidiConformanceTests {
  /// A character of each class, as good as any other of it.
  private static let samples: [UInt32: UInt16] = [
    "L": 0x41, "R": 0x5D0, "EN": 0x30, "ES": 0x2B, "ET": 0x23, "AN": 0x660, "CS": 0x2C, "B": 0x2029,
    "S": 0x09,
    "WS": 0x20, "ON": 0x21, "LRE": 0x202A, "LRO": 0x202D, "RLE": 0x202B, "RLO": 0x202E, "PDF": 0x202C,
    "LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069, "NSM": 0x300, "AL": 0x627, "BN": 0xAD,
  ].reduce(into: [:]) { $0[WordReader.packed($1.key)] = $1.value }

  @Test(.timeLimit(.minutes(3))) func everyCaseOfBidiTestHasItsLevels() async throws {
    let batches = BidiTestFile.batches(try UnicodeData.bytes("BidiTest.txt"), samples: Self.samples)
    let failures = await withTaskGroup { group in
      for batch in batches { group.addTask { batch.failures } }
      return await group.reduce(into: [Int]()) { $0 += $1 }
    }
    #expect(batches.reduce(0) { $0 + $1.lines.count } > 700_000)
    #expect(failures.isEmpty, "\(failures.count) cases, first in line \(failures.min() ?? 0)")
  }

  @Test func everyLineOfLevelsInBidiTestHasItsOrder() throws {
    let lines = try UnicodeData.lines("BidiTest.txt").filter { $0.hasPrefix("@") }
    let wrong = zip(lines, lines.dropFirst()).filter { levels, order in
      levels.hasPrefix("@Levels:") && order.hasPrefix("@Reorder:")
        && !Self.isOrder(order.dropFirst(9), of: levels.dropFirst(8))
    }
    #expect(lines.count > 1000)
    #expect(wrong.isEmpty, "first: \(wrong.first?.0 ?? "")")
  }

  @Test(.timeLimit(.minutes(3))) func everyCaseOfBidiCharacterTestHasItsLevelsAndOrder() async throws {
    let lines = try UnicodeData.lines("BidiCharacterTest.txt")
    let failures = await withTaskGroup { group in
      for start in stride(from: 0, to: lines.count, by: 2000) {
        group.addTask { lines[start..<min(start + 2000, lines.count)].filter { !Self.isResolved($0) } }
      }
      return await group.reduce(into: [Substring]()) { $0 += $1 }
    }
    #expect(lines.count > 91_000)
    #expect(failures.isEmpty, "\(failures.count) cases, first: \(failures.min() ?? "")")
  }

  /// Whether a line's text has the line's levels and order: characters; base; its level; levels; order.
  private static func isResolved(_ line: Substring) -> Bool {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    let scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
    let units = scalars.compactMap(Unicode.Scalar.init).flatMap { Array(String($0).utf16) }
    let base: BidiLevels.Base =
      switch fields[1] {
      case "0": .leftToRight
      case "1": .rightToLeft
      default: .firstStrong
      }
    let resolved = BidiLevels(of: units, base: base)
    let expected = fields[3].split(separator: " ").map { UInt8($0) }
    return expected.count == units.count && String(resolved.base) == fields[2]
      && zip(expected, resolved.levels).allSatisfy { $0 == nil || $0 == $1 }
      && isOrder(fields[4], of: fields[3])
  }

  /// Whether the levels, an `x` for a character that rule X9 removes, put characters in this order.
  private static func isOrder(_ order: Substring, of levels: Substring) -> Bool {
    let levels = levels.split(whereSeparator: \.isWhitespace).map { UInt8($0) }
    let kept = levels.indices.filter { levels[$0] != nil }
    let visual = BidiLevels.visualOrder(kept.compactMap { levels[$0] }).map { kept[$0] }
    return visual == order.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
  }
}

/// Cases of BidiTest.txt with one base direction: each is a paragraph of a longer text.
private struct BidiTestBatch: Sendable {
  static let removed: UInt8 = 0xFE
  var base: BidiLevels.Base
  var text: [UInt16] = []
  var expected: [UInt8] = []
  /// The line each case stands in, and where it ends.
  var lines: [(line: Int, end: Int)] = []

  /// The lines of cases whose levels are wrong.
  var failures: [Int] {
    let resolved = BidiLevels(of: text, base: base).levels
    var failures: [Int] = []
    var start = 0
    for (line, end) in lines {
      if !(start..<end).allSatisfy({ expected[$0] == Self.removed || expected[$0] == resolved[$0] }) {
        failures.append(line)
      }
      start = end + 1
    }
    return failures
  }
}

/// Reads BidiTest.txt.
private struct BidiTestFile {
  private var reader: WordReader
  private let samples: [UInt32: UInt16]
  private var levels: [UInt8] = []
  private var open: [BidiTestBatch] = [
    .init(base: .firstStrong), .init(base: .leftToRight), .init(base: .rightToLeft),
  ]
  private var full: [BidiTestBatch] = []
  private var line = 1

  static func batches(_ bytes: [UInt8], samples: [UInt32: UInt16]) -> [BidiTestBatch] {
    var file = BidiTestFile(reader: WordReader(bytes), samples: samples)
    file.read()
    return file.full + file.open.filter { !$0.lines.isEmpty }
  }

  private init(reader: WordReader, samples: [UInt32: UInt16]) {
    self.reader = reader
    self.samples = samples
  }

  private mutating func read() {
    let (levelsMark, orderMark) = (WordReader.packed("els:"), WordReader.packed("der:"))
    while true {
      switch reader.next() {
      case .endOfFile: return
      case .endOfLine: line += 1
      case .word(levelsMark): readLevels()
      case .word(orderMark):
        while case .word = reader.next() {}
        line += 1
      case .word(let first): readCase(first)
      case .semicolon: break
      }
    }
  }

  private mutating func readLevels() {
    levels = []
    while case .word(let word) = reader.next() {
      let number = (word >> 16 & 0xF) * 100 + (word >> 8 & 0xF) * 10 + word & 0xF
      levels.append(word == UInt32(UInt8(ascii: "x")) ? BidiTestBatch.removed : UInt8(number))
    }
    line += 1
  }

  private mutating func readCase(_ first: UInt32) {
    var units = [samples[first] ?? 0]
    while case .word(let name) = reader.next() { units.append(samples[name] ?? 0) }
    guard case .word(let digit) = reader.next() else { return }
    // A case with a paragraph separator of its own is a text of its own.
    let isAlone = units.contains(0x2029)
    for at in open.indices where Int(digit & 0xF) & 1 << at != 0 {
      if isAlone {
        full.append(.init(base: open[at].base, text: units, expected: levels, lines: [(line, units.count)]))
        continue
      }
      open[at].text += units
      open[at].expected += levels
      open[at].lines.append((line, open[at].text.count))
      open[at].text.append(0x2029)
      open[at].expected.append(BidiTestBatch.removed)
      if open[at].text.count > 20_000 {
        full.append(open[at])
        open[at] = .init(base: open[at].base)
      }
    }
  }
}
