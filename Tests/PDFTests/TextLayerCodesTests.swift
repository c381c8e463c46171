import Diagnostics
import Fonts
import Foundation
import Geometry
import Layout
import TestSupport
import Testing

@testable import PDF

/// The step from a laid-out line to codes: what every code stands for, draws, and where it stands.
@Suite struct TextLayerCodesTests {
  static let families = ["Amiri", "Noto Naskh Arabic"]
  static let texts = [
    "00-reference", "01-acceptance", "02-proverbs", "03-vocalised-letter", "04-numbers", "05-latin",
    "06-brackets", "07-minutes", "08-ligatures", "09-vocalised-mixed", "10-declaration",
  ]

  private func lines(_ text: String, _ family: String, width: Points = .mm(140)) throws -> [TextLine] {
    try TextPages.page(text, family: family, width: width).items.compactMap {
      if case .line(let line, _) = $0 { line } else { nil }
    }
  }

  private func source(_ name: String) throws -> String {
    try String(contentsOf: Repository.file("Tests/PDFTests/TextPages/\(name).txt"), encoding: .utf8)
  }

  /// A code with its text, ink and font.
  private struct Shown {
    var place: TextCode
    var text: String
    var ink: [InkPart]
    var font: Font

    var isControl: Bool { place.isControl }
  }

  private func codes(_ line: TextLine, _ options: TextLayer.Options = .init()) throws -> [Shown] {
    let coded = try TextLayer(faces: OpenedFaces(), options: options).codes(of: line)
    return coded.codes.map { code in
      Shown(
        place: code, text: String(decoding: coded.text[code.code.text], as: UTF8.self),
        ink: coded.ink[code.code.ink].map { InkPart(glyph: $0.glyph, dx: $0.dx, dy: $0.dy + code.code.rise) },
        font: coded.fonts[code.run])
    }
  }

  @Test(arguments: texts, families)
  func theCodesTextsAreTheLinesText(name: String, family: String) throws {
    for line in try lines(source(name), family) {
      let text = try codes(line).filter { !$0.isControl }.map(\.text).joined()
      #expect(text == line.runs.map(\.run.text).joined() + (line.isBrokenAtSpace ? " " : ""))
    }
  }

  @Test(arguments: texts, families)
  func linesTogetherAreTheText(name: String, family: String) throws {
    for paragraph in try source(name).split(separator: "\n") {
      let text = try lines(String(paragraph), family, width: .mm(70)).flatMap { try codes($0) }
        .filter { !$0.isControl }.map(\.text).joined()
      #expect(text == paragraph)
    }
  }

  /// An outline and where it stands, to be compared in hundredths of a point.
  private struct Stroke {
    var glyph: UInt32
    var x: Points
    var y: Points
  }

  @Test(arguments: texts, families)
  func inkStaysWhereItWasLaidOut(name: String, family: String) throws {
    for line in try lines(source(name), family) {
      var expected: [Stroke] = []
      for placed in line.runs {
        let text = Array(placed.run.text.utf8)
        for glyph in placed.run.glyphs where text[glyph.cluster] != 0x20 {
          expected.append(Stroke(glyph: glyph.id, x: placed.x + glyph.x, y: glyph.y))
        }
      }
      var drawn: [Stroke] = []
      for code in try codes(line) {
        let unit = code.place.size / Double(code.font.unitsPerEm)
        for part in code.ink {
          drawn.append(
            Stroke(
              glyph: part.glyph, x: code.place.x + Double(part.dx) * unit,
              y: code.place.y + Double(part.dy) * unit))
        }
      }
      expected.sort { ($0.glyph, $0.x) < ($1.glyph, $1.x) }
      drawn.sort { ($0.glyph, $0.x) < ($1.glyph, $1.x) }
      try #require(expected.map(\.glyph) == drawn.map(\.glyph))
      for (a, b) in zip(expected, drawn) {
        #expect(abs(a.x - b.x) < 0.012 && abs(a.y - b.y) < 0.012, "glyph \(a.glyph) of \(name)")
      }
    }
  }

  @Test(arguments: texts, families)
  func everyCodeHasTextAndWidth(name: String, family: String) throws {
    for code in try lines(source(name), family).flatMap({ try codes($0) }) {
      #expect(!code.text.isEmpty)
      #expect(code.text.unicodeScalars.allSatisfy { ![0, 0xFEFF, 0xFFFE].contains($0.value) })
      #expect(code.place.code.advance > 0, "«\(code.text)»")
      // What PDFium must see has an outline: ink, or an area shown without drawing.
      #expect(code.isControl || !code.ink.isEmpty || code.place.code.area != nil)
    }
  }

  @Test(arguments: families)
  func lettersKeepTheirOwnOutlines(family: String) throws {
    let all = try lines("نأمل منكم مراجعة الجمعية بعد شهر من تاريخ هذا الخطاب", family)
      .flatMap { try codes($0) }.filter { !$0.ink.isEmpty }
    let moved = all.filter { $0.ink.count != 1 || $0.ink[0].dx != 0 || $0.ink[0].dy != 0 }
    #expect(moved.count * 5 <= all.count, "\(moved.map(\.text))")
  }

  @Test func placesFallWithTheReading() throws {
    for line in try lines(source("02-proverbs"), "Amiri") {
      let xs = try codes(line).map(\.place.x)
      for (a, b) in zip(xs, xs.dropFirst()) { #expect(b <= a + 0.001) }
    }
  }

  /// Codes as a string: controls as ‹L›, ‹R›, ‹P›, in braces where PDFium passes over them; lifted text between
  /// ⌈ and ⌉; codes that share a place between ⟨ and ⟩.
  private func spelled(_ codes: [Shown]) -> String {
    var result = ""
    var isLifted = false
    for (index, code) in codes.enumerated() {
      if (code.place.y > 0) != isLifted {
        result += isLifted ? "⌉" : "⌈"
        isLifted.toggle()
      }
      if code.place.turn == 0 { result += "⟨" }
      let name = ["\u{200E}": "L", "\u{200F}": "R", "\u{2069}": "P"][code.text]
      if code.isControl, let name {
        result += code.place.code.area == nil ? "{\(name)}" : "‹\(name)›"
      } else {
        result += code.text
      }
      if code.place.turn != nil, index + 1 == codes.count || (codes[index + 1].place.turn ?? 0) == 0 {
        result += "⟩"
      }
    }
    return result + (isLifted ? "⌉" : "")
  }

  @Test(arguments: [
    ("كلمة أخرى", "كلمة أخرى"),
    ("كلمة، أخرى", "كلمة،{R} أخرى"),
    ("شدَّة", "شد⟨َّ⟩ة"),
    ("علمٌ، نافع", "علم⟨ٌ،⟩{R} نافع"),
    ("رقم 15 من", "رقم 15{R} من"),
    ("بنسبة 15%، ثم", "بنسبة 15%،{R} ثم"),
    ("وبعد:- ثم", "وبعد:-{R} ثم"),
    ("١٣/٠٦/١٤٤٨هـ", "‹R›١٣/٠٦/١٤٤٨هـ"),
    ("(نعم) أو لا", "‹L›(نعم‹L›)‹R› أو لا"),
    ("رقم (12/ب) هنا", "رقم ‹L›({R}12/ب‹L›)‹R› هنا"),
    ("اكتب إلى a.b@c.example اليوم", "اكتب إلى ⌈‹L›a.b@c.example‹L›⌉{R} اليوم"),
    ("نظام PDF جديد", "نظام PDF{R} جديد"),
    ("لأن", "لأن"),
  ])
  func signsThatReadersNeedStandWhereTheyNeedThem(text: String, expected: String) throws {
    let line = try #require(try lines(text, "Amiri").first)
    #expect(spelled(try codes(line)) == expected)
  }

  @Test func controlsAndStacksCanBeSwitchedOff() throws {
    let options = TextLayer.Options(writesControls: false, stacksMarks: false, liftsMixedText: false)
    for line in try lines(source("00-reference"), "Amiri") {
      let all = try codes(line, options)
      #expect(all.allSatisfy { !$0.isControl && $0.place.turn == nil && $0.place.y == 0 })
    }
  }

  @Test(arguments: [32.5, 100.123, 297.6, 595.27, 1190.5])
  func codesThatShareAPlaceDifferInDoublePrecisionOnly(x: Points) {
    let places = (0..<4).map { StackedPlace.x(x, turn: $0) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 > $1 })
    #expect(Set(places.map { Float($0) }).count == 1)
    #expect(abs(places[0] - x) <= 1.0 / 256)
  }
}
