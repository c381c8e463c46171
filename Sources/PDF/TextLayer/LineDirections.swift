/// Which direction PDFium gives to what it takes for a line: that of most of its stretches of letters; the
/// left-to-right one where there are as many of either.
struct LineDirections {
  private var stretches = 0
  private var left = 0
  private var right = 0
  private var last: UInt8 = 0
  /// Whether PDFium would read a portion of the line, which reads from right to left, the other way.
  private var wasMistaken = false

  /// Whether PDFium would read some of the line the wrong way.
  var isMistaken: Bool { wasMistaken || isPortionMistaken }

  private var isPortionMistaken: Bool { stretches > 1 && left > 0 && left >= right }

  /// Adds a code's text.
  mutating func add(_ reader: ReaderClass) {
    let kind = reader.kind
    guard kind != last else { return }
    last = kind
    if reader != .space { stretches += 1 }
    if kind == ReaderClass.left.kind { left += 1 }
    if kind == ReaderClass.right.kind { right += 1 }
  }

  /// Ends a portion that lifted text parts from what follows.
  mutating func endPortion() {
    wasMistaken = isMistaken
    forgetPortion()
  }

  /// Forgets the codes of lifted text.
  mutating func forgetPortion() {
    (stretches, left, right, last) = (0, 0, 0, 0)
  }
}
