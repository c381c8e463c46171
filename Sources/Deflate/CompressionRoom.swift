/// Memory that streams are compressed into, kept from one to the next: so much memory is dear to get and to give back.
///
/// It belongs to one thread.
public final class CompressionRoom {
  private var room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 17)

  /// Room for an ordinary page.
  public init() {}

  deinit { room.deallocate() }

  /// What `write` puts into at least `capacity` bytes; it gives back how many it used.
  func bytes(capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) -> [UInt8] {
    if room.count < capacity {
      room.deallocate()
      room = .allocate(capacity: max(capacity, 2 * room.count))
    }
    return Array(room[..<write(room)])
  }
}
