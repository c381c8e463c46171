/// The `glyf` table of a font program in the making, with the metrics of its glyphs.
struct GlyphTable {
  struct Metric {
    var advance: Int
    var leftSideBearing: Int
  }

  private let font: TrueTypeFile
  private let codes: [FontCode]
  private(set) var outlines: [UInt8] = []
  /// Where each glyph begins in `outlines`.
  private(set) var offsets: [Int] = []
  private(set) var metrics: [Metric] = []
  /// The most components that a glyph composed here has.
  private(set) var mostParts = 0
  /// The program's glyph that holds an outline of the font.
  private var glyphOf: [Int: Int] = [:]
  /// Outlines that components ask for and no code holds, in the order they were first asked for.
  private var wanted: [Int] = []

  init(font: TrueTypeFile, codes: [FontCode]) {
    self.font = font
    self.codes = codes
    outlines.reserveCapacity(1 << 15)
    offsets.reserveCapacity(codes.count + 16)
    metrics.reserveCapacity(codes.count + 16)
    for (index, code) in codes.enumerated() {
      guard let glyph = code.plainGlyph, glyphOf[glyph] == nil else { continue }
      glyphOf[glyph] = index + 1
    }
    // Glyph 0 is the missing glyph (.notdef); no code uses it, so that it has no ink.
    addGlyph([], Metric(advance: 0, leftSideBearing: 0))
  }

  /// Adds a glyph for each code.
  mutating func addCodes() {
    for (index, code) in codes.enumerated() {
      if let glyph = code.plainGlyph, glyphOf[glyph] == index + 1 {
        addOutline(glyph, advance: Int(code.advance))
      } else if !code.ink.isEmpty {
        addComposite(code)
      } else if let area = code.area {
        addRectangle(area, advance: Int(code.advance))
      } else {
        addGlyph([], Metric(advance: Int(code.advance), leftSideBearing: 0))
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

  private mutating func addGlyph(_ outline: [UInt8], _ metric: Metric) {
    offsets.append(outlines.count)
    outlines += outline
    outlines.pad()
    metrics.append(metric)
  }

  /// Adds an outline of the font as it is there; a composite's components get this program's numbers.
  private mutating func addOutline(_ glyph: Int, advance: Int) {
    let bearing = font.box(of: glyph)?.xMin ?? 0
    let source = font.outline(of: glyph)
    var outline = Array(source)
    for offset in TrueTypeFile.componentOffsets(source) {
      outline.set(u16: number(ofOutline: outline.u16(offset)), at: offset)
    }
    addGlyph(outline, Metric(advance: advance, leftSideBearing: bearing))
  }

  /// The number in this program of an outline of the font.
  private mutating func number(ofOutline glyph: Int) -> Int {
    if let known = glyphOf[glyph] { return known }
    let number = codes.count + 1 + wanted.count
    wanted.append(glyph)
    glyphOf[glyph] = number
    return number
  }

  /// Adds a glyph composed of outlines of the font, moved.
  private mutating func addComposite(_ code: FontCode) {
    var box: TrueTypeFile.Box?
    let parts = code.ink.filter { font.box(of: Int($0.glyph)) != nil }
    for part in parts {
      guard let own = font.box(of: Int(part.glyph))?.moved(Int(part.dx), Int(part.dy)) else { continue }
      box = box.map { $0.union(own) } ?? own
    }
    guard let box else {
      return addGlyph([], Metric(advance: Int(code.advance), leftSideBearing: 0))
    }
    mostParts = max(mostParts, parts.count)
    var outline: [UInt8] = []
    outline.append(u16: -1)
    for side in [box.xMin, box.yMin, box.xMax, box.yMax] { outline.append(u16: side) }
    for (index, part) in parts.enumerated() {
      // ARG_1_AND_2_ARE_WORDS, ARGS_ARE_XY_VALUES, OVERLAP_COMPOUND on the first, MORE_COMPONENTS.
      let flags = 0x0003 | (index == 0 ? 0x0400 : 0) | (index + 1 < parts.count ? 0x0020 : 0)
      outline.append(u16: flags)
      outline.append(u16: number(ofOutline: Int(part.glyph)))
      outline.append(u16: Int(part.dx))
      outline.append(u16: Int(part.dy))
    }
    addGlyph(outline, Metric(advance: Int(code.advance), leftSideBearing: box.xMin))
  }

  /// Adds a rectangle as wide as the code advances.
  private mutating func addRectangle(_ area: TextArea, advance: Int) {
    let em = Double(font.unitsPerEm)
    let (bottom, top) = (Int(area.extent.bottom * em), Int(area.extent.top * em))
    let width = max(2, advance)
    var outline: [UInt8] = []
    outline.append(u16: 1)
    for side in [0, bottom, width, top] { outline.append(u16: side) }
    // The contour ends with point 3; no instructions.
    outline.append(u16: 3)
    outline.append(u16: 0)
    // Four points on the curve. x: unchanged from 0, unchanged, a word, unchanged. y: a word, a word, unchanged,
    // a word.
    outline += [0x11, 0x11, 0x21, 0x11]
    outline.append(u16: width)
    for step in [bottom, top - bottom] { outline.append(u16: step) }
    outline.append(u16: bottom - top)
    addGlyph(outline, Metric(advance: advance, leftSideBearing: 0))
  }
}

extension FontCode {
  /// The outline it draws where it stands, if that is all it draws.
  fileprivate var plainGlyph: Int? {
    guard ink.count == 1, ink[0].dx == 0, ink[0].dy == 0 else { return nil }
    return Int(ink[0].glyph)
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
