import Content
import Fonts
import Geometry
import Layout
import Testing

@testable import PDF

/// Art of rectangles and straight lines, which is written without Cairo.
@Suite struct PlainArtTests {
  private static let page = Size(width: 100, height: 200)
  private static let red = Color(red: 1, green: 0, blue: 0)
  private static let square = Rect(x: 10, y: 20, width: 5, height: 6)

  private func syntax(_ items: [FrameItem]) -> String? {
    PlainArt(ArtKey(size: Self.page, items: items)).map { String(decoding: $0.content.bytes, as: UTF8.self) }
  }

  /// Turns places counted from the top into the page's.
  private static let axes = "1 0 0 -1 0 200 cm\n"

  private static let cases: [(FrameItem, String)] = [
    (.fill(square, red), "1 0 0 rg\n10 20 5 6 re\nf\n"),
    (
      .fills([square, Rect(x: 1, y: 2, width: 3, height: 4)], .black),
      "0 0 0 rg\n10 20 5 6 re\n1 2 3 4 re\nf\n"
    ),
    (
      .rule(from: Point(x: 1, y: 2), to: Point(x: 90, y: 2), Stroke(width: 0.5)),
      "0 0 0 RG\n.5 w 0 J [] 0 d\n1 2 m\n90 2 l\nS\n"
    ),
    (
      .rule(from: Point(x: 1, y: 2), to: Point(x: 90, y: 2), Stroke(width: 2, isDotted: true)),
      "0 0 0 RG\n2 w 1 J [0 5] 0 d\n1 2 m\n90 2 l\nS\n"
    ),
    (.frame(square, Stroke(width: 1, color: red)), "1 0 0 RG\n1 w 0 J [] 0 d\n10 20 5 6 re\nS\n"),
    (
      .scaled(
        factor: 0.5, origin: Point(x: 40, y: 60),
        items: [.marked(.artifact(.layout), [.fill(square, red), .frame(square, Stroke(width: 1))])]),
      "q\n.5 0 0 .5 40 60 cm\n1 0 0 rg\n10 20 5 6 re\nf\n0 0 0 RG\n1 w 0 J [] 0 d\n10 20 5 6 re\nS\nQ\n"
    ),
  ]

  @Test(arguments: cases)
  func eachItemIsWrittenFromThePagesTop(item: FrameItem, expected: String) {
    #expect(syntax([item]) == Self.axes + expected)
    #expect(syntax([item, item]) == Self.axes + expected + expected)
  }

  @Test func lettersAndTurnedThingsAreLeftToCairo() {
    let line = FrameItem.line(TextLine(runs: []), at: .zero)
    let turned = FrameItem.rotated(degrees: 45, center: .zero, items: [.fill(Self.square, Self.red)])
    for item in [line, turned, .scaled(factor: 2, origin: .zero, items: [turned])] {
      #expect(syntax([.fill(Self.square, Self.red), item]) == nil)
    }
  }
}
