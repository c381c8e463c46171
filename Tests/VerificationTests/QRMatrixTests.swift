import TestSupport
import Testing
import Verification

@Suite struct QRMatrixTests {
  @Test func theSameTextGivesTheSameModules() throws {
    let first = try #require(QRMatrix("https://example.org/v/9DM6-JX31-C8G8"))
    #expect(first == QRMatrix("https://example.org/v/9DM6-JX31-C8G8"))
    #expect(first.side == 29)
    try Golden.expect(drawn(first), matches: "Tests/VerificationTests/Goldens/link.txt")
  }

  @Test func textsThatOnlyLookAlikeHaveCodesOfTheirOwn() throws {
    let (composed, decomposed) = ("\u{622}", "\u{627}\u{653}")
    #expect(composed == decomposed)
    #expect(QRMatrix(composed) != nil && QRMatrix(composed) != QRMatrix(decomposed))
    for number in 0..<100 { #expect(QRMatrix("\(number)") != QRMatrix("\(number + 1)")) }
    #expect(QRMatrix(composed) != QRMatrix(decomposed))
  }

  @Test(arguments: [(1, 21), (14, 21), (15, 25), (2331, 177)])
  func theSmallestVersionThatHoldsTheTextIsTaken(length: Int, side: Int) throws {
    #expect(try #require(QRMatrix(String(repeating: "a", count: length))).side == side)
  }

  @Test func finderPatternsStandInThreeCorners() throws {
    let code = try #require(QRMatrix("خطاب"))
    let last = code.side - 1
    for (row, column) in [(0, 0), (0, last - 6), (last - 6, 0)] {
      for step in 0..<7 {
        #expect(code[row, column + step] && code[row + 6, column + step])
        #expect(code[row + step, column] && code[row + step, column + 6])
      }
      #expect(!code[row + 1, column + 1] && code[row + 3, column + 3])
    }
  }

  @Test(arguments: [0, 2332])
  func aTextNoCodeCanHoldGivesNone(length: Int) {
    #expect(QRMatrix(String(repeating: "a", count: length)) == nil)
  }

  private func drawn(_ code: QRMatrix) -> String {
    (0..<code.side).map { row in
      (0..<code.side).map { code[row, $0] ? "█" : "·" }.joined() + "\n"
    }.joined()
  }
}
