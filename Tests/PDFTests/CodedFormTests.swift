import Content
import Diagnostics
import Fonts
import Geometry
import Layout
import TestSupport
import Testing
import Text

@testable import PDF

/// Lines put into codes in a form have the codes they would have by themselves.
@Suite struct CodedFormTests {
  private static let forms = [
    ["٠٠٠٠/٠٠/٠٠", "م"], ["00/00/0000"], ["٠٠٬٠٠٠", "\u{A0}ريالاً"], ["٠٠", "\u{A0}ريالات"], ["00,000.00"],
    ["000"], ["٠٠٠"],
    ["MB-000000"], ["٠", "٠", "٠"], ["0٠۰0"], ["شارع ٠٠"], ["+00000", "\u{A0}٠"], ["٪٠٠"], ["-٠٠"],
    ["٠٠:٠٠", " ص"],
  ]

  @Test(arguments: ["Amiri", "Noto Sans"], [9, 14, 40] as [Points])
  func aVariantHasItsOwnCodes(family: String, size: Points) throws {
    let shaper = try TextPages.shaper()
    let layer = TextLayer(faces: OpenedFaces())
    var cases = SeededGenerator(seed: 7)
    var log = DiagnosticLog()
    var found = 0
    for form in Self.forms {
      let isolation = cases.pick([Isolation.leftToRight, .none, .firstStrong])
      let attributes = TextAttributes(families: [family], size: size)
      func pieces(_ texts: [String]) -> [TextPiece] {
        texts.enumerated().map { index, text in
          .run(
            StyledRun(
              text, attributes: attributes, isolation: index == 0 ? isolation : .none, isBreakable: false,
              link: index == 2 ? 0 : nil))
        }
      }
      let paragraph = shaper.shape(pieces(form), log: &log)
      guard let digits = shaper.form(of: paragraph, saying: Array(form.joined().utf8)) else { continue }
      for _ in 0..<20 {
        let text = cases.otherDigits(in: form.joined(), repeats: cases.number(below: 3) == 0)
        let measure = cases.pick([100, 200.25] as [Points])
        let lines = digits.paragraph(saying: Array(text.utf8)).lines(alignment: .start) { _ in measure }
        var line = TextLine(runs: lines[0].runs)
        let alone = try layer.codes(of: line)
        line.recurrence = Recurrence(.form(digits))
        let coded = try layer.codes(of: line)
        #expect(coded.text == alone.text && coded.ink == alone.ink, "\(text)")
        #expect(coded.codes.map(\.described) == alone.codes.map(\.described), "\(text)")
        #expect(coded.fonts == alone.fonts)
        if CodedForm(line, digits, .init(), bands: try OpenedFaces().bands(of: line)).codes(of: line) != nil {
          found += 1
        }
      }
    }
    #expect(found > 66)
  }
}

extension TextCode {
  fileprivate var described: String { "\(self)" }
}
