import Foundation

/// Standard input line by line, each as soon as it is there.
struct LineInput {
  /// The longest line that is kept; of a longer one, what is beyond is dropped and the line isn't valid any more.
  static let lineLimit = 16 << 20

  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The next line without its end; `nil` at the end of the input.
  mutating func next() -> [UInt8]? {
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
      let more = FileHandle.standardInput.availableData
      if more.isEmpty { isAtEnd = true }
      if buffer.count < Self.lineLimit { buffer += more } else { buffer += more.filter { $0 == 0x0A } }
    }
  }
}
