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
    guard let code = Self.placedCode(in: bytes.span, &place) else { return nil }
    position = place
    return code
  }

  private static func placedCode(in bytes: Span<UInt8>, _ place: inout Int) -> PlacedCode? {
    guard let x = coordinate(in: bytes, &place), skip(0x20, in: bytes, &place),
      let y = coordinate(in: bytes, &place), place + ending <= bytes.count, bytes[place] == 0x20,
      bytes[place + 1] == 0x54, bytes[place + 2] == 0x6D, bytes[place + 3] == 0x20,
      bytes[place + 4] == 0x3C, let code = fourDigits(in: bytes, at: place + 5), bytes[place + 9] == 0x3E,
      bytes[place + 10] == 0x54, bytes[place + 11] == 0x6A, bytes[place + 12] == 0x0A
    else { return nil }
    place += ending
    return PlacedCode(x: x, y: y, code: code)
  }

  /// How long ` Tm <0000>Tj` and the line's end are.
  private static let ending = 13

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
    var value = 0
    let start = place
    while place < bytes.count, bytes[place] &- 0x30 < 10 {
      value = value &* 10 &+ Int(bytes[place] &- 0x30)
      place += 1
    }
    var digits = place - start
    guard digits > 0 else { return nil }
    var decimals = 0
    if place < bytes.count, bytes[place] == 0x2E {
      place += 1
      let point = place
      while place < bytes.count, bytes[place] &- 0x30 < 10 {
        value = value &* 10 &+ Int(bytes[place] &- 0x30)
        place += 1
      }
      decimals = place - point
      digits += decimals
    }
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
