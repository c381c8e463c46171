import Deflate
import Fonts
import Geometry
import Layout
import TestSupport
import Testing

@testable import PDF

/// How codes are written into a page's content stream, and what comes back of it.
@Suite struct ContentStreamTests {
  /// A code as it is shown.
  private struct Shown {
    var number: UInt16
    var font: Int
    var size: Points
    var place: Point
    var turn: Int?
  }

  private func stream(_ objects: [[Shown]]) throws -> String {
    var stream = ContentStream(height: 800, room: ContentRoom())
    for codes in objects {
      stream.beginText(.artifact(.layout), tag: "Artifact")
      for shown in codes {
        let code = FontCode(ink: 0..<1, area: nil, advance: 500, text: 0..<1)
        stream.show(
          TextCode(code: code, run: 0, size: shown.size, x: 0, turn: shown.turn), color: .black,
          as: shown.number,
          font: shown.font, size: shown.size, at: shown.place)
      }
      stream.endText()
    }
    let bytes = try Inflater.inflate(stream.compressed()[...], format: .zlib, limit: 1 << 24, ratio: 1 << 20)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The lines that show codes.
  private func codes(_ stream: String) -> [Substring] {
    stream.split(separator: "\n").filter { $0.hasSuffix("Tj") }
  }

  @Test func aLinesFirstCodeSaysItsPlaceAndTheOthersTheirDistance() throws {
    let line = [(500.0, 1), (496.2175, 2), (496.2175, 3), (500.0, 1)].map { x, number in
      Shown(number: number, font: 0, size: 13, place: Point(x: x, y: 100))
    }
    let below = Shown(number: 10, font: 1, size: 9.5, place: Point(x: 20, y: 110))
    #expect(
      codes(try stream([line + [below], [below]])) == [
        "/F0 13 Tf 1 0 0 1 500 700 Tm <0001>Tj",
        "/F0 13 Tf -3.782 0 Td <0002>Tj",
        "/F0 13 Tf 0 0 Td <0003>Tj",
        "/F0 13 Tf 3.782 0 Td <0001>Tj",
        "/F1 9.5 Tf 1 0 0 1 20 690 Tm <000A>Tj",
        // A text object begins anew.
        "/F1 9.5 Tf 1 0 0 1 20 690 Tm <000A>Tj",
      ])
  }

  /// Codes on one place are told apart by less than a thousandth, so each of them says where it is.
  @Test func codesOnOnePlaceSayTheirPlace() throws {
    let turns: [Int?] = [nil, 0, 1, nil, nil]
    let line = turns.enumerated().map { index, turn in
      Shown(
        number: UInt16(index), font: 0, size: 13, place: Point(x: 300.3 - Double(index / 3), y: 100),
        turn: turn)
    }
    #expect(
      codes(try stream([line])) == [
        "/F0 13 Tf 1 0 0 1 300.3 700 Tm <0000>Tj",
        "/F0 13 Tf 1 0 0 1 300.296875 700 Tm <0001>Tj",
        "/F0 13 Tf 1 0 0 1 300.2968746 700 Tm <0002>Tj",
        "/F0 13 Tf 1 0 0 1 299.3 700 Tm <0003>Tj",
        "/F0 13 Tf 0 0 Td <0004>Tj",
      ])
  }

  /// Distances are between the places as they are written, so that no error grows along a line.
  @Test func placesAreToAThousandthAtALinesEnd() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      var x = 560.0
      let line = (0..<300).map { _ in
        x -= Double.random(in: -2...5, using: &generator)
        return Shown(
          number: UInt16.random(in: 0..<90, using: &generator),
          font: Int.random(in: 0..<3, using: &generator),
          size: [13, 9.5][Int.random(in: 0..<2, using: &generator)], place: Point(x: x, y: 100))
      }
      var place = 0.0
      for (shown, code) in zip(line, codes(try stream([line]))) {
        let words = code.split(separator: " ")
        let isMoved = words[5] == "Td"
        let number = try #require(Double(words[isMoved ? 3 : 7]))
        place = isMoved ? place + number : number
        #expect(abs(place - shown.place.x) < 0.000_501)
      }
    }
  }
}
