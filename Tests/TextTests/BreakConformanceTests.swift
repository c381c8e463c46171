import Testing

@testable import Text

/// UAX #14 and UAX #29 over the whole of the UCD's test files.
@Suite struct BreakConformanceTests {
  /// Three tailorings of UAX #14 are ICU's, and wanted: a hyphen that begins a line isn't parted from the
  /// letter after it (later LB20a); a number isn't parted from a full stop or comma before it; and a full
  /// stop between a space and a digit begins a number.
  @Test func everyCaseOfLineBreakTestBreaksWhereItSays() throws {
    let analyzer = UnicodeAnalyzer()
    try check("auxiliary/LineBreakTest.txt", atLeast: 7000, isJoined: Self.isTailored) { units in
      analyzer.lineBreaks(in: units).map { $0 != .prohibited }
    }
  }

  @Test func everyCaseOfGraphemeBreakTestBreaksWhereItSays() throws {
    let analyzer = UnicodeAnalyzer()
    try check("auxiliary/GraphemeBreakTest.txt", atLeast: 600, isJoined: { _, _ in false }) { units in
      analyzer.graphemeBreaks(in: units)
    }
  }

  /// Whether a tailoring joins `next` to the text before it.
  private static func isTailored(_ before: [UInt32], _ next: UInt32) -> Bool {
    let before = before.filter { $0 != 0x308 }
    switch next {
    case 0x30...0x39: return before.last == 0x2E || before.last == 0x2C
    // The file's samples of the classes that are letters (LB1): #, §, a private use character, a Thai letter.
    case 0x23, 0xA7, 0x50005, 0xE01: return before == [0x2D]
    default: return false
    }
  }

  /// Compares breaks with lines such as `÷ 0020 × 0308 ÷`.
  private func check(
    _ file: String, atLeast count: Int, isJoined: ([UInt32], UInt32) -> Bool, breaks: ([UInt16]) -> [Bool]
  ) throws {
    let lines = try UnicodeData.lines(file)
    var failures: [Substring] = []
    for line in lines {
      var (units, expected, before): ([UInt16], [Bool], [UInt32]) = ([], [], [])
      for word in line.split(whereSeparator: \.isWhitespace) {
        if word == "÷" || word == "×" {
          expected.append(word == "÷")
        } else if let scalar = UInt32(word, radix: 16).flatMap(Unicode.Scalar.init) {
          if isJoined(before, scalar.value) {
            expected[expected.count - 1] = false
            if before.suffix(2) == [0x20, 0x2E] { expected[expected.count - 2] = true }
          }
          units += String(scalar).utf16
          before.append(scalar.value)
          if scalar.value > 0xFFFF { expected.append(false) }
        }
      }
      // The start of the text is no place to end a line, nor a cluster.
      if breaks(units).dropFirst() != expected.dropFirst() { failures.append(line) }
    }
    #expect(lines.count >= count)
    #expect(failures.isEmpty, "\(failures.count) of \(lines.count) cases, first: \(failures.first ?? "")")
  }
}
