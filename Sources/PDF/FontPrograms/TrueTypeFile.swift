import Fonts

/// The outlines of a TrueType font file, glyph by glyph, as they stand in it (OpenType, `glyf`).
///
/// A program built of these bytes draws exactly what the file draws, hints included.
struct TrueTypeFile {
  /// A glyph's bounding box in font units.
  struct Box: Hashable {
    var xMin: Int
    var yMin: Int
    var xMax: Int
    var yMax: Int
  }

  private let bytes: [UInt8]
  private let tables: [String: Range<Int>]
  private let glyf: Range<Int>
  /// Where in the file each outline begins, and where the last one ends.
  private let starts: [Int]
  /// How many glyphs it has.
  let glyphCount: Int
  /// Design units in one em.
  let unitsPerEm: Int
  /// The box around all glyphs.
  let box: Box
  /// The PostScript name, or the file's own name where it has none.
  let postScriptName: String

  /// Reads the file of `font`.
  init(_ font: Font) throws(RenderingError) {
    guard let bytes = FileBytes.read(font.path), let file = TrueTypeFile(bytes: bytes, index: font.index)
    else {
      throw .unreadableFont(path: font.path)
    }
    self = file
  }

  /// Reads a font file, or face `index` of a collection; `nil` for what is no TrueType font.
  init?(bytes: [UInt8], index: Int = 0) {
    guard let tables = Self.tables(bytes, index: index), let head = tables["head"], let maxp = tables["maxp"],
      let hhea = tables["hhea"], let glyf = tables["glyf"], let loca = tables["loca"],
      tables["hmtx"] != nil, head.count >= 54, maxp.count >= 32, hhea.count >= 36
    else { return nil }
    self.bytes = bytes
    self.tables = tables
    self.glyf = glyf
    glyphCount = bytes.u16(maxp.lowerBound + 4)
    unitsPerEm = bytes.u16(head.lowerBound + 18)
    let hasLongOffsets = bytes.u16(head.lowerBound + 50) != 0
    starts = (0...glyphCount).map { glyph in
      let place = loca.lowerBound + (hasLongOffsets ? 4 : 2) * glyph
      return glyf.lowerBound + (hasLongOffsets ? bytes.u32(place) : 2 * bytes.u16(place))
    }
    box = Box(
      xMin: bytes.i16(head.lowerBound + 36), yMin: bytes.i16(head.lowerBound + 38),
      xMax: bytes.i16(head.lowerBound + 40), yMax: bytes.i16(head.lowerBound + 42))
    postScriptName = Self.postScriptName(bytes, tables["name"]) ?? "Font"
    guard unitsPerEm > 0 else { return nil }
  }

  /// A whole table, or nothing.
  func table(_ tag: String) -> ArraySlice<UInt8> { tables[tag].map { bytes[$0] } ?? [] }

  /// The outline's bytes; empty for a glyph without ink.
  func outline(of glyph: Int) -> ArraySlice<UInt8> {
    guard glyph < glyphCount, starts[glyph] < starts[glyph + 1], starts[glyph + 1] <= glyf.upperBound else {
      return []
    }
    return bytes[starts[glyph]..<starts[glyph + 1]]
  }

  /// The box of a glyph; `nil` for one without ink.
  func box(of glyph: Int) -> Box? {
    let outline = outline(of: glyph)
    guard outline.count >= 10 else { return nil }
    let at = outline.startIndex
    return Box(
      xMin: bytes.i16(at + 2), yMin: bytes.i16(at + 4), xMax: bytes.i16(at + 6), yMax: bytes.i16(at + 8))
  }

  /// Where the glyph numbers of a composite outline's components stand, counted from its first byte.
  static func componentOffsets(_ outline: ArraySlice<UInt8>) -> [Int] {
    // A simple outline counts its contours, at most 32,767.
    guard outline.count >= 10, outline[outline.startIndex] >= 0x80 else { return [] }
    let outline = Array(outline)
    var offsets: [Int] = []
    var at = 10
    while at + 4 <= outline.count {
      let flags = outline.u16(at)
      offsets.append(at + 2)
      at += 4 + (flags & 0x0001 != 0 ? 4 : 2)
      if flags & 0x0008 != 0 {
        at += 2
      } else if flags & 0x0040 != 0 {
        at += 4
      } else if flags & 0x0080 != 0 {
        at += 8
      }
      if flags & 0x0020 == 0 { break }
    }
    return offsets
  }

  private static func tables(_ bytes: [UInt8], index: Int) -> [String: Range<Int>]? {
    var start = 0
    if bytes.u32(0) == 0x7474_6366 {
      guard index < bytes.u32(8) else { return nil }
      start = bytes.u32(12 + 4 * index)
    }
    guard [0x0001_0000, 0x7472_7565].contains(bytes.u32(start)) else { return nil }
    var tables: [String: Range<Int>] = [:]
    for number in 0..<bytes.u16(start + 4) {
      let record = start + 12 + 16 * number
      guard record + 16 <= bytes.count else { return nil }
      let (offset, length) = (bytes.u32(record + 8), bytes.u32(record + 12))
      guard offset <= bytes.count, length <= bytes.count - offset else { return nil }
      tables[String(decoding: bytes[record..<record + 4], as: UTF8.self)] = offset..<offset + length
    }
    return tables
  }

  /// Name 6 of the `name` table, of those characters a PDF name may hold unescaped.
  private static func postScriptName(_ bytes: [UInt8], _ table: Range<Int>?) -> String? {
    guard let table else { return nil }
    let strings = table.lowerBound + bytes.u16(table.lowerBound + 4)
    for number in 0..<bytes.u16(table.lowerBound + 2) {
      let record = table.lowerBound + 6 + 12 * number
      guard bytes.u16(record + 6) == 6 else { continue }
      let (start, length) = (strings + bytes.u16(record + 10), bytes.u16(record + 8))
      guard start + length <= bytes.count else { continue }
      let name = bytes[start..<start + length].filter {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }
}
