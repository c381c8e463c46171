/// A TrueType font program whose glyphs are the codes of a file, each with its own text (ISO 32000-1, 9.9).
///
/// Glyph n + 1 is code n + 1; outlines that codes are composed of follow. A code that draws one outline of
/// the font where it stands holds that outline's own bytes.
struct FontProgram {
  /// The font file.
  let bytes: [UInt8]
  /// Where in it outlines of the font stand as the font has them, in rising order.
  let copies: [GlyphTable.OutlineCopy]

  /// The program of `codes`, in their order.
  init(_ codes: FontCodes, of font: TrueTypeFile) {
    var builder = GlyphTable(font: font, codes: codes)
    builder.addCodes()
    builder.addOutlines()
    let tables = Self.tables(builder, font)
    bytes = Self.assemble(tables)
    let glyf = tables.prefix { $0.tag != "glyf" }.reduce(12 + 16 * tables.count) {
      $0 + ($1.bytes.count + 3) & ~3
    }
    copies = builder.copies.map {
      GlyphTable.OutlineCopy(glyph: $0.glyph, range: glyf + $0.range.lowerBound..<glyf + $0.range.upperBound)
    }
  }

  private typealias Table = (tag: String, bytes: [UInt8])

  private static func tables(_ glyphs: GlyphTable, _ font: TrueTypeFile) -> [Table] {
    let count = glyphs.metrics.count
    var head = Array(font.table("head"))
    head.set(u32: 0, at: 8)
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
    // Short offsets count in words of two bytes.
    let isShort = glyphs.outlines.count < 2 << 16
    head.set(u16: isShort ? 0 : 1, at: 50)
    var loca: [UInt8] = []
    loca.reserveCapacity(4 * count + 4)
    for offset in glyphs.offsets + [glyphs.outlines.count] {
      if isShort { loca.append(u16: offset / 2) } else { loca.append(u32: offset) }
    }
    // The order of tags that the directory wants.
    let tables: [Table] = [
      ("cvt ", Array(font.table("cvt "))), ("fpgm", Array(font.table("fpgm"))), ("glyf", glyphs.outlines),
      ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp),
      ("prep", Array(font.table("prep"))),
    ]
    return tables.filter { !$0.bytes.isEmpty }
  }

  private static func assemble(_ tables: [Table]) -> [UInt8] {
    var file: [UInt8] = []
    file.reserveCapacity(tables.reduce(12) { $0 + 20 + $1.bytes.count })
    file.append(u32: 0x0001_0000)
    let power = Int.bitWidth - 1 - tables.count.leadingZeroBitCount
    file.append(u16: tables.count)
    file.append(u16: 16 << power)
    file.append(u16: power)
    file.append(u16: 16 * (tables.count - (1 << power)))
    var offset = 12 + 16 * tables.count
    var sum = 0
    for table in tables {
      file += table.tag.utf8
      let own = checksum(table.bytes)
      sum += own
      file.append(u32: own)
      file.append(u32: offset)
      file.append(u32: table.bytes.count)
      offset += (table.bytes.count + 3) & ~3
    }
    // The sum of the whole file is that of its parts, each of which fills whole words.
    sum += checksum(file)
    var headStart = 0
    for table in tables {
      if table.tag == "head" { headStart = file.count }
      file += table.bytes
      file.pad()
    }
    file.set(u32: (0xB1B0_AFBA - sum) & 0xFFFF_FFFF, at: headStart + 8)
    return file
  }

  /// The sum of a table's 32-bit words (OpenType, "Calculating checksums").
  private static func checksum(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { raw in
      let whole = raw.count & ~15
      var at = 0
      var lanes = SIMD4<UInt32>()
      while at < whole {
        let words = raw.loadUnaligned(fromByteOffset: at, as: SIMD4<UInt32>.self)
        lanes &+= SIMD4(
          UInt32(bigEndian: words.x), UInt32(bigEndian: words.y), UInt32(bigEndian: words.z),
          UInt32(bigEndian: words.w))
        at += 16
      }
      var sum = lanes.wrappedSum()
      while at < raw.count {
        var word: UInt32 = 0
        for place in 0..<4 { word = word << 8 | (at + place < raw.count ? UInt32(raw[at + place]) : 0) }
        sum &+= word
        at += 4
      }
      return Int(sum)
    }
  }
}
