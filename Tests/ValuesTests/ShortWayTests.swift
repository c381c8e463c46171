import Diagnostics
import TestSupport
import Testing

@testable import Values

/// The short ways of reading say what the whole ways say, or nothing.
@Suite struct ShortWayTests {
  @Test func cleaningChangesNothingMore() {
    var generator = SeededGenerator(seed: 1)
    let pieces = [
      "محمد", "آل", " ", "  ", "a", "Z", "1", "٣", "،", "؛", "؟", "٪", "٫", "٬", "٭", "؍", "\u{61C}", "ّ",
      "\u{653}", "\u{64B}", "\u{64E}", "\u{652}", "\u{670}", "ـ",
      "ی", "ه", "\n", "\t", "~", "\u{7F}", "\u{600}", "\u{66E}", "لا", "\u{A0}", "é", "🌹",
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: pieces, upTo: 6)
      for kind in TextCleaning.Kind.allCases {
        let (short, whole) = (
          TextCleaning.clean(text, as: kind), TextCleaning.cleanThoroughly(text, as: kind)
        )
        #expect(short == whole)
        #expect(short.value.map { Array($0.utf8) } == whole.value.map { Array($0.utf8) })
      }
    }
    for value in 0x20...0x6FF {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = "ab\(scalar)س"
      #expect(TextCleaning.clean(text, as: .name) == TextCleaning.cleanThoroughly(text, as: .name))
    }
  }

  @Test func amounts() {
    var generator = SeededGenerator(seed: 2)
    let pieces = [
      "0", "1", "15", "500", "000", "999999999", ".", ",", ",500", ".50", "٥", "٫", " ", "-", "+", "'",
      "ريال", "،", "\u{200F}",
    ]
    for _ in 0..<20_000 {
      let text = generator.text(of: pieces, upTo: 6)
      #expect(Money.read(text) == Money.readThoroughly(text, currency: "SAR"))
    }
  }

  @Test(arguments: [nil, .dayFirst, .monthFirst] as [DayMonthOrder?])
  func dates(_ order: DayMonthOrder?) {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      "1448", "1342", "1343", "1500", "1501", "2026", "1899", "2100", "2101", "1", "01", "6", "12", "13",
      "29", "30",
      "31", "00", "/", "/", "-", "-", ".", "هـ", "م", " ", "٥", ":", "T",
    ]
    func check(_ text: String) {
      let whole = DateValue.readThoroughly(text, order: order, calendar: .official)
      #expect(DateValue.read(text, order: order) == whole)
    }
    for _ in 0..<20_000 { check(generator.text(of: pieces, upTo: 7)) }
    for year in ["1342", "1343", "1448", "1500", "1900", "2024", "2100"] {
      for (first, second) in [(1, 1), (2, 29), (29, 2), (2, 30), (12, 30), (12, 31), (13, 1), (6, 0), (0, 6)]
      {
        for separator in ["/", "-"] {
          check([year, "\(first)", "\(second)"].joined(separator: separator))
          check(["\(first)", "\(second)", year].joined(separator: separator))
          check("\(year)\(separator)0\(first)\(separator)0\(second)")
        }
      }
    }
  }

  @Test func references() {
    var generator = SeededGenerator(seed: 4)
    let pieces = [
      "MB", "-", "0", "12", " ", "م", "٣", "~", "!", "ـ", "–", "\u{7F}", "\t", "/", "\u{200E}", "３",
      "e\u{301}",
    ]
    for _ in 0..<4000 {
      let text = generator.text(of: pieces, upTo: 6)
      #expect(Identifier.read(text, as: .reference) == Identifier.readReferenceThoroughly(text))
    }
  }

  @Test func printedNumbers() {
    var generator = SeededGenerator(seed: 5)
    for style in HouseStyle.Digits.allCases {
      for length in 0...62 {
        let number = Int64.random(in: 0...(1 << length), using: &generator)
        for number in [number, -number, Int64.min, Int64.max] {
          var groups = String(number.magnitude)
          for place in stride(from: 3, to: groups.count, by: 3) {
            let end = groups.index(groups.endIndex, offsetBy: -place - (place / 3 - 1))
            groups.insert(",", at: end)
          }
          let marked = (number < 0 ? "-" : "") + groups
          let printed = Digits.printed(marked, style: style)
          #expect(
            Digits.grouped(number, style: style)
              == printed.replacing(",", with: Digits.groupSeparator(style)))
        }
      }
      for number in -120...1200 {
        #expect(Digits.printed(number, style: style) == Digits.printed(String(number), style: style))
      }
    }
  }
}
