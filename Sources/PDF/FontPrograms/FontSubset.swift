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

  /// The number of a code with the given hash (``FontCode/hash(in:)``), given now if it is new.
  mutating func number(of code: FontCode, hash: UInt32, in line: CodedLine) -> UInt16 {
    let place: Int
    switch find(code, hash, line) {
    case .number(let number): return number
    case .nowhere(let free): place = free
    }
    codes.append(code, ink: line.ink, text: line.text)
    hashes.append(hash)
    places[place] = UInt16(codes.count)
    if 2 * codes.count > places.count { grow() }
    return UInt16(codes.count)
  }

  /// The number of a code with the given hash, if it has one.
  func knownNumber(of code: FontCode, hash: UInt32, in line: CodedLine) -> UInt16? {
    if case .number(let number) = find(code, hash, line) { number } else { nil }
  }

  private enum Finding {
    case number(UInt16)
    /// The place in `places` where the number belongs.
    case nowhere(free: Int)
  }

  private func find(_ code: FontCode, _ hash: UInt32, _ line: CodedLine) -> Finding {
    var place = Int(hash) & (places.count - 1)
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if hashes[index] == hash, codes.matches(index, code, ink: line.ink, text: line.text) {
        return .number(places[place])
      }
      place = (place + 1) & (places.count - 1)
    }
    return .nowhere(free: place)
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: 2 * places.count)
    for (index, hash) in hashes.enumerated() {
      var place = Int(hash) & (places.count - 1)
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = UInt16(index + 1)
    }
  }
}
