import Geometry
import Testing

@testable import Proofing

/// Lines are known again by all their bytes, on pages with the same fonts, and not for ever.
@Suite struct KnownLinesTests {
  private static let names = Array("F0 F1 ".utf8)
  private static let fonts = [PrintedFont(texts: ["a"]), PrintedFont(texts: ["b"])]
  private static let text = Array("0123456789".utf8)
  private static let state = KnownLines.State(
    font: 0, size: 12, origin: Point(x: 10, y: 700), isDrawn: true)

  private func key(_ number: Int) -> KnownLines.Key { KnownLines.Key(Self.state, code: number) }

  private func keep(_ number: Int, in known: KnownLines, codes: Int = 4) {
    known.keep(key(number), codes: codes) {
      let code = PrintedCode(
        characterCount: 1, isDrawn: true, hasOutline: true, number: 0, font: 1, size: 12,
        origin: Self.state.origin, advance: 6)
      return KnownLines.Rest(
        names: Self.names, fonts: [(1, Self.fonts[1].mark)], bytes: Array(Self.text[2...]),
        codes: [PrintedCode](repeating: code, count: codes), text: ["أ", "ب", "ج", "د"], state: Self.state)
    }
  }

  /// The text of the line that is found.
  private func finds(
    _ number: Int, in known: KnownLines, names: [UInt8] = names, bytes: [UInt8] = text, at start: Int = 2
  ) -> [Unicode.Scalar]? {
    known.rest(of: key(number), names: names, in: bytes, at: start)?.text
  }

  /// Known lines: line 1, met twice.
  private func knowingOne() -> KnownLines {
    let known = KnownLines()
    keep(1, in: known)
    keep(1, in: known)
    return known
  }

  @Test func aLineIsKnownByAllItsBytes() {
    let known = knowingOne()
    #expect(finds(1, in: known) == ["أ", "ب", "ج", "د"])
    #expect(finds(2, in: known) == nil)
    #expect(finds(1, in: known, at: 1) == nil)
    #expect(finds(1, in: known, bytes: Array("0123456780".utf8)) == nil)
    #expect(finds(1, in: known, bytes: Array("012345678".utf8)) == nil)
  }

  /// Its codes show the same with the very fonts that they were read with; others of the page may differ.
  @Test func aLineIsKnownByItsFonts() throws {
    let known = knowingOne()
    #expect(finds(1, in: known, names: Array("F0 F2 ".utf8)) == nil)
    let line = try #require(known.rest(of: key(1), names: Self.names, in: Self.text, at: 2))
    let (other, again) = (PrintedFont(texts: ["a"]), PrintedFont(texts: ["b"]))
    #expect(line.isOf([other, Self.fonts[1]]))
    #expect(!line.isOf([Self.fonts[0], again]))
  }

  /// Most lines that vary begin as no other does.
  @Test func aLineIsKeptOnceItIsMetAgain() {
    let known = KnownLines()
    keep(1, in: known)
    #expect(finds(1, in: known) == nil)
    keep(1, in: known)
    #expect(finds(1, in: known) != nil)
  }

  @Test func fewCodesAreNotKept() {
    let known = KnownLines()
    for _ in 0..<3 { keep(1, in: known, codes: 3) }
    #expect(finds(1, in: known) == nil)
  }

  @Test func whatIsMetStaysAndTheRestFallsOut() {
    let known = knowingOne()
    for _ in 0..<2 { keep(0, in: known) }
    for number in 2..<1000 {
      keep(number, in: known)
      if number % 100 == 0 { #expect(finds(0, in: known) != nil) }
    }
    #expect(finds(0, in: known) != nil)
    #expect(finds(1, in: known) == nil)
  }
}
