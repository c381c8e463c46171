/// Bytes read as little-endian numbers; nothing outside them is ever read.
struct LittleEndianBytes {
  let bytes: [UInt8]

  /// The 16-bit number at `offset`.
  func word(at offset: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - 2 else { return nil }
    return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  /// The 32-bit number at `offset`.
  func doubleWord(at offset: Int) -> Int? {
    guard let low = word(at: offset), let high = word(at: offset + 2) else { return nil }
    return low | high << 16
  }

  /// The 64-bit number at `offset`, if it fits an `Int`.
  func quadWord(at offset: Int) -> Int? {
    guard let low = doubleWord(at: offset), let high = doubleWord(at: offset + 4), high < 1 << 31 else {
      return nil
    }
    return low | high << 32
  }

  /// The bytes of a range, if all of it is there.
  func slice(_ offset: Int, count: Int) -> ArraySlice<UInt8>? {
    guard offset >= 0, count >= 0, offset <= bytes.count - count else { return nil }
    return bytes[offset..<offset + count]
  }
}
