/// A TrueType font program whose glyphs are the codes of a file, each with its own text (ISO 32000-1, 9.9).
///
/// Glyph n + 1 is code n + 1; outlines that codes are composed of follow. A code that draws one outline of
/// the font where it stands holds that outline's own bytes.
struct FontProgram {
  /// The font file.
  let bytes: [UInt8]

  /// The program of `codes`, in their order.
  init(_ codes: [FontCode], of font: TrueTypeFile) {
    var builder = GlyphTable(font: font, codes: codes)
    builder.addCodes()
    builder.addOutlines()
    bytes = Self.file(builder, font)
  }

  private static func file(_ glyphs: GlyphTable, _ font: TrueTypeFile) -> [UInt8] {
    let count = glyphs.metrics.count
    var head = Array(font.table("head"))
    head.set(u32: 0, at: 8)
    head.set(u16: 1, at: 50)
    var hhea = Array(font.table("hhea"))
    hhea.set(u16: count, at: 34)
    var maxp = Array(font.table("maxp"))
    let points = maxp.u16(6)
    let contours = maxp.u16(8)
    let parts = max(glyphs.mostParts, maxp.u16(28), 1)
    maxp.set(u16: count, at: 4)
    maxp.set(u16: min(0xFFFF, max(maxp.u16(10), parts * max(points, maxp.u16(10)))), at: 10)
    maxp.set(u16: min(0xFFFF, max(maxp.u16(12), parts * max(contours, maxp.u16(12)))), at: 12)
    maxp.set(u16: parts, at: 28)
    maxp.set(u16: maxp.u16(30) + 1, at: 30)
    var hmtx: [UInt8] = []
    hmtx.reserveCapacity(4 * count)
    for metric in glyphs.metrics {
      hmtx.append(u16: metric.advance)
      hmtx.append(u16: metric.leftSideBearing)
    }
    var loca: [UInt8] = []
    loca.reserveCapacity(4 * count + 4)
    for offset in glyphs.offsets { loca.append(u32: offset) }
    loca.append(u32: glyphs.outlines.count)
    // The order of tags that the directory wants.
    return assemble([
      ("cvt ", Array(font.table("cvt "))), ("fpgm", Array(font.table("fpgm"))), ("glyf", glyphs.outlines),
      ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp),
      ("prep", Array(font.table("prep"))),
    ])
  }

  private static func assemble(_ tables: [(tag: String, bytes: [UInt8])]) -> [UInt8] {
    let tables = tables.filter { !$0.bytes.isEmpty }
    var file: [UInt8] = []
    file.reserveCapacity(tables.reduce(12) { $0 + 20 + $1.bytes.count })
    file.append(u32: 0x0001_0000)
    let power = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
    file.append(u16: tables.count)
    file.append(u16: 16 << power)
    file.append(u16: power)
    file.append(u16: 16 * (tables.count - (1 << power)))
    var offset = 12 + 16 * tables.count
    for table in tables {
      file += table.tag.utf8
      file.append(u32: checksum(table.bytes))
      file.append(u32: offset)
      file.append(u32: table.bytes.count)
      offset += (table.bytes.count + 3) & ~3
    }
    var headStart = 0
    for table in tables {
      if table.tag == "head" { headStart = file.count }
      file += table.bytes
      file.pad()
    }
    file.set(u32: (0xB1B0_AFBA - checksum(file)) & 0xFFFF_FFFF, at: headStart + 8)
    return file
  }

  /// The sum of a table's 32-bit words (OpenType, "Calculating checksums").
  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0
    bytes.withUnsafeBytes { raw in
      var at = 0
      while at + 4 <= raw.count {
        sum &+= UInt32(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt32.self))
        at += 4
      }
      var last: UInt32 = 0
      for place in 0..<4 { last = last << 8 | (at + place < raw.count ? UInt32(raw[at + place]) : 0) }
      if at < raw.count { sum &+= last }
    }
    return Int(sum)
  }
}
