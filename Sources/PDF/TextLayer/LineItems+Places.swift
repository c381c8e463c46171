import Fonts
import Geometry

/// Readers know a line by its codes' places alone, so the places must be those of plain text: each code beside
/// the one it follows, none wider than nothing. Ink doesn't move.
extension LineItems {
  /// Gives each letter at least the width that keeps the marks of neighbours apart.
  ///
  /// Readers drop a letter that stands on an equal one as its shadow: Poppler within a tenth of an em. A stacked
  /// letter may be narrower; it borrows from the next wide one before it.
  mutating func widenNarrowLetters() {
    for index in items.indices.dropFirst() where items[index].reader == .right && items[index].isRightToLeft {
      let run = items[index].run
      let (unit, least) = (measures[run].unit, 6 * measures[run].sliver)
      let lacking = least - Int32((items[index].advance / unit).rounded())
      guard lacking > 0 else { continue }
      let amount = Double(lacking) * unit
      var giver = index - 1
      while giver > 0, giver > index - 12, items[giver].run == run, items[giver].isRightToLeft,
        items[giver].reader != .space,
        items[giver].reader == .mark || items[giver].advance - amount < Double(least) * unit
      {
        giver -= 1
      }
      guard items[giver].run == run, items[giver].isRightToLeft, items[giver].reader == .right,
        items[giver].advance - amount >= Double(least) * unit
      else { continue }
      items[giver].advance -= amount
      for moved in giver..<index { move(moved, units: lacking) }
      items[index].advance += amount
    }
  }

  /// Puts the parts of a left-to-right isolate that has right-to-left parts where plain text would have them.
  ///
  /// Readers know no isolates: of `1446/22-أ` they would read the letter first.
  mutating func flattenIsolates() {
    var start = 0
    while start < items.count {
      guard items[start].level >= 2 else {
        start += 1
        continue
      }
      var end = start
      while end < items.count, items[end].level >= 2 { end += 1 }
      if items[start..<end].contains(where: { $0.level > 2 }) { flatten(start..<end) }
      start = end
    }
  }

  private mutating func flatten(_ range: Range<Int>) {
    guard var right = items[range].map(\.end).max() else { return }
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      var (low, high) = (Points.infinity, -Points.infinity)
      while end < range.upperBound, items[end].isRightToLeft == items[start].isRightToLeft {
        low = min(low, items[end].x)
        high = max(high, items[end].end)
        end += 1
      }
      for index in start..<end { place(index, at: items[index].x + right - high) }
      right -= high - low
      start = end
    }
  }

  /// Moves a piece's place as near to `x` as whole units of its font allow.
  private mutating func place(_ index: Int, at x: Points) {
    let unit = measures[items[index].run].unit
    move(index, units: Int32(((x - items[index].x) / unit).rounded()))
  }

  /// Puts digits and the signs beside them in one left-to-right sequence, such as `15%،` and `:-`.
  ///
  /// Whatever side the signs stand on, PDFium and Poppler read all of it from left to right.
  mutating func joinNumbers() {
    guard items.contains(where: \.reader.isNumeric) else { return }
    let closed = mixedStretches()
    // Pieces of digits that become one are left out; all others move up.
    var kept = 0
    var start = 0
    while start < items.count {
      var end = start
      while end < items.count, items[end].reader.isNumeric, !closed.contains(end) { end += 1 }
      if end - start > 1, items[start + 1..<end].contains(where: { !haveSameText($0, items[start]) }) {
        join(start..<end, keeping: &kept)
      } else {
        end = max(end, start + 1)
        for index in start..<end {
          items[kept] = items[index]
          kept += 1
        }
      }
      start = end
    }
    items.removeLast(items.count - kept)
  }

  /// The pieces of left-to-right stretches that aren't numbers only.
  private func mixedStretches() -> IndexSpans {
    var spans = IndexSpans()
    var start = 0
    while start < items.count {
      guard !items[start].isRightToLeft else {
        start += 1
        continue
      }
      var end = start
      var isNumber = true
      while end < items.count, !items[end].isRightToLeft {
        isNumber = isNumber && items[end].reader.isNumeric
        end += 1
      }
      if !isNumber { spans.append(start..<end) }
      start = end
    }
    return spans
  }

  private mutating func join(_ range: Range<Int>, keeping kept: inout Int) {
    if items[range].contains(where: \.isRightToLeft), var x = items[range].map(\.x).min() {
      for index in range {
        place(index, at: x)
        x = items[index].end
      }
    }
    let first = items[range.lowerBound]
    let isOne =
      items[range].contains { $0.reader == .arabicDigit } && items[range].allSatisfy { looksAlike($0, first) }
    for index in range {
      items[index].isRightToLeft = false
      items[index].level = 2
      if isOne, index > range.lowerBound {
        // One code: MuPDF takes digits that follow each other to the right for letters stored in reverse.
        giveInk(of: index, to: kept - 1)
        items[kept - 1].text = joinedText(items[kept - 1].text, items[index].text)
        items[kept - 1].advance = items[index].end - items[kept - 1].x
      } else {
        items[kept] = items[index]
        kept += 1
      }
    }
  }

  /// Whether one code can draw both.
  private func looksAlike(_ a: LayerItem, _ b: LayerItem) -> Bool {
    a.run == b.run
      || fonts[a.run] === fonts[b.run] && measures[a.run].size == measures[b.run].size
        && measures[a.run].color == measures[b.run].color
  }
}

extension LineItems {
  /// The letters that the one before must draw because their outlines don't stand beside each other: of a steep
  /// ligature one may lie wholly above the other, and PDFium would begin a new line between them.
  ///
  /// `bands` are those of the runs' fonts, `digits` the glyphs that placeholders stand for (``CodedForm``).
  func steepInk(_ bands: [GlyphBands], digits: [UInt32] = []) -> [Int] {
    var joints: [Int] = []
    var last = -1
    var above: GlyphBands.Band?
    for index in items.indices {
      let run = items[index].run
      if last != run {
        last = run
        above = nil
      }
      guard !items[index].ink.isEmpty else {
        above = nil
        continue
      }
      let band = bands[run].band(of: ink, items[index].ink, digits: digits)
      let before = above
      above = band
      guard let before, let band, band.bottom >= before.top || before.bottom >= band.top,
        Double(min(band.height, before.height)) * measures[run].unit > 4
      else { continue }
      joints.append(index)
      above = nil
    }
    return joints
  }

  /// Lets the letters before `joints` draw what those draw.
  mutating func join(_ joints: [Int]) {
    for index in joints { giveInk(of: index, to: index - 1) }
  }
}

/// Ranges of indices in rising order, asked for in rising order.
private struct IndexSpans {
  private var spans: [Range<Int>] = []

  mutating func append(_ span: Range<Int>) { spans.append(span) }

  func contains(_ index: Int) -> Bool { spans.contains { $0.contains(index) } }
}
