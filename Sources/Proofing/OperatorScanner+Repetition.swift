import Deflate
import Geometry

/// A page's codes stand in the same words over and over; what was read once needn't be taken apart again.
extension OperatorScanner {
  /// A code in the words that most have: where it stands, and which it is.
  struct PlacedCode {
    var x: Double
    var y: Double
    var code: Int
  }

  /// Reads a code that is shown in words that begin as those of an earlier one; where they go on otherwise nothing is
  /// read.
  ///
  /// The words are `head`, two coordinates, `Tm`, a string of four hexadecimal digits, and `Tj` with the line's end.
  mutating func repeated(_ head: Range<Int>) -> PlacedCode? {
    guard bytes.hasSameBytes(at: position, as: head) else { return nil }
    var place = position + head.count
    guard let x = shortCoordinate(&place) ?? Self.coordinate(in: bytes.span, &place),
      let y = baseline(&place), let code = shownCode(&place)
    else { return nil }
    position = place
    return PlacedCode(x: x, y: y, code: code)
  }

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
  private func shownCode(_ place: inout Int) -> Int? {
    let word = bytes.eightBytes(at: place)
    guard word >> 32 == Self.endOfCode else { return nil }
    var code = 0
    for shift in stride(from: 0, to: 32, by: 8) {
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift))
      switch digit {
      case 0x30...0x39: code = code << 4 | Int(digit &- 0x30)
      case 0x41...0x46: code = code << 4 | Int(digit &- 0x37)
      default: return nil
      }
    }
    place += 8
    return code
  }

  /// `>Tj` and the line's end, the first of least weight.
  private static var endOfCode: UInt64 { 0x0A6A_543E }

  /// Reads a coordinate of at most seven digits and a point, a space behind them: most are as short.
  private func shortCoordinate(_ place: inout Int) -> Double? {
    var rest = bytes.eightBytes(at: place)
    var (value, length, point) = (0, 0, -1)
    while length < 8 {
      let byte = UInt8(truncatingIfNeeded: rest)
      let digit = byte &- 0x30
      if digit < 10 {
        value = value &* 10 &+ Int(digit)
      } else if byte == 0x2E, point < 0, length > 0 {
        point = length
      } else {
        guard byte == 0x20, length > 0 else { return nil }
        place += length
        return Self.number(value, decimals: point < 0 ? 0 : length - point - 1, isNegative: false)
      }
      length += 1
      rest >>= 8
    }
    return nil
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
    var code = 0
    for index in place..<place + 4 {
      switch bytes[index] {
      case 0x30...0x39: code = code << 4 | Int(bytes[index] - 0x30)
      case 0x41...0x46: code = code << 4 | Int(bytes[index] - 0x37)
      default: return nil
      }
    }
    return code
  }
}
