import Diagnostics
import FoundationEssentials
import TestSupport
import Testing

@testable import Fonts

/// A line of HarfBuzz's test format: font file;options;characters;[glyphs].
struct ShapingCase: Sendable, CustomTestStringConvertible {
  var file: String
  var direction: TextDirection
  var script: UInt32
  var text: [UInt16]
  var expected: String
  var testDescription: String { "\(file) \(String(decoding: text, as: UTF16.self))" }

  init?(line: Substring) {
    let fields = line.split(separator: ";", maxSplits: 3)
    guard fields.count == 4 else { return nil }
    file = String(fields[0])
    direction = fields[1].contains("--direction=rtl") ? .rightToLeft : .leftToRight
    script = fields[1].contains("--script=Arab") ? 0x4172_6162 : 0x4C61_746E
    text = fields[2].split(separator: ",").compactMap { UInt32($0.dropFirst(2), radix: 16) }
      .compactMap(Unicode.Scalar.init).flatMap { Array(String($0).utf16) }
    expected = String(fields[3])
  }

  static func all(_ name: String) throws -> [ShapingCase] {
    let text = try String(
      contentsOf: Repository.file("Tests/FontsTests/Fixtures/\(name).tests"), encoding: .utf8)
    return text.split(separator: "\n").compactMap(ShapingCase.init(line:))
  }
}

@Suite struct ShapingCasesTests {
  @Test(arguments: ["Amiri", "NotoNaskhArabic"]) func glyphsAreThoseOfHBShape(_ name: String) throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path(percentEncoded: false), log: &log)
    let cases = try ShapingCase.all(name)
    #expect(cases.count >= 60)
    for example in cases {
      let face = try #require(fonts.faces.first { $0.file == example.file })
      let font = try #require(fonts.font(family: face.family, isBold: face.isBold))
      var buffer = ShapingBuffer()
      let glyphs = buffer.shape(
        example.text, in: 0..<example.text.count, font: font, direction: example.direction,
        script: example.script)
      #expect(Self.written(glyphs) == example.expected, "\(example.testDescription)")
    }
  }

  /// Glyphs as hb-shape writes them: `[id=cluster@x,y+advance|…]`.
  private static func written(_ glyphs: [Glyph]) -> String {
    let parts = glyphs.map { glyph in
      let offset = glyph.xOffset == 0 && glyph.yOffset == 0 ? "" : "@\(glyph.xOffset),\(glyph.yOffset)"
      return "\(glyph.id)=\(glyph.cluster)\(offset)+\(glyph.advance)"
    }
    return "[" + parts.joined(separator: "|") + "]"
  }

  @Test func oneFontShapesAlikeOnManyTasks() async throws {
    var log = DiagnosticLog()
    let fonts = try FontCollection(folder: Repository.file("Fonts").path(percentEncoded: false), log: &log)
    let font = try #require(fonts.font(family: "Amiri", isBold: false))
    let text = Array("الرَّحْمٰنُ".utf16)
    let results = await withTaskGroup { group in
      for _ in 0..<64 {
        group.addTask {
          var buffer = ShapingBuffer()
          return buffer.shape(
            text, in: 0..<text.count, font: font, direction: .rightToLeft, script: 0x4172_6162)
        }
      }
      return await group.reduce(into: Set<[Glyph]>()) { $0.insert($1) }
    }
    #expect(results.count == 1)
  }
}
