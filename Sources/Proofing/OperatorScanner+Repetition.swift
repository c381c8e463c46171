import Deflate
import Geometry

/// A page's codes stand in the same words over and over; what was read once needn't be taken apart again.
extension OperatorScanner {
  /// A code in the words that most have: its coordinates, which it is, and where its words end.
  struct PlacedCode {
    var x: Double
    var y: Double
    var code: Int
    var end: Int
  }

  /// The code whose words go on at `start`, behind its `Tf`, with its place; `nil` where they go on otherwise.
  ///
  /// They are `1 0 0 1`, two coordinates, `Tm`, a string of four hexadecimal digits, and `Tj` with the line's end.
  mutating func placedCode(at start: Int) -> PlacedCode? {
    guard bytes.eightBytes(at: start) == Self.matrix else { return nil }
    var place = start + 8
    guard let x = shortCoordinate(&place) ?? Self.coordinate(in: bytes.span, &place),
      let y = baseline(&place), let code = shownCode(&place)
    else { return nil }
    return PlacedCode(x: x, y: y, code: code, end: place)
  }

  /// The same of a code whose words go on with how far it is from the one before it on its baseline.
  ///
  /// They are a coordinate, 0 and `Td`, and then as above.
  func movedCode(at start: Int) -> PlacedCode? {
    let isNegative = start < bytes.count && bytes[start] == 0x2D
    var place = isNegative ? start + 1 : start
    guard let distance = shortCoordinate(&place) ?? Self.coordinate(in: bytes.span, &place),
      bytes.eightBytes(at: place) << 8 == Self.move
    else { return nil }
    place += 7
    guard let code = shownCode(&place) else { return nil }
    return PlacedCode(x: isNegative ? -distance : distance, y: 0, code: code, end: place)
  }

  /// `1 0 0 1` and a space, the first of least weight.
  private static var matrix: UInt64 { 0x2031_2030_2030_2031 }
  /// A space, `0 Td`, another and a string's beginning, the first of least weight but one.
  private static var move: UInt64 { 0x3C20_6454_2030_2000 }

  /// A baseline and the words around it, as many codes have one after the other.
  struct Baseline {
    /// The words from the space before the coordinate to the beginning of the string.
    fileprivate(set) var words: Range<Int> = 0..<0
    fileprivate(set) var y = 0.0
  }

  /// Reads a space, a second coordinate, ` Tm ` and a string's beginning.
  private mutating func baseline(_ place: inout Int) -> Double? {
    if !last.words.isEmpty, bytes.hasSameBytes(at: place, as: last.words) {
      place += last.words.count
      return last.y
    }
    let start = place
    guard let y = Self.baseline(in: bytes.span, &place) else { return nil }
    last = Baseline(words: start..<place, y: y)
    return y
  }

  private static func baseline(in bytes: Span<UInt8>, _ place: inout Int) -> Double? {
    guard skip(0x20, in: bytes, &place), let y = coordinate(in: bytes, &place),
      place + 5 <= bytes.count, bytes[place] == 0x20, bytes[place + 1] == 0x54, bytes[place + 2] == 0x6D,
      bytes[place + 3] == 0x20, bytes[place + 4] == 0x3C
    else { return nil }
    place += 5
    return y
  }

  /// Reads four hexadecimal digits, the string's end, `Tj` and the line's end: eight bytes.
  @inline(__always)
  private func shownCode(_ place: inout Int) -> Int? {
    let word = bytes.eightBytes(at: place)
    guard word >> 32 == Self.endOfCode, let code = Self.hexadecimal(UInt32(truncatingIfNeeded: word)) else {
      return nil
    }
    place += 8
    return code
  }

  /// The number that four hexadecimal digits write, the first of least weight; letters are capital.
  @inline(__always)
  private static func hexadecimal(_ digits: UInt32) -> Int? {
    let values = (digits & 0x0F0F_0F0F) &+ 9 &* (digits >> 6 & 0x0101_0101)
    // What other characters seem to be worth is written otherwise.
    let letters = (values &+ 0x0606_0606) >> 4 & 0x0101_0101
    guard values &+ 0x3030_3030 &+ 7 &* letters == digits else { return nil }
    return Int(values & 0xF) << 12 | Int(values >> 8 & 0xF) << 8 | Int(values >> 16 & 0xF) << 4
      | Int(values >> 24)
  }

  /// `>Tj` and the line's end, the first of least weight.
  private static var endOfCode: UInt64 { 0x0A6A_543E }

  /// Reads a coordinate of at most seven digits and a point, a space behind them: most are as short.
  ///
  /// The eight bytes are looked at together.
  @inline(__always)
  private func shortCoordinate(_ place: inout Int) -> Double? {
    let word = bytes.eightBytes(at: place)
    let length = Self.first(0x20, in: word)
    guard (1...7).contains(length) else { return nil }
    func below(_ count: Int) -> UInt64 { (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1 }
    var digits = word & below(length)
    var (count, decimals) = (length, 0)
    let point = Self.first(0x2E, in: digits)
    if point < length {
      guard length > 1 else { return nil }
      digits = digits & below(point) | digits &>> 8 & ~below(point)
      (count, decimals) = (length - 1, length - 1 - point)
    }
    // To the highest bytes, with zeros before them; a byte that is no digit is over 9 then.
    let shift = UInt64(truncatingIfNeeded: 8 &* (8 &- count))
    digits = digits &<< shift ^ Self.zeros &<< shift
    guard (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else { return nil }
    place += length
    return Self.number(Self.number(ofDigits: digits), decimals: decimals, isNegative: false)
  }

  /// Eight zeros as they are written.
  private static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// How many of eight bytes stand before the first that is `byte`; 8 where none is.
  @inline(__always)
  private static func first(_ byte: UInt8, in word: UInt64) -> Int {
    let differing = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
    return ((differing &- 0x0101_0101_0101_0101) & ~differing & 0x8080_8080_8080_8080).trailingZeroBitCount
      / 8
  }

  /// The number of eight decimal digits, each worth its byte, the first of least weight.
  @inline(__always)
  private static func number(ofDigits digits: UInt64) -> Int {
    // Two digits become one number, then two of these, then two of those.
    let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
  }

  /// Reads a rectangle that is added to a path: four coordinates with `re` and the line's end behind them; where they
  /// are spelled otherwise nothing is read.
  mutating func rectangle() -> Rect? {
    var place = position
    guard let rectangle = Self.rectangle(in: bytes.span, &place) else { return nil }
    position = place
    return rectangle
  }

  private static func rectangle(in bytes: Span<UInt8>, _ place: inout Int) -> Rect? {
    guard let x = coordinate(in: bytes, &place), skip(0x20, in: bytes, &place),
      let y = coordinate(in: bytes, &place), skip(0x20, in: bytes, &place),
      let width = coordinate(in: bytes, &place), skip(0x20, in: bytes, &place),
      let height = coordinate(in: bytes, &place), skip(0x20, in: bytes, &place),
      skip(0x72, in: bytes, &place), skip(0x65, in: bytes, &place), skip(0x0A, in: bytes, &place)
    else { return nil }
    return Rect(x: x, y: y, width: width, height: height)
  }

  private static func skip(_ byte: UInt8, in bytes: Span<UInt8>, _ place: inout Int) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Reads a coordinate of digits and a point, as ``number()`` does; `nil` for another spelling.
  static func coordinate(in bytes: Span<UInt8>, _ place: inout Int) -> Double? {
    var (value, at) = (0, place)
    while at < bytes.count {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at += 1
    }
    var digits = at - place
    guard digits > 0 else { return nil }
    var decimals = 0
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      let point = at
      while at < bytes.count {
        let digit = bytes[at] &- 0x30
        guard digit < 10 else { break }
        value = value &* 10 &+ Int(digit)
        at += 1
      }
      decimals = at - point
      digits += decimals
    }
    place = at
    return digits <= 12 ? number(value, decimals: decimals, isNegative: false) : nil
  }

  /// Reads a text rendering mode, 0 or 3, with `Tr` and the line's end behind it; without such nothing is read.
  mutating func renderingMode() -> Int? {
    guard position + 5 <= bytes.count, bytes[position + 3] == 0x72, bytes[position + 2] == 0x54,
      bytes[position + 1] == 0x20, bytes[position + 4] == 10,
      bytes[position] == 0x30 || bytes[position] == 0x33
    else { return nil }
    position += 5
    return Int(bytes[position - 5] - 0x30)
  }

  /// A number below ``heads`` that words beginning at `position` mostly share with no others: of `/F3 12.5 Tf` it takes
  /// the font's digit and the size's.
  func head(at position: Int) -> Int {
    guard position + 7 < bytes.count else { return 0 }
    let sum =
      7 &* bytes[position + 2] &+ 3 &* bytes[position + 4] &+ bytes[position + 5] &+ 5 &* bytes[position + 7]
    return Int(sum) & (Self.heads - 1)
  }

  static let heads = 64

  /// Passes over the end of a line, if it stands here; says whether it did.
  mutating func skipLineEnd() -> Bool {
    guard position < bytes.count, bytes[position] == 10 else { return false }
    position += 1
    return true
  }

  /// Passes over a space, if it stands here; says whether it did.
  mutating func skipSpace() -> Bool {
    guard position < bytes.count, bytes[position] == 0x20 else { return false }
    position += 1
    return true
  }

  /// Reads a code of four hexadecimal digits and the units of the text it stands for, in the spelling that most have:
  /// `<0012><06440627>` and the line's end; where they are spelled otherwise nothing is read.
  mutating func codeAndText(_ units: inout [UInt16]) -> Int? {
    units.removeAll(keepingCapacity: true)
    var place = position
    guard let code = Self.codeAndText(in: bytes.span, &place, &units) else { return nil }
    position = place
    return code
  }

  private static func codeAndText(
    in bytes: Span<UInt8>, _ place: inout Int, _ units: inout [UInt16]
  ) -> Int? {
    guard place + 7 < bytes.count, bytes[place] == 0x3C, let code = fourDigits(in: bytes, at: place + 1),
      bytes[place + 5] == 0x3E, bytes[place + 6] == 0x3C
    else { return nil }
    place += 7
    while place + 5 < bytes.count, let unit = fourDigits(in: bytes, at: place) {
      units.append(UInt16(unit))
      place += 4
    }
    guard !units.isEmpty, skip(0x3E, in: bytes, &place), skip(0x0A, in: bytes, &place) else { return nil }
    return code
  }

  private static func fourDigits(in bytes: Span<UInt8>, at place: Int) -> Int? {
    var digits: UInt32 = 0
    for index in 0..<4 { digits |= UInt32(bytes[place + index]) << UInt32(8 * index) }
    return hexadecimal(digits)
  }
}
