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
  public func hasSameBytes(at place: Int, as range: Range<Int>) -> Bool {
    guard place >= 0, place + range.count <= count, range.upperBound <= count else { return false }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return true }
      return memcmp(base + place, base + range.lowerBound, range.count) == 0
    }
  }
}
