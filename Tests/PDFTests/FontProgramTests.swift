import Diagnostics
import Fonts
import Foundation
import TestSupport
import Testing

@testable import PDF

@Suite struct FontProgramTests {
  /// The font file of a locked family, and a program of `codes` read back as a font file of its own.
  private func program(_ codes: [Drawn], family: String = "Amiri") throws -> (TrueTypeFile, TrueTypeFile) {
    let font = try face(family)
    let file = try TrueTypeFile(font)
    return (file, try #require(TrueTypeFile(bytes: FontProgram(FontCodes(codes), of: file).bytes)))
  }

  private func face(_ family: String) throws -> Font {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path, log: &log)
    return try #require(fonts.chain(families: [family], isBold: false).fonts.first)
  }

  private func glyph(_ scalar: Unicode.Scalar, _ family: String = "Amiri") throws -> UInt32 {
    try #require(try face(family).nominalGlyph(of: scalar.value))
  }

  @Test(arguments: ["Amiri", "Noto Naskh Arabic", "Noto Sans", "Khitab Symbols"])
  func aPlainCodeHoldsTheFontsOwnOutline(family: String) throws {
    let font = try face(family)
    let scalars = "ابتثجح٠١٢abcXYZ018\u{20C1}\u{2610}".unicodeScalars
    let glyphs = scalars.compactMap { font.nominalGlyph(of: $0.value) }.filter { $0 != 0 }
    try #require(!glyphs.isEmpty)
    let codes = glyphs.map { Drawn(glyph: $0, advance: 500, text: "x\($0)") }
    let (source, built) = try program(codes, family: family)
    for (index, glyph) in glyphs.enumerated()
    where TrueTypeFile.componentOffsets(source.outline(of: Int(glyph))).isEmpty {
      let own = Array(built.outline(of: index + 1))
      let original = Array(source.outline(of: Int(glyph)))
      #expect(own.starts(with: original) && own.count - original.count < 4, "glyph \(glyph)")
    }
  }

  @Test func theSameInkUnderTwoTextsIsDrawnFromOneOutline() throws {
    let source = try TrueTypeFile(face("Amiri"))
    let simple = try #require(
      (1..<source.glyphCount).first {
        source.box(of: $0) != nil && TrueTypeFile.componentOffsets(source.outline(of: $0)).isEmpty
      })
    let (_, built) = try program([
      Drawn(glyph: UInt32(simple), advance: 300, text: "a"),
      Drawn(glyph: UInt32(simple), advance: 300, text: "b"),
    ])
    #expect(TrueTypeFile.componentOffsets(built.outline(of: 1)).isEmpty)
    let second = Array(built.outline(of: 2))
    #expect(second.i16(0) == -1)
    #expect(TrueTypeFile.componentOffsets(second[...]).map { second.u16($0) } == [1])
    #expect(built.box(of: 1) == built.box(of: 2))
  }

  @Test func aMarkedLetterIsComposedOfItsParts() throws {
    let (beh, fatha) = (try glyph("ب"), try glyph("\u{64E}"))
    let code = Drawn(
      ink: [InkPart(glyph: beh, dx: 0, dy: 0), InkPart(glyph: fatha, dx: 120, dy: -40)], advance: 900,
      text: "بَ")
    let (source, built) = try program([code])
    let outline = Array(built.outline(of: 1))
    let parts = TrueTypeFile.componentOffsets(outline[...])
    #expect(parts.count == 2)
    #expect(outline[(parts[1] + 2)...].prefix(2).map(Int8.init(bitPattern:)) == [120, -40])
    let mark = try #require(source.box(of: Int(fatha)))
    let box = try #require(built.box(of: 1))
    #expect(box.yMax >= mark.yMax - 40 && box.xMax >= mark.xMax + 120)
    #expect(built.advance(of: 1) == 900)
    #expect(built.bearing(of: 1) == box.xMin)
  }

  @Test func aCodeWithoutInkHasNoOutlineOrARectangle() throws {
    let (source, built) = try program([
      Drawn(ink: [], advance: 250, text: "\u{200F}"),
      Drawn(ink: [], area: .line, advance: 20, text: "\u{64E}"),
      Drawn(ink: [], area: .apart, advance: 20, text: "\u{200E}"),
    ])
    let em = source.unitsPerEm
    #expect(built.outline(of: 1).isEmpty && built.advance(of: 1) == 250)
    #expect(built.box(of: 2) == .init(xMin: 0, yMin: -em * 3 / 10, xMax: 20, yMax: em * 8 / 10))
    #expect(built.box(of: 3) == .init(xMin: 0, yMin: -3 * em, xMax: 20, yMax: -2 * em))
    #expect(built.advance(of: 2) == 20 && built.bearing(of: 2) == 0)
  }

  @Test func theProgramsSumsAreRight() throws {
    let bytes = FontProgram(
      FontCodes([Drawn(glyph: 5, advance: 1, text: "a")]), of: try TrueTypeFile(face("Amiri"))
    )
    .bytes
    var sum: UInt32 = 0
    for at in stride(from: 0, to: bytes.count, by: 4) { sum &+= UInt32(bytes.u32(at)) }
    #expect(sum == 0xB1B0_AFBA)
  }

  @Test func aFileThatIsNoFontIsRefusedNotRead() {
    #expect(TrueTypeFile(bytes: []) == nil)
    #expect(TrueTypeFile(bytes: Array("not a font at all, only words".utf8)) == nil)
    var state: UInt64 = 7
    for _ in 0..<200 {
      let noise = (0..<400).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      if let file = TrueTypeFile(bytes: [0, 1, 0, 0, 0, 9] + noise) { _ = file.outline(of: 3) }
    }
  }
}

/// A code with its text and ink.
private struct Drawn {
  var ink: [InkPart]
  var area: TextArea?
  var advance: Int32
  var text: String

  init(ink: [InkPart], area: TextArea? = nil, advance: Int32, text: String) {
    (self.ink, self.area, self.advance, self.text) = (ink, area, advance, text)
  }

  init(glyph: UInt32, advance: Int32, text: String) {
    self.init(ink: [InkPart(glyph: glyph, dx: 0, dy: 0)], advance: advance, text: text)
  }
}

extension FontCodes {
  fileprivate init(_ codes: [Drawn]) {
    self.init()
    for code in codes {
      append(
        FontCode(
          ink: code.ink.indices, area: code.area, advance: code.advance, text: 0..<code.text.utf8.count),
        ink: code.ink, text: Array(code.text.utf8))
    }
  }
}

extension TrueTypeFile {
  /// How far a glyph advances, in font units.
  fileprivate func advance(of glyph: Int) -> Int { metric(of: glyph, part: 0) }

  /// Where a glyph's ink begins, in font units from its origin.
  fileprivate func bearing(of glyph: Int) -> Int {
    Int(Int16(truncatingIfNeeded: metric(of: glyph, part: 2)))
  }

  private func metric(of glyph: Int, part: Int) -> Int {
    let metrics = Array(table("hmtx"))
    let last = max(1, Array(table("hhea")).u16(34)) - 1
    if part == 2, glyph > last { return metrics.u16(4 * (last + 1) + 2 * (glyph - last - 1)) }
    return metrics.u16(4 * min(glyph, last) + part)
  }
}
