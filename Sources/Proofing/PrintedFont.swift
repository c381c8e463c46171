import PDFSyntax

/// A font as a finished file holds it: what its codes stand for, how far they advance, which of them draw something.
struct PrintedFont {
  /// What a code shows.
  struct Glyph {
    /// Where the characters that it stands for begin among the font's.
    fileprivate(set) var start = 0
    /// How many they are; `nil` where the file gives none.
    fileprivate(set) var count: Int?
    /// Whether the font program has an outline for it.
    fileprivate(set) var hasOutline = false
    /// Its advance, in ems.
    fileprivate(set) var width = 0.0
  }

  /// Tells one reading of a font from every other.
  final class Mark: Sendable {}

  /// Which reading it is of.
  let mark = Mark()
  /// The glyphs, each at its code.
  private var glyphs: [Glyph] = []
  /// The characters that codes stand for.
  private(set) var characters: [Unicode.Scalar] = []

  /// What a code shows; nothing for one that the font doesn't have.
  func glyph(_ code: Int) -> Glyph { code < glyphs.count ? glyphs[code] : Glyph() }

  /// A font whose codes, from 0, stand for these texts.
  init(texts: [String], width: Double = 0, hasOutline: (_ code: Int) -> Bool = { _ in true }) {
    for (code, text) in texts.enumerated() {
      glyphs.append(Glyph(hasOutline: hasOutline(code), width: width))
      stand(code, for: text.unicodeScalars)
    }
  }

  private mutating func stand(_ code: Int, for text: some Sequence<Unicode.Scalar>) {
    glyphs[code].start = characters.count
    characters.append(contentsOf: text)
    glyphs[code].count = characters.count - glyphs[code].start
  }

  /// Reads a font of two-byte codes that are its glyphs' numbers (ISO 32000-1, 9.7.4.2, Identity).
  init(_ font: PDFDictionary, in file: PDFFile) throws(ProofError) {
    guard font["Subtype"].name == "Type0", font["Encoding"].name == "Identity-H" else {
      throw .unexpected("a font that isn't of two-byte codes")
    }
    let map = try Self.value(of: "ToUnicode", in: font, file).stream
    let first = try Self.value(of: "DescendantFonts", in: font, file).array?.first ?? .null
    let descendant = try ProofError.reading { () throws(PDFSyntaxError) in try file.resolve(first) }
      .dictionary
    guard let map, let descendant else { throw .unexpected("a font without a map of its codes") }
    try readMap(try ProofError.reading { () throws(PDFSyntaxError) in try map.decoded() })
    try readWidths(try Self.value(of: "W", in: descendant, file))
    try readOutlines(of: descendant, in: file)
  }

  private static func value(
    of key: PDFName, in dictionary: PDFDictionary, _ file: PDFFile
  ) throws(ProofError) -> PDFObject {
    try ProofError.reading { () throws(PDFSyntaxError) in try file.value(of: key, in: dictionary) }
  }

  /// Reads the map from codes to text (9.10.3); ours lists single codes only.
  private mutating func readMap(_ bytes: [UInt8]) throws(ProofError) {
    var scanner = OperatorScanner(bytes, keepsStrings: true)
    var units: [UInt16] = []
    while let word = scanner.next() {
      switch word {
      case Self.beginningOfCharacters:
        _ = scanner.skipLineEnd()
        while let own = scanner.codeAndText(&units) {
          makeRoom(upTo: own)
          // Nearly all codes stand for one character.
          if units.count == 1, let scalar = Unicode.Scalar(units[0]) {
            stand(own, for: CollectionOfOne(scalar))
          } else {
            stand(own, for: Self.scalars(of: units))
          }
        }
      case Self.endOfCharacters:
        for index in stride(from: 0, to: scanner.stringCount - 1, by: 2) {
          guard let own = scanner.pair(index) else { throw .unexpected("a code that isn't of two bytes") }
          makeRoom(upTo: Int(own))
          stand(Int(own), for: Self.scalars(of: scanner.string(index + 1)))
        }
      default: break
      }
      if scanner.isMalformed { throw .unexpected("a map of codes that can't be read") }
    }
  }

  private static let beginningOfCharacters = OperatorScanner.Operator("beginbfchar")
  private static let endOfCharacters = OperatorScanner.Operator("endbfchar")

  private static func scalars(of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    scalars(
      of: stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
        UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      })
  }

  /// The characters of UTF-16 units; half of a pair is none that a text has.
  private static func scalars(of units: [UInt16]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(units.count)
    var decoder = Unicode.UTF16()
    var rest = units.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar): scalars.append(scalar)
      case .emptyInput: return scalars
      case .error: scalars.append("\u{FFFD}")
      }
    }
  }

  /// Reads the widths (9.7.4.3): lists of single widths.
  private mutating func readWidths(_ object: PDFObject) throws(ProofError) {
    let items = object.array ?? []
    for index in stride(from: 0, to: items.count, by: 2) {
      guard index + 1 < items.count, let first = items[index].integer, let list = items[index + 1].array,
        (0...65_535).contains(first), first + list.count <= 65_536
      else { throw .unexpected("widths in another form") }
      makeRoom(upTo: first + list.count - 1)
      for (offset, width) in list.enumerated() { glyphs[first + offset].width = (width.number ?? 0) / 1000 }
    }
  }

  /// Reads which glyphs the font program draws something for: `loca` of a TrueType program.
  private mutating func readOutlines(of descendant: PDFDictionary, in file: PDFFile) throws(ProofError) {
    let program = try ProofError.reading { () throws(PDFSyntaxError) -> [UInt8] in
      guard let descriptor = try file.value(of: "FontDescriptor", in: descendant).dictionary,
        let stream = try file.value(of: "FontFile2", in: descriptor).stream
      else { return [] }
      return try stream.decoded()
    }
    var (head, loca): (Range<Int>?, Range<Int>?)
    for index in 0..<(Self.number(in: program, at: 4, size: 2) ?? 0) {
      let place = 12 + 16 * index
      guard let offset = Self.number(in: program, at: place + 8, size: 4),
        let length = Self.number(in: program, at: place + 12, size: 4), offset + length <= program.count
      else { throw .unexpected("a font program that is cut off") }
      switch Self.number(in: program, at: place, size: 4) {
      case Self.headTag: head = offset..<offset + length
      case Self.locaTag: loca = offset..<offset + length
      default: break
      }
    }
    guard let head, let loca, let format = Self.number(in: program, at: head.lowerBound + 50, size: 2) else {
      throw .unexpected("a font without a program")
    }
    let size = format == 0 ? 2 : 4
    let count = loca.count / size - 1
    guard count > 0 else { throw .unexpected("a font program without glyphs") }
    makeRoom(upTo: count - 1)
    for glyph in 0..<count {
      // A glyph without an outline ends where it begins.
      let start = loca.lowerBound + size * glyph
      for place in start..<start + size where program[place] != program[place + size] {
        glyphs[glyph].hasOutline = true
      }
    }
  }

  private static let (headTag, locaTag) = (0x6865_6164, 0x6C6F_6361)

  private static func number(in bytes: [UInt8], at place: Int, size: Int) -> Int? {
    guard place + size <= bytes.count else { return nil }
    var number = 0
    for index in place..<place + size { number = number << 8 | Int(bytes[index]) }
    return number
  }

  private mutating func makeRoom(upTo code: Int) {
    while glyphs.count <= code { glyphs.append(Glyph()) }
  }
}
