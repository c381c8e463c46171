import Fonts
import Geometry
import Layout

/// A line of text in pieces, in logical order.
struct LineItems {
  /// The runs' fonts.
  let fonts: [Font]
  /// What else of the runs codes need.
  let measures: [RunMeasure]
  var items: [LayerItem] = []
  /// The texts that pieces stand for, in UTF-8: those of ``Control`` and the runs', one after the other.
  private(set) var text = Control.texts
  /// What pieces draw.
  private(set) var ink: [InkPart] = []

  /// The pieces of the runs' clusters, each where it is drawn.
  init(_ line: TextLine) {
    // Runs are asked for what is needed of them: a copy of one counts all its references.
    var fonts: [Font] = []
    var measures: [RunMeasure] = []
    fonts.reserveCapacity(line.runs.count)
    measures.reserveCapacity(line.runs.count)
    var glyphs = 8
    for index in line.runs.indices {
      let font = line.runs[index].run.font
      fonts.append(font)
      measures.append(
        RunMeasure(
          unitsPerEm: font.unitsPerEm, size: line.runs[index].run.size, color: line.runs[index].run.color,
          link: line.runs[index].run.link))
      glyphs += line.runs[index].run.glyphs.count
    }
    (self.fonts, self.measures) = (fonts, measures)
    items.reserveCapacity(glyphs + 1)
    ink.reserveCapacity(glyphs)
    text.reserveCapacity(text.count + 3 * glyphs)
    for index in line.runs.indices {
      addClusters(
        line.runs[index].run.glyphs, of: line.runs[index].run.text, index, level: line.runs[index].run.level,
        at: line.runs[index].x, advance: line.runs[index].run.advance)
    }
  }

  /// The width of a code without ink in `run`, in points.
  func sliver(of run: Int) -> Points { Double(measures[run].sliver) * measures[run].unit }

  /// Adds the pieces of a run's glyphs from `origin` on, which show `shown`.
  private mutating func addClusters(
    _ glyphs: [PlacedGlyph], of shown: String, _ index: Int, level: UInt8, at origin: Points, advance: Points
  ) {
    let base = text.count
    text.append(contentsOf: shown.utf8)
    let length = text.count - base
    func range(_ cluster: Int, _ next: Int) -> Range<Int> {
      let start = min(max(0, cluster), length)
      return base + start..<base + min(max(start, next), length)
    }
    if level & 1 == 1 {
      var end = glyphs.count
      var pen = origin + advance
      while end > 0 {
        let cluster = glyphs[end - 1].cluster
        var start = end
        while start > 0, glyphs[start - 1].cluster == cluster {
          start -= 1
          pen -= glyphs[start].advance
        }
        let next = start > 0 ? glyphs[start - 1].cluster : length
        add(index, range(cluster, next), glyphs, start..<end, left: pen, runAt: origin, level)
        end = start
      }
    } else {
      var start = 0
      var pen = origin
      while start < glyphs.count {
        let cluster = glyphs[start].cluster
        let left = pen
        var end = start
        while end < glyphs.count, glyphs[end].cluster == cluster {
          pen += glyphs[end].advance
          end += 1
        }
        let next = end < glyphs.count ? glyphs[end].cluster : length
        add(index, range(cluster, next), glyphs, start..<end, left: left, runAt: origin, level)
        start = end
      }
    }
  }

  /// Adds the pieces of one cluster: the glyphs of `range` from `left` on stand for `cluster`'s text.
  private mutating func add(
    _ run: Int, _ cluster: Range<Int>, _ glyphs: [PlacedGlyph], _ range: Range<Int>, left: Points,
    runAt start: Points, _ level: UInt8
  ) {
    guard !cluster.isEmpty else { return }
    let (scalar, length) = text.scalar(at: cluster.lowerBound)
    let reader = ReaderClass.of(scalar)
    let unit = measures[run].unit
    let origin = left - start
    var item = LayerItem(
      run: run, text: cluster, reader: reader, level: level, isRightToLeft: level & 1 == 1, x: left,
      advance: 0, ink: ink.count..<ink.count)
    for index in range {
      let glyph = glyphs[index]
      item.advance += glyph.advance
      guard reader != .space else { continue }
      ink.append(
        InkPart(
          glyph: glyph.id, dx: Int32(((glyph.x - origin) / unit).rounded()),
          dy: Int32((glyph.y / unit).rounded())))
    }
    item.ink = item.ink.lowerBound..<ink.count
    let isOneCharacter = length == cluster.count
    if item.isRightToLeft {
      if reader == .mark, addMark(item) { return }
      if !isOneCharacter { return split(item) }
    } else if !isOneCharacter {
      let kind = reader.kind
      text.forEachScalar(in: cluster) { other, _ in
        if ReaderClass.of(other).kind != kind { item.reader = .neutral }
      }
    }
    items.append(item)
  }

  /// Gives a mark's ink to the letter it stands on, and the mark a place of its own without ink.
  ///
  /// A reader that sees a mark's outline high above the baseline takes it for another line (PDFium), and an
  /// outline of its own between two letters for the end of a word.
  private mutating func addMark(_ mark: LayerItem) -> Bool {
    guard let base = items.lastIndex(where: { $0.reader != .mark }), items[base].isRightToLeft,
      items[base].reader != .space, items[base].run == mark.run
    else { return false }
    items[base].ink = joined(items[base].ink, mark.ink, shift: units(from: base, to: mark.x))
    var item = mark
    item.ink = ink.count..<ink.count
    item.advance = sliver(of: mark.run)
    item.x = items[base].x - item.advance
    text.forEachScalar(in: mark.text) { _, range in
      item.text = range
      items.append(item)
    }
    return true
  }

  /// Adds a ligature's characters one by one: the first has the ink, all letters a share of the width.
  private mutating func split(_ ligature: LayerItem) {
    let unit = measures[ligature.run].unit
    let sliver = sliver(of: ligature.run)
    var letters = 0
    text.forEachScalar(in: ligature.text) { scalar, _ in
      if ReaderClass.of(scalar) != .mark { letters += 1 }
    }
    let share = (ligature.advance / unit / Double(max(1, letters))).rounded() * unit
    var right = ligature.end
    text.forEachScalar(in: ligature.text) { scalar, range in
      let isFirst = range.lowerBound == ligature.text.lowerBound
      var item = ligature
      item.text = range
      item.reader = ReaderClass.of(scalar)
      if item.reader == .mark, !isFirst {
        item.advance = sliver
        item.x = right - sliver
      } else {
        item.advance = share
        item.x = right - share
        right = item.x
      }
      if !isFirst { item.ink = ligature.ink.upperBound..<ligature.ink.upperBound }
      items.append(item)
      if isFirst {
        let index = items.count - 1
        items[index].x = ligature.x
        move(index, units: Int32(((ligature.advance - share) / unit).rounded()))
        right = items[index].x
      }
    }
  }
}

extension LineItems {
  /// Moves a piece's place by `units` of its font; the ink stays where it is on paper.
  mutating func move(_ index: Int, units: Int32) {
    guard units != 0 else { return }
    items[index].x += Double(units) * measures[items[index].run].unit
    for part in items[index].ink { ink[part].dx -= units }
  }

  /// Lets piece `to` draw what piece `from` draws, where that stands; `from` ends without ink.
  mutating func giveInk(of from: Int, to: Int) {
    items[to].ink = joined(items[to].ink, items[from].ink, shift: units(from: to, to: items[from].x))
    items[from].ink = ink.count..<ink.count
  }

  /// Both inks as one, the second moved to the right by `shift` font units.
  private mutating func joined(_ first: Range<Int>, _ second: Range<Int>, shift: Int32) -> Range<Int> {
    for part in second { ink[part].dx += shift }
    guard !first.isEmpty, !second.isEmpty else { return first.isEmpty ? second : first }
    guard first.upperBound != second.lowerBound else { return first.lowerBound..<second.upperBound }
    let start = ink.count
    for part in first { ink.append(ink[part]) }
    for part in second { ink.append(ink[part]) }
    return start..<ink.count
  }

  /// The distance from a piece's left edge to `x`, in whole units of the piece's font.
  private func units(from index: Int, to x: Points) -> Int32 {
    Int32(((x - items[index].x) / measures[items[index].run].unit).rounded())
  }

  /// Both texts as one.
  mutating func joinedText(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    guard first.upperBound != second.lowerBound else { return first.lowerBound..<second.upperBound }
    let start = text.count
    for byte in first { text.append(text[byte]) }
    for byte in second { text.append(text[byte]) }
    return start..<text.count
  }

  /// Whether two pieces stand for the same text.
  func haveSameText(_ a: LayerItem, _ b: LayerItem) -> Bool {
    guard a.text.count == b.text.count else { return false }
    return zip(a.text, b.text).allSatisfy { text[$0] == text[$1] }
  }

  /// Whether a piece's text ends with a hyphen.
  func endsWithHyphen(_ item: LayerItem) -> Bool {
    text[item.text.upperBound - 1] == UInt8(ascii: "-")
  }
}

extension [UInt8] {
  /// The scalar of valid UTF-8 that begins at `index`, and how many bytes it takes.
  fileprivate func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, 1) }
    let second = UInt32(self[index + 1]) & 0x3F
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, 2) }
    let third = UInt32(self[index + 2]) & 0x3F
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3]) & 0x3F, 4)
  }

  /// Calls `body` with each scalar in `range` and its bytes' place.
  fileprivate func forEachScalar(in range: Range<Int>, _ body: (UInt32, Range<Int>) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = scalar(at: index)
      body(scalar, index..<index + length)
      index += length
    }
  }
}
