/// PDF syntax in the making that is added in many short lines, each put together in place.
struct SyntaxBuffer: ~Copyable {
  private var room: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes were added.
  private(set) var count = 0

  /// An empty buffer with room for `capacity` bytes; it grows as needed.
  init(capacity: Int) { room = .allocate(capacity: max(1, capacity)) }

  deinit { room.deallocate() }

  /// The bytes, as long as `body` runs.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: room[..<count]))
  }

  /// Begins anew in the same memory.
  mutating func removeAll() { count = 0 }

  /// Adds at most `capacity` bytes of syntax that `body` puts together.
  @inline(__always)
  mutating func add(atMost capacity: Int, _ body: (inout SyntaxLine) -> Void) {
    if room.count - count < capacity { grow(by: capacity) }
    var line = SyntaxLine(UnsafeMutableBufferPointer(rebasing: room[count..<count + capacity]))
    body(&line)
    count += line.count
  }

  /// Adds syntax that is written out in the program.
  mutating func add(_ syntax: StaticString) {
    add(atMost: syntax.utf8CodeUnitCount) { line in
      syntax.withUTF8Buffer { line.add($0) }
    }
  }

  private mutating func grow(by capacity: Int) {
    let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(2 * room.count, count + capacity))
    _ = larger.update(fromContentsOf: room[..<count])
    room.deallocate()
    room = larger
  }
}
