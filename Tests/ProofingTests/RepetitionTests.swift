import Geometry
import TestSupport
import Testing

@testable import Proofing

/// What is read in one step is what reading it word by word gives.
@Suite struct RepetitionTests {
  /// A comment before each line leaves the short way, and means nothing (ISO 32000-1, 7.2.3).
  private static func taken(theLongWay text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "%\n" + $0 }.joined(separator: "\n")
  }

  private static func fills(_ text: String) -> [[Rect]] {
    var reader = FillReader()
    reader.read(Array(text.utf8))
    return reader.fills
  }

  @Test(arguments: [
    "0 0 7 1 re\n8 0 1 1 re\nf\n",
    "1 0 0 -1 0 841.89 cm\n1 1 1 rg\n62.362 745.176 62.362 62.362 re\nf\nq\n0 0 1 1 re\nf\nQ\n",
    "0 0 7 1 re f\n", "0  0 7 1 re\nf\n", "-1 .5 +2 3. re\nf\n", "9 0 0 7 1 re\nf\n", "0 0 7 1 ref\nf\n",
    "0 0 7 1 re\r\nf\n", "0 0 7 1 re", "0 0 7 1", "0 0 7 1 r", "0 0 1234567890123 1 re\nf\n",
    "\n\n0 0 1 1 re\n\nf\n",
    "0 0 1 1 re\n2 2 m\n3 2 l\n3 3 l\n2 3 l\nh\nf\n", "",
  ])
  func rectanglesAreReadAlike(text: String) {
    #expect(Self.fills(text) == Self.fills(Self.taken(theLongWay: text)))
  }

  @Test func rectanglesInAnyNumbersAreReadAlike() {
    var generator = SeededGenerator(seed: 1448)
    let words = [
      "0", "1", "12.5", "0.001", "-3", "700.125", ".5", "re", "re", "re\n", "f\n", "cm\n", " ", "\n", "q\n",
      "Q\n",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...24, using: &generator))
        .compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
      #expect(Self.fills(text) == Self.fills(Self.taken(theLongWay: text)), "\(text)")
    }
  }

  @Test(arguments: [
    ("<0012><0644>\n", 0x12, [0x644]), ("<00AF><06440627>\n", 0xAF, [0x644, 0x627]),
    ("<0001><D83DDE00>\nx", 1, [0xD83D, 0xDE00]),
  ])
  func aCodeAndItsTextAreReadAtOnce(text: String, code: Int, units: [UInt16]) {
    var scanner = OperatorScanner(Array(text.utf8), keepsStrings: true)
    var found: [UInt16] = []
    #expect(scanner.codeAndText(&found) == code)
    #expect(found == units)
    #expect(
      scanner.position
        == text.utf8.firstIndex(of: 0x0A).map { text.utf8.distance(from: text.startIndex, to: $0) + 1 })
  }

  /// Other spellings are left to the long way, untouched.
  @Test(arguments: [
    "<0012> <0644>\n", "<12><0644>\n", "<0012><06>\n", "<0012><064406>\n", "<0012><0644>", "<0012><>\n",
    "<0012><0644> \n", "<00af><0644>\n", "endbfchar\n", "", "<", "<0012><0644",
  ])
  func otherSpellingsAreNotRead(text: String) {
    var scanner = OperatorScanner(Array(text.utf8), keepsStrings: true)
    var found: [UInt16] = []
    #expect(scanner.codeAndText(&found) == nil)
    #expect(scanner.position == 0)
  }
}
