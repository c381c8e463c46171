import Glibc

extension ArraySlice<UInt8> {
  /// Whether two stretches hold the same bytes, told by words of the machine and not byte by byte.
  public func hasSameBytes(as other: ArraySlice<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { others in
        guard let a = own.baseAddress, let b = others.baseAddress else { return true }
        return memcmp(a, b, own.count) == 0
      }
    }
  }
}

extension [UInt8] {
  /// Whether the same bytes as in `range` stand at `place`.
  ///
  /// A few are told apart sooner by words of the machine than by asking the library.
  @inline(__always)
  public func hasSameBytes(at place: Int, as range: Range<Int>) -> Bool {
    let length = range.count
    guard place >= 0, place + length <= count, range.upperBound <= count else { return false }
    return withUnsafeBytes { bytes in
      var at = 0
      while at + 8 <= length {
        guard bytes.isSameWord(place + at, range.lowerBound + at) else { return false }
        at += 8
      }
      // The last eight once more, so that no byte is left.
      if at < length, length >= 8 { return bytes.isSameWord(place + length - 8, range.upperBound - 8) }
      while at < length, bytes[place + at] == bytes[range.lowerBound + at] { at += 1 }
      return at == length
    }
  }
}

extension UnsafeRawBufferPointer {
  @inline(__always)
  fileprivate func isSameWord(_ a: Int, _ b: Int) -> Bool {
    loadUnaligned(fromByteOffset: a, as: UInt64.self) == loadUnaligned(fromByteOffset: b, as: UInt64.self)
  }
}
