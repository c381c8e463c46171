/// Writes a font and its program as objects of a file (ISO 32000-1, 9.7 and 9.8).
enum FontWriter {
  /// Writes the font of `subset` under `number`; without a compression of its own, the program is compressed as
  /// all streams of the file.
  static func write(
    _ subset: FontSubset, _ compression: OutlineCompression?, as number: ObjectNumber,
    to file: inout ObjectFile
  ) {
    let program = FontProgram(subset.codes, of: subset.font)
    let scale = 1000 / Double(subset.font.unitsPerEm)
    let name = tag(program.bytes) + "+" + subset.font.postScriptName
    let (descendant, descriptor) = (file.reserve(), file.reserve())
    let (programNumber, map) = (file.reserve(), file.reserve())
    file.write(number) {
      $0.add("<</Type/Font/Subtype/Type0/BaseFont/")
      $0.add(utf8: name)
      $0.add("/Encoding/Identity-H/DescendantFonts[")
      $0.add(descendant)
      $0.add("]/ToUnicode ")
      $0.add(map)
      $0.add(">>")
    }
    file.write(descendant) {
      $0.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/")
      $0.add(utf8: name)
      $0.add(
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 0/W[1[")
      let codes = subset.codes.codes
      $0.add(atMost: (SyntaxLine.numberLength + 1) * codes.count) { line in
        for index in codes.indices {
          if index > 0 { line.add(byte: 0x20) }
          line.add(Double(codes[index].advance) * scale, places: 2)
        }
      }
      $0.add("]]/FontDescriptor ")
      $0.add(descriptor)
      $0.add(">>")
    }
    writeDescriptor(of: subset.font, name, scale, program: programNumber, as: descriptor, to: &file)
    func addLength(_ entries: inout PDFBytes) {
      entries.add("/Length1 ")
      entries.add(program.bytes.count)
    }
    if let compression {
      file.writeFinishedStream(programNumber, compression.stream(of: program)) {
        addLength(&$0)
        $0.add("/Filter/FlateDecode")
      }
    } else {
      file.writeStream(programNumber, program.bytes, entries: addLength)
    }
    file.writeStream(map, ToUnicodeMap.bytes(subset.codes)) { _ in }
  }

  private static func writeDescriptor(
    of font: TrueTypeFile, _ name: String, _ scale: Double, program: ObjectNumber, as number: ObjectNumber,
    to file: inout ObjectFile
  ) {
    func scaled(_ value: Int) -> Int { Int((Double(value) * scale).rounded()) }
    let hhea = Array(font.table("hhea"))
    let ascent = scaled(hhea.i16(4))
    file.write(number) {
      $0.add("<</Type/FontDescriptor/FontName/")
      $0.add(utf8: name)
      // Symbolic: its codes are its own (table 123).
      $0.add("/Flags 4/ItalicAngle 0/StemV 80/FontBBox[")
      for (index, side) in [font.box.xMin, font.box.yMin, font.box.xMax, font.box.yMax].enumerated() {
        if index > 0 { $0.add(" ") }
        $0.add(scaled(side))
      }
      $0.add("]/Ascent ")
      $0.add(ascent)
      $0.add("/Descent ")
      $0.add(scaled(hhea.i16(6)))
      // None of our faces' programs says its cap height; readers use it for substitution only.
      $0.add("/CapHeight ")
      $0.add(ascent)
      $0.add("/FontFile2 ")
      $0.add(program)
      $0.add(">>")
    }
  }

  /// Six capital letters that tell subsets of one font apart (9.6.4), from the program itself.
  private static func tag(_ program: [UInt8]) -> String {
    // A short name, not a proof of anything.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    program.withUnsafeBytes { bytes in
      // What is left over belongs to the last table, whose checksum stands in the directory.
      for offset in stride(from: 0, to: bytes.count & ~7, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
    }
    var letters: [UInt8] = []
    for _ in 0..<6 {
      letters.append(0x41 + UInt8(hash % 26))
      hash /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }
}
