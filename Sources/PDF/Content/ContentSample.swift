import Content
import Geometry
import Layout

/// A page's content stream made up for ``ContentStream``'s compressor: lines of words as pages have them, with
/// places and codes that follow no text.
enum ContentSample {
  /// Numbers that look like chance, the same in every process.
  private struct Numbers {
    private var state: UInt64 = 0x2545_F491_4F6C_DD1D

    mutating func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: state >> 33) % limit
    }
  }

  /// Forty lines of words with spaces between them, some letters with marks.
  static func stream() -> ContentStream {
    var numbers = Numbers()
    var stream = ContentStream(height: 842, room: ContentRoom())
    for line in 0..<40 {
      if line % 3 == 0 {
        if line > 0 { stream.endText() }
        stream.beginText(.element(StructureTree.document), tag: "P")
      }
      // Places have three decimals; what is said of a whole paragraph or table may have fewer.
      let y = Double(90_000 + 17_600 * line + (line % 2 == 0 ? 10 : 1) * numbers.next(below: 100)) / 1000
      var x = Double(520_000 + numbers.next(below: 20_000)) / 1000
      while x > 70 {
        let letters = 2 + numbers.next(below: 5)
        for letter in 0..<letters {
          let isMark = letter > 0 && numbers.next(below: 9) == 0
          // Codes are numbered as they come: the first ones return most often.
          let number = letter == 0 ? 4 : 1 + numbers.next(below: 40 + numbers.next(below: 216))
          let hasInk = letter > 0 && !isMark
          let code = FontCode(
            ink: hasInk ? 0..<1 : 0..<0, area: hasInk ? nil : .line, advance: 500, text: 0..<1)
          stream.show(
            TextCode(code: code, run: 0, size: 13, x: 0), color: .black, as: UInt16(number), font: 0,
            size: isMark ? 12.74 : 13, at: Point(x: x, y: y))
          // Most codes are as wide wherever they stand.
          let width =
            1500 + number * 7919 % 8000 + (numbers.next(below: 8) == 0 ? numbers.next(below: 900) : 0)
          x -= isMark ? 0.26 : Double(width) / 1000
        }
      }
    }
    stream.endText()
    return stream
  }
}
