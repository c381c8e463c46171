/// The `glyf` table of a font program in the making, with the metrics of its glyphs.
struct GlyphTable {
  /// An outline of the font, and where a copy of it stands.
  struct OutlineCopy {
    var glyph: Int
    var range: Range<Int>
  }

  struct Metric {
    var advance: Int
    var leftSideBearing: Int
  }

  private let font: TrueTypeFile
  private let codes: FontCodes
  private(set) var outlines: [UInt8] = []
  /// What in `outlines` is an outline of the font as it is there, padding included, in rising order.
  private(set) var copies: [OutlineCopy] = []
  /// Where each glyph begins in `outlines`.
  private(set) var offsets: [Int] = []
  private(set) var metrics: [Metric] = []
  /// The most components that a glyph composed here has.
  private(set) var mostParts = 0
  /// The program's glyph that holds each outline of the font; 0 where none does.
  private var glyphOf: [UInt16]
  /// Outlines that components ask for and no code holds, in the order they were first asked for.
  private var wanted: [Int] = []

  init(font: TrueTypeFile, codes: FontCodes) {
    self.font = font
    self.codes = codes
    glyphOf = Array(repeating: 0, count: font.glyphCount)
    outlines.reserveCapacity(1 << 16)
    offsets.reserveCapacity(codes.count + 64)
    metrics.reserveCapacity(codes.count + 64)
    for (index, code) in codes.codes.enumerated() {
      guard let glyph = codes.plainGlyph(of: code), glyph < glyphOf.count, glyphOf[glyph] == 0 else {
        continue
      }
      glyphOf[glyph] = UInt16(index + 1)
    }
    // Glyph 0 is the missing glyph (.notdef); no code uses it, so that it has no ink.
    endGlyph(from: 0, Metric(advance: 0, leftSideBearing: 0))
  }

  /// Adds a glyph for each code.
  mutating func addCodes() {
    for (index, code) in codes.codes.enumerated() {
      if let glyph = codes.plainGlyph(of: code), glyph < glyphOf.count, Int(glyphOf[glyph]) == index + 1 {
        addOutline(glyph, advance: Int(code.advance))
      } else if !code.ink.isEmpty {
        addComposite(code)
      } else if let area = code.area {
        addRectangle(area, advance: Int(code.advance))
      } else {
        endGlyph(from: outlines.count, Metric(advance: Int(code.advance), leftSideBearing: 0))
      }
    }
  }

  /// Adds the outlines that composites asked for.
  mutating func addOutlines() {
    var next = 0
    while next < wanted.count {
      addOutline(wanted[next], advance: 0)
      next += 1
    }
  }

  /// Ends a glyph whose outline was added from `start` on.
  private mutating func endGlyph(from start: Int, _ metric: Metric) {
    offsets.append(start)
    if !outlines.count.isMultiple(of: 2) { outlines.append(0) }
    metrics.append(metric)
  }

  /// Adds an outline of the font as it is there; a composite's components get this program's numbers.
  private mutating func addOutline(_ glyph: Int, advance: Int) {
    let start = outlines.count
    let source = font.outline(of: glyph)
    outlines.append(contentsOf: source)
    let components = TrueTypeFile.componentOffsets(source)
    for offset in components {
      outlines.set(u16: number(ofOutline: outlines.u16(start + offset)), at: start + offset)
    }
    let bearing = source.count >= 10 ? outlines.i16(start + 2) : 0
    endGlyph(from: start, Metric(advance: advance, leftSideBearing: bearing))
    if components.isEmpty, !source.isEmpty {
      copies.append(OutlineCopy(glyph: glyph, range: start..<outlines.count))
    }
  }

  /// The number in this program of an outline of the font.
  private mutating func number(ofOutline glyph: Int) -> Int {
    // A damaged font may name an outline it doesn't have; .notdef stands for it.
    guard glyph < glyphOf.count else { return 0 }
    if glyphOf[glyph] > 0 { return Int(glyphOf[glyph]) }
    let number = codes.count + 1 + wanted.count
    wanted.append(glyph)
    glyphOf[glyph] = UInt16(number)
    return number
  }

  /// Adds a glyph composed of outlines of the font, moved.
  private mutating func addComposite(_ code: FontCode) {
    var box: TrueTypeFile.Box?
    var count = 0
    for part in codes.ink(of: code) {
      guard let own = font.box(of: Int(part.glyph))?.moved(Int(part.dx), Int(part.dy)) else { continue }
      count += 1
      box = box.map { $0.union(own) } ?? own
    }
    let start = outlines.count
    guard let box else {
      return endGlyph(from: start, Metric(advance: Int(code.advance), leftSideBearing: 0))
    }
    mostParts = max(mostParts, count)
    outlines.append(u16: -1)
    for side in [box.xMin, box.yMin, box.xMax, box.yMax] { outlines.append(u16: side) }
    var index = 0
    for part in codes.ink(of: code) where font.box(of: Int(part.glyph)) != nil {
      index += 1
      let isWide = Int8(exactly: part.dx) == nil || Int8(exactly: part.dy) == nil
      // ARGS_ARE_XY_VALUES, ARG_1_AND_2_ARE_WORDS, OVERLAP_COMPOUND on the first, MORE_COMPONENTS.
      outlines.append(
        u16: 0x0002 | (isWide ? 0x0001 : 0) | (index == 1 ? 0x0400 : 0) | (index < count ? 0x0020 : 0))
      outlines.append(u16: number(ofOutline: Int(part.glyph)))
      if isWide {
        outlines.append(u16: Int(part.dx))
        outlines.append(u16: Int(part.dy))
      } else {
        outlines.append(UInt8(truncatingIfNeeded: part.dx))
        outlines.append(UInt8(truncatingIfNeeded: part.dy))
      }
    }
    endGlyph(from: start, Metric(advance: Int(code.advance), leftSideBearing: box.xMin))
  }

  /// Adds a rectangle as wide as the code advances.
  private mutating func addRectangle(_ area: TextArea, advance: Int) {
    let em = Double(font.unitsPerEm)
    let (bottom, top) = (Int(area.extent.bottom * em), Int(area.extent.top * em))
    let width = max(2, advance)
    let start = outlines.count
    outlines.append(u16: 1)
    for side in [0, bottom, width, top] { outlines.append(u16: side) }
    // The contour ends with point 3; no instructions.
    outlines.append(u16: 3)
    outlines.append(u16: 0)
    // Four points on the curve. x: unchanged from 0, unchanged, a word, unchanged. y: a word, a word, unchanged,
    // a word.
    outlines += [0x11, 0x11, 0x21, 0x11]
    outlines.append(u16: width)
    for step in [bottom, top - bottom] { outlines.append(u16: step) }
    outlines.append(u16: bottom - top)
    endGlyph(from: start, Metric(advance: advance, leftSideBearing: 0))
  }
}

extension TrueTypeFile.Box {
  fileprivate func moved(_ dx: Int, _ dy: Int) -> Self {
    Self(xMin: xMin + dx, yMin: yMin + dy, xMax: xMax + dx, yMax: yMax + dy)
  }

  fileprivate func union(_ other: Self) -> Self {
    Self(
      xMin: Swift.min(xMin, other.xMin), yMin: Swift.min(yMin, other.yMin), xMax: Swift.max(xMax, other.xMax),
      yMax: Swift.max(yMax, other.yMax))
  }
}
