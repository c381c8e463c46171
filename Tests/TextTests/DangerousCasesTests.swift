import Content
import Diagnostics
import Fonts
import Testing

@testable import Text

/// Values that UAX #9 alone would turn round in right-to-left text.
struct DangerousCase: Sendable, CustomTestStringConvertible {
  var before: String
  var value: String
  var after = ""
  var testDescription: String { before + value + after }
}

@Suite struct DangerousCasesTests {
  static let cases = [
    DangerousCase(before: "التاريخ: ", value: "13/06/1448", after: "هـ"),
    DangerousCase(before: "التاريخ: ", value: "2026-11-23", after: "م"),
    DangerousCase(before: "", value: "2026-11-23", after: "م"),
    DangerousCase(before: "التاريخ: ", value: "١٣-٠٦-١٤٤٨", after: "هـ"),
    DangerousCase(before: "الجوال: ", value: "050 123 4567"),
    DangerousCase(before: "الجوال: ", value: "+966501234567"),
    DangerousCase(before: "الرياض ", value: "12345-6789"),
    DangerousCase(before: "الرقم: ", value: "1448/ع/125"),
    DangerousCase(before: "من ", value: "1-5"),
    DangerousCase(before: "الرصيد ", value: "-150"),
    DangerousCase(before: "الجوال: ", value: "+966 50 123 4567", after: " هاتفاً"),
    DangerousCase(before: "الآيبان: ", value: "SA03 8000 0000 6080 1016 7519"),
    DangerousCase(before: "الرمز ", value: "RRRD2929"),
    DangerousCase(before: "الساعة ", value: "10:30"),
    DangerousCase(before: "في ", value: "3/5/1448"),
  ]

  @Test(arguments: cases) func aTypedValueKeepsItsOrder(_ example: DangerousCase) throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let pieces = [
      Fixture.text(example.before), Fixture.text(example.value, .leftToRight, isBreakable: false),
      Fixture.text(example.after),
    ]
    let lines = shaper.shape(pieces, log: &log).lines(alignment: .start) { _ in 500 }
    let line = try #require(lines.first)
    let expected = String(example.after.reversed()) + example.value + String(example.before.reversed())
    #expect(lines.count == 1)
    #expect(log.diagnostics.isEmpty)
    #expect(line.visual == expected)
    #expect(abs(line.extent.upperBound - 500) < 0.001)
    #expect(line.runs.allSatisfy { !$0.run.text.unicodeScalars.contains(where: \.isBidiControl) })
  }

  @Test func withoutIsolationTheAlgorithmTurnsThem() throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let line = try #require(
      shaper.shape([Fixture.text("الرمز: 150 123 4567")], log: &log).lines(alignment: .start) { _ in 500 }
        .first)
    #expect(line.visual == "4567 123 150 :زمرلا")
  }
}

extension Unicode.Scalar {
  /// Whether it steers the bidi algorithm and is never seen (UAX #9, Bidi_Control).
  var isBidiControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
