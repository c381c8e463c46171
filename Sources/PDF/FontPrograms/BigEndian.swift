/// Big-endian numbers in a font file's bytes (OpenType, "Data types").
extension [UInt8] {
  /// The unsigned 16-bit number at `offset`; 0 beyond the end, so that a damaged file can't crash.
  func u16(_ offset: Int) -> Int {
    guard offset >= 0, offset + 2 <= count else { return 0 }
    return Int(self[offset]) << 8 | Int(self[offset + 1])
  }

  /// The signed 16-bit number at `offset`.
  func i16(_ offset: Int) -> Int { Int(Int16(truncatingIfNeeded: u16(offset))) }

  /// The unsigned 32-bit number at `offset`.
  func u32(_ offset: Int) -> Int { u16(offset) << 16 | u16(offset + 2) }

  mutating func append(u16 number: Int) {
    append(UInt8(truncatingIfNeeded: number >> 8))
    append(UInt8(truncatingIfNeeded: number))
  }

  mutating func append(u32 number: Int) {
    append(u16: number >> 16)
    append(u16: number)
  }

  mutating func set(u16 number: Int, at offset: Int) {
    self[offset] = UInt8(truncatingIfNeeded: number >> 8)
    self[offset + 1] = UInt8(truncatingIfNeeded: number)
  }

  mutating func set(u32 number: Int, at offset: Int) {
    set(u16: number >> 16, at: offset)
    set(u16: number, at: offset + 2)
  }

  /// Adds zero bytes until the length is a multiple of four.
  mutating func pad() {
    while count & 3 != 0 { append(0) }
  }
}
