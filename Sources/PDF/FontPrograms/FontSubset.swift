import Fonts

/// The codes of one font that a file shows, numbered in the order it first shows them.
///
/// Nothing but the file's own text decides the numbers, so that a letter's bytes are the same alone and
/// among a thousand.
struct FontSubset {
  /// The font file, opened once for all files of a painter.
  let font: TrueTypeFile
  private(set) var codes = FontCodes()
  private var hashes: [UInt32] = []
  /// Numbers by hash, 0 where there is none; a number is found from its hash's place on.
  private var places = [UInt16](repeating: 0, count: 1 << 11)

  /// Two-byte codes end at 65,535, and composites need glyph numbers beyond the codes'.
  private static let limit = 40_000

  init(font: TrueTypeFile) {
    self.font = font
    hashes.reserveCapacity(512)
  }

  /// Whether another font resource must take what comes next.
  var isFull: Bool { codes.count >= Self.limit }

  /// The number of a code, given now if it is new.
  mutating func number(of code: FontCode, in line: CodedLine) -> UInt16 {
    let hash = Self.hash(code, line)
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if hashes[index] == hash, codes.matches(index, code, ink: line.ink, text: line.text) {
        return places[place]
      }
      place = (place + 1) & (places.count - 1)
    }
    codes.append(code, ink: line.ink, text: line.text)
    hashes.append(hash)
    places[place] = UInt16(codes.count)
    if 2 * codes.count > places.count { grow() }
    return UInt16(codes.count)
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: 2 * places.count)
    for (index, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt16(index + 1)
    }
  }

  /// A hash that is the same in every process.
  private static func hash(_ code: FontCode, _ line: CodedLine) -> UInt32 {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func mix(_ value: UInt64) {
      state = (state ^ value) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
    }
    mix(UInt64(UInt32(bitPattern: code.advance)) << 8 | UInt64(code.area.map { $0.rawValue + 1 } ?? 0))
    for part in code.ink {
      let part = line.ink[part]
      mix(UInt64(part.glyph) << 32 | UInt64(UInt32(bitPattern: part.dx)))
      mix(UInt64(UInt32(bitPattern: part.dy + code.rise)))
    }
    for byte in code.text { mix(UInt64(line.text[byte])) }
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}
