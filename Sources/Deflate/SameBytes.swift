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
  /// Whether the same bytes as in `range` stand at `place`: a few of them, compared by eight.
  @inlinable public func hasSameBytes(at place: Int, as range: Range<Int>) -> Bool {
    guard place >= 0, place <= count - range.count, range.lowerBound >= 0, range.upperBound <= count else {
      return false
    }
    let (other, count) = (range.lowerBound, range.count)
    return withUnsafeBytes { bytes in
      func differ(at offset: Int) -> Bool {
        bytes.loadUnaligned(fromByteOffset: place &+ offset, as: UInt64.self)
          != bytes.loadUnaligned(fromByteOffset: other &+ offset, as: UInt64.self)
      }
      var offset = 0
      while offset &+ 8 <= count {
        if differ(at: offset) { return false }
        offset &+= 8
      }
      guard count < 8 else { return offset == count || !differ(at: count &- 8) }
      while offset < count {
        if bytes[place &+ offset] != bytes[other &+ offset] { return false }
        offset &+= 1
      }
      return true
    }
  }

  /// Eight bytes as one number, the first of least weight; 0 where fewer are left.
  @inlinable public func eightBytes(at place: Int) -> UInt64 {
    guard place >= 0, place <= count - 8 else { return 0 }
    return withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
  }
}
