/// The map from a font's codes to the text they stand for (ISO 32000-1, 9.10.3).
enum ToUnicodeMap {
  /// The CMap of codes 1, 2, … in their order.
  static func bytes(_ codes: FontCodes) -> [UInt8] {
    var map = PDFBytes()
    map.reserve(400 + 16 * codes.count)
    map.add("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
    map.add("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
    map.add("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
    map.add("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
    // At most a hundred entries stand in one section (Adobe Technical Note #5014).
    for start in stride(from: 0, to: codes.count, by: 100) {
      let section = codes.codes[start..<min(start + 100, codes.count)]
      map.add(section.count)
      map.add(" beginbfchar\n")
      for (index, code) in section.enumerated() {
        // A byte of UTF-8 is at most one unit.
        map.add(atMost: 9 + 4 * code.text.count) { line in
          line.add(byte: 0x3C)
          line.add(hexadecimal: UInt16(start + index + 1))
          line.add("><")
          for unit in codes.text(of: code).utf16 { line.add(hexadecimal: unit) }
          line.add(">\n")
        }
      }
      map.add("endbfchar\n")
    }
    map.add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    return map.bytes
  }
}
