import Deflate

/// A page's codes stand in the same words over and over; what was read once needn't be taken apart again.
extension OperatorScanner {
  /// Reads a code that is shown in the same words as an earlier one; without such words nothing is read.
  ///
  /// The words are `head`, the code's first coordinate, `middle`, four hexadecimal digits, and `>Tj` with the line's end.
  mutating func repeated(_ head: Range<Int>, _ middle: Range<Int>) -> (x: Double, code: Int)? {
    let start = position
    if skip(head), position < bytes.count, Self.isDigit(bytes[position]) {
      let x = number()
      if skip(middle), let code = fourDigits(), skips(Self.showing) { return (x, code) }
    }
    position = start
    return nil
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

  static let heads = 16

  private static let showing = Array(">Tj\n".utf8)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Passes over the end of a line, if it stands here.
  mutating func skipLineEnd() { if position < bytes.count, bytes[position] == 10 { position += 1 } }

  /// Passes over the bytes that stand at `range` as well; false if others stand here.
  private mutating func skip(_ range: Range<Int>) -> Bool {
    guard bytes.hasSameBytes(at: position, as: range) else { return false }
    position += range.count
    return true
  }

  private mutating func skips(_ syntax: [UInt8]) -> Bool {
    guard position + syntax.count <= bytes.count else { return false }
    for offset in 0..<syntax.count where syntax[offset] != bytes[position + offset] { return false }
    position += syntax.count
    return true
  }

  private mutating func fourDigits() -> Int? {
    guard position + 4 <= bytes.count else { return nil }
    var code = 0
    for index in position..<position + 4 {
      switch bytes[index] {
      case 0x30...0x39: code = code << 4 | Int(bytes[index] - 0x30)
      case 0x41...0x46: code = code << 4 | Int(bytes[index] - 0x37)
      default: return nil
      }
    }
    position += 4
    return code
  }
}
