import Content
import Diagnostics
import Fonts
import Geometry
import TestSupport
import Testing

@testable import Text

/// A text set in a form is what it would be if it were set by itself.
@Suite struct DigitFormTests {
  private static let families = ["Amiri", "Noto Naskh Arabic", "Noto Sans Arabic", "Noto Sans"]
  private static let forms = [
    ["٠٠٠٠/٠٠/٠٠", "م"], ["00/00/0000"], ["٠٠٬٠٠٠", "\u{A0}ريالاً"], ["٠", "\u{A0}ريالات"], ["00,000.00"],
    ["0"], ["٠٠"],
    ["MB-000000"], ["0000/ع/00"], ["۰۰۰"], ["0٠۰"], ["SA00 0000 0000"], ["شارع ٠٠"], ["+000 00 000 0000"],
    ["٪٠٠"], ["-٠٠"],
    ["0ª0"], ["٠َ٠"], ["١٠%", "٠"], ["(٠٠)"],
  ]
  private static let isolations: [Isolation] = [.leftToRight, .none, .firstStrong]

  @Test(arguments: families, [false, true])
  func aVariantIsSetAsByItself(family: String, isBold: Bool) throws {
    let shaper = try #require(Fixture.shaper)
    var cases = SeededGenerator(seed: 20_261_127)
    var found = 0
    for form in Self.forms {
      for isolation in Self.isolations {
        let isBreakable = cases.number(below: 3) == 0
        func pieces(_ texts: [String]) -> [TextPiece] {
          texts.enumerated().map { index, text in
            Fixture.text(
              text, index == 0 ? isolation : .none, isBreakable: isBreakable, family: family, isBold: isBold)
          }
        }
        let first = form.map { cases.otherDigits(in: $0) }
        var log = DiagnosticLog()
        let paragraph = shaper.shape(pieces(first), log: &log)
        guard let form = shaper.form(of: paragraph, saying: Array(first.joined().utf8)) else { continue }
        found += 1
        for _ in 0..<6 {
          let other = first.map { cases.otherDigits(in: $0) }
          let variant = form.paragraph(saying: Array(other.joined().utf8))
          let whole = shaper.text(pieces(other), log: &log)
          #expect(variant.minimumWidth == whole.minimumWidth && variant.naturalWidth == whole.naturalWidth)
          for alignment in [HorizontalAlignment.start, .center, .end, .justified] {
            let measure = cases.pick([20, 61.5, 300] as [Points])
            let lines = variant.lines(alignment: alignment) { _ in measure }
            #expect(lines == whole.lines(alignment: alignment) { _ in measure }, "\(other) \(family)")
          }
        }
      }
    }
    // Digits that are not all as wide have no form.
    #expect(found > (family == "Amiri" ? 30 : 4), "\(family): \(found)")
  }

  @Test func digitsOfUnequalWidthHaveNoForm() throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    for (family, text, hasForm) in [
      ("Amiri", "٢٠٢١", true), ("Amiri", "2021", true), ("Noto Naskh Arabic", "٢٠٢١", false),
      ("Noto Naskh Arabic", "2021", true),
    ] {
      let paragraph = shaper.shape([Fixture.text(text, .leftToRight, family: family)], log: &log)
      #expect((shaper.form(of: paragraph, saying: Array(text.utf8)) != nil) == hasForm, "\(family) \(text)")
    }
  }

  /// Of these, something besides the digits' glyphs may change, or may stand on another line.
  @Test(arguments: ["رقم ٢٠٢١ وتاريخ", "\u{200F}٢٠", "٢\n٠", "☑ ٢٠"])
  func whatIsNotOneWordHasNoForm(text: String) throws {
    let shaper = try #require(Fixture.shaper)
    var log = DiagnosticLog()
    let paragraph = shaper.shape([Fixture.text(text)], log: &log)
    #expect(shaper.form(of: paragraph, saying: Array(text.utf8)) == nil)
  }
}
