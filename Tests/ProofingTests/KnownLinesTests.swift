import Geometry
import Testing

@testable import Proofing

/// Lines are known again by all their bytes, on pages with the same fonts, and not for ever.
@Suite struct KnownLinesTests {
  private static let fonts = Array("F0 F1 ".utf8)
  private static let text = Array("0123456789".utf8)

  private func code(_ number: Int, x: Points = 10) -> KnownLines.Code {
    KnownLines.Code(font: 0, code: number, size: 12, origin: Point(x: x, y: 700), isDrawn: true)
  }

  private func keep(_ number: Int, in known: KnownLines, codes: Int = 4) {
    let rest = KnownLines.Rest(
      fonts: Self.fonts, bytes: Self.text[2...], codes: (0..<codes).map { code($0, x: 20 + Double($0)) })
    known.keep(rest, as: KnownLines.Key(code(number)))
  }

  private func finds(
    _ number: Int, in known: KnownLines, fonts: [UInt8] = fonts, bytes: [UInt8] = text, at start: Int = 2
  ) -> [Int]? {
    known.rest(of: KnownLines.Key(code(number)), fonts: fonts, in: bytes, at: start)?.codes.map(\.code)
  }

  @Test func aLineIsKnownByAllItsBytes() {
    let known = KnownLines()
    keep(1, in: known)
    #expect(finds(1, in: known) == [0, 1, 2, 3])
    #expect(finds(2, in: known) == nil)
    #expect(finds(1, in: known, at: 1) == nil)
    #expect(finds(1, in: known, bytes: Array("0123456780".utf8)) == nil)
    #expect(finds(1, in: known, bytes: Array("012345678".utf8)) == nil)
    #expect(finds(1, in: known, fonts: Array("F0 ".utf8)) == nil)
  }

  @Test func fewCodesAreNotKept() {
    let known = KnownLines()
    keep(1, in: known, codes: 3)
    #expect(finds(1, in: known) == nil)
  }

  @Test func whatIsMetStaysAndTheRestFallsOut() {
    let known = KnownLines()
    keep(0, in: known)
    keep(1, in: known)
    for number in 2..<1000 {
      keep(number, in: known)
      if number % 100 == 0 { #expect(finds(0, in: known) != nil) }
    }
    #expect(finds(0, in: known) != nil)
    #expect(finds(1, in: known) == nil)
    #expect(finds(999, in: known) != nil)
  }
}
