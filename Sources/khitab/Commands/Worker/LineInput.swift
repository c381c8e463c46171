import Glibc
import Issuing

/// Standard input line by line, each as soon as it is there.
struct LineInput {
  /// The longest line that is kept; of a longer one, what is beyond is dropped and the line isn't valid any more.
  static let lineLimit = 16 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The next line without its end; `nil` at the end of the input.
  /// - Throws: `IssuingError` where nothing can be read: that isn't the input's end.
  mutating func next() throws(IssuingError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? Array(buffer[start...]) : nil
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      let more = try Self.more()
      if more.isEmpty { isAtEnd = true }
      // Other lines may have come with the end of one that is too long.
      buffer += buffer.count < Self.lineLimit ? more[...] : more.drop { $0 != 0x0A }
    }
  }

  /// What there is to be read by now, as much as is read at once; nothing at the end.
  private static func more() throws(IssuingError) -> [UInt8] {
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, filled in
        unsafe count = read(STDIN_FILENO, room.baseAddress, room.count)
        filled = max(0, count)
      }
      if count >= 0 { return bytes }
      guard errno == EINTR else {
        throw .unreadable(path: "/dev/stdin", reason: .other(unsafe String(cString: strerror(errno))))
      }
    }
  }
}
