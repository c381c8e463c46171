import CDeflate

/// Bits in the making, the least significant of a byte first (RFC 1951, 3.1.1).
///
/// It writes into memory of its user, who has room for all bits and for eight bytes more.
struct BitWriter {
  private let base: UnsafeMutableRawPointer
  private let capacity: Int
  private var pending: UInt64 = 0
  private var pendingCount = 0
  /// How many whole bytes there are.
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
    guard let address = buffer.baseAddress else { preconditionFailure("no memory to write bits into") }
    base = UnsafeMutableRawPointer(address)
    capacity = buffer.count
  }

  /// Adds the low `count` bits of `bits`, at most 56; the others are 0.
  @inline(__always)
  mutating func add(_ bits: UInt64, count: Int) {
    pending |= bits << UInt64(truncatingIfNeeded: pendingCount)
    pendingCount += count
    precondition(self.count + 8 <= capacity)
    base.storeBytes(of: pending.littleEndian, toByteOffset: self.count, as: UInt64.self)
    self.count += pendingCount >> 3
    pending >>= UInt64(truncatingIfNeeded: pendingCount & ~7)
    pendingCount &= 7
  }

  /// Adds bytes as they are, in a code for literals.
  @inline(__always)
  mutating func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, in code: HuffmanCode) {
    // A byte takes two at most.
    precondition(count + 2 * bytes.count + 8 <= capacity)
    var (pending, pendingCount, count) = (pending, pendingCount, count)
    code.withBits { bits in
      for byte in UnsafeBufferPointer(rebasing: bytes) {
        let own = bits[Int(byte)]
        pending |= UInt64(own & 0xFFFF) &<< UInt64(truncatingIfNeeded: pendingCount)
        pendingCount &+= Int(own >> 16)
        guard pendingCount >= 32 else { continue }
        base.storeBytes(
          of: UInt32(truncatingIfNeeded: pending).littleEndian, toByteOffset: count, as: UInt32.self)
        count &+= 4
        pending &>>= 32
        pendingCount &-= 32
      }
    }
    (self.pending, self.count, self.pendingCount) = (pending, count, pendingCount)
    add(0, count: 0)
  }

  /// Adds the first `count` bits of `words`, the lowest of each first; what follows them in the last word is 0.
  mutating func add(_ words: ArraySlice<UInt64>, count: Int) {
    precondition(self.count + 8 * words.count + 8 <= capacity && count <= 64 * words.count)
    let shift = UInt64(truncatingIfNeeded: pendingCount)
    words.withUnsafeBufferPointer { words in
      for word in words {
        let next = pending | word &<< shift
        base.storeBytes(of: next.littleEndian, toByteOffset: self.count, as: UInt64.self)
        self.count += 8
        pending = shift == 0 ? 0 : word &>> (64 - shift)
      }
    }
    base.storeBytes(of: pending.littleEndian, toByteOffset: self.count, as: UInt64.self)
    // What is no bit of the last word is written over: whole bytes stay, the rest is pending again.
    let written = 8 * self.count + pendingCount - (64 * words.count - count)
    self.count = written >> 3
    pendingCount = written & 7
    pending = pendingCount == 0 ? 0 : UInt64(base.load(fromByteOffset: self.count, as: UInt8.self))
  }

  /// Fills the last byte up with zero bits.
  mutating func align() { if pendingCount > 0 { add(0, count: 8 - pendingCount) } }

  /// Adds a whole byte, between bits as well.
  mutating func add(byte: UInt8) { add(UInt64(byte), count: 8) }

  /// Begins a zlib stream (RFC 1950): deflated, a window of 32 KiB, compressed fast.
  mutating func addZlibHeader() {
    add(byte: 0x78)
    add(byte: 0x01)
  }

  /// Ends it with the Adler-32 checksum of all that was compressed.
  mutating func add(checksumOf bytes: UnsafeBufferPointer<UInt8>) {
    align()
    let checksum = libdeflate_adler32(1, bytes.baseAddress, bytes.count)
    for shift in [24, 16, 8, 0] as [UInt32] { add(byte: UInt8(truncatingIfNeeded: checksum >> shift)) }
  }
}
