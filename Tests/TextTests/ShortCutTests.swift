import Content
import Diagnostics
import Fonts
import Geometry
import TestSupport
import Testing

@testable import Text

/// What is found by a shorter way is what the whole way would have found.
@Suite struct ShortCutTests {
  private static let families = [
    "Amiri", "Noto Naskh Arabic", "Noto Sans", "Noto Serif", "Noto Sans Arabic", "Noto Kufi Arabic",
  ]

  @Test(arguments: families, [false, true])
  func numbersPutTogetherOfPairsAreAsTheFontShapesThem(family: String, isBold: Bool) throws {
    let shaper = try #require(Fixture.shaper)
    var generator = SeededGenerator(seed: 20_261_126)
    var buffer = ShapingBuffer()
    for _ in 0..<150 {
      let before = generator.pick(["", "رقم ", "No. "])
      let signs = generator.pick([
        "0123456789", "0123456789/-.,:", "٠١٢٣٤٥٦٧٨٩٫٬٪", "0123456789ABFLPTVWYSZ-.",
      ])
      let number = generator.text(of: Array(signs.unicodeScalars), count: 3...12)
      var log = DiagnosticLog()
      let paragraph = shaper.text(
        [
          Fixture.text(before, family: family, isBold: isBold),
          Fixture.text(number, .leftToRight, family: family, isBold: isBold),
        ],
        log: &log)
      for segment in paragraph.segments where segment.kind == .word {
        let face = paragraph.faces[Int(segment.face)]
        let units = Array(paragraph.text.units[segment.range])
        let shaped = buffer.shape(
          units, in: 0..<units.count, font: face.font, direction: segment.direction, script: face.tag)
        #expect(segment.shape.glyphs == shaped, "\(number) in \(face.font.family)")
      }
    }
  }

  @Test func digitsAreIndependentInTheFontsOfLetters() throws {
    let fonts = try #require(Fixture.fonts)
    for family in ["Amiri", "Noto Sans"] {
      let font = try #require(fonts.font(family: family, isBold: false))
      for script: UInt32 in [0x4172_6162, 0x4C61_746E, 0x5A79_7979] {
        let characters = font.independentCharacters(script: script)
        #expect(characters.contains(0x30) && characters.contains(0x39))
        #expect(!characters.contains(0x61) && !characters.contains(0x627))
      }
    }
    // Amiri gives the full stop another form in Arabic text.
    let amiri = try #require(fonts.font(family: "Amiri", isBold: false))
    #expect(!amiri.independentCharacters(script: 0x4172_6162).contains(0x2E))
  }

  @Test func levelsFoundAtOnceAreThoseOfTheAlgorithm() {
    var generator = SeededGenerator(seed: 9)
    let pools = [
      "ابتث ", "ابتَ، ", "0123/.-", "MB-10 ", "٠١٢-/", "٠١٢٬", "٠١َ/%", "٠١0ب-", "a1 ب", " ", "(ا)", "؛:,+",
    ]
    let isolations: [Isolation] = [.none, .none, .leftToRight, .rightToLeft, .firstStrong]
    var count = 0
    for _ in 0..<20_000 {
      let pieces = (0..<generator.number(below: 6) + 1).map { _ -> TextPiece in
        let isolation = generator.pick(isolations)
        // Text around values is mostly Arabic.
        let around = generator.pick(["ابتَ، ", "ابتَ، ", "اب٠١، ,"])
        let pool = isolation == .none && generator.number(below: 4) > 0 ? around : generator.pick(pools)
        return Fixture.text(generator.text(of: Array(pool.unicodeScalars), count: 0...6), isolation)
      }
      var builder = ParagraphTextBuilder(capacity: 64, pieceCount: pieces.count)
      for (index, piece) in pieces.enumerated() { builder.append(piece, index: index) }
      builder.close()
      guard let found = ParagraphText.uniformLevels(of: builder) else { continue }
      count += 1
      let resolved = ParagraphText.resolvedLevels(of: builder)
      #expect(found.levels == resolved.levels && found.gaps == resolved.gaps, "\(pieces)")
    }
    #expect(count > 1000)
  }

  @Test func lineEndsFoundAtOnceAreThoseOfTheAlgorithm() {
    var generator = SeededGenerator(seed: 11)
    let pools = [
      "ابتث ", "ابتَ، .", "0123.,: ", "MB10 ", "٠١٢٬٫ ", "a1 ب:", " ", "اة\u{A0} ٠", "ىيـَّ آأ ", "پچڤگ ",
      "ا-/() ", "12-٣/4-", "MB-1/٢ ",
    ]
    let analyzer = UnicodeAnalyzer()
    var count = 0
    for _ in 0..<20_000 {
      let text = (0..<generator.number(below: 4) + 1).map { _ in
        generator.text(of: Array(generator.pick(pools).unicodeScalars), count: 0...6)
      }.joined()
      let units = Array(text.utf16)
      guard let found = LineBreakOpportunity.plain(in: units) else { continue }
      count += 1
      #expect(found == analyzer.completeLineBreaks(in: units), "\(text)")
    }
    #expect(count > 1000)
    // Each character beside each other, and beside spaces.
    let all = (UInt16(0x20)...0x700).filter { LineBreakOpportunity.plain(in: [$0]) != nil }
    for first in all {
      for second in all {
        for units in [[first, second], [0x627, first, 0x20, second, 0x627]] {
          guard let found = LineBreakOpportunity.plain(in: units) else { continue }
          #expect(found == analyzer.completeLineBreaks(in: units), "\(first) \(second)")
        }
      }
    }
  }
}
