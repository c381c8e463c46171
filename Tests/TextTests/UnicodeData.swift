import FoundationEssentials
import Testing

/// The test files of the Unicode Character Database, as Debian's `unicode-data` installs them.
enum UnicodeData {
  static let folder = "/usr/share/unicode/"

  /// A whole file's bytes.
  static func bytes(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [UInt8] {
    let data = try? Data(contentsOf: URL(filePath: folder + name))
    return [UInt8](
      try #require(
        data, "\(folder + name) is missing: apt-get install unicode-data", sourceLocation: sourceLocation))
  }

  /// The lines of a file without comments and empty lines.
  static func lines(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [Substring] {
    String(decoding: try bytes(name, sourceLocation: sourceLocation), as: UTF8.self)
      .split(separator: "\n").map { $0.prefix { $0 != "#" } }.filter { !$0.isEmpty }
  }
}

/// Reads words and lines of a large file without making strings of them.
struct WordReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A word of a line, or what ends it; a word's first four bytes are packed into one number.
  enum Token: Equatable {
    case word(UInt32)
    case semicolon
    case endOfLine
    case endOfFile
  }

  mutating func next() -> Token {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case 0x20, 0x09, 0x0D: continue
      case 0x0A: return .endOfLine
      case 0x3B: return .semicolon
      case 0x23:
        while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      default: return .word(word(from: byte))
      }
    }
    return .endOfFile
  }

  private mutating func word(from first: UInt8) -> UInt32 {
    var word = UInt32(first)
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 0x20 || byte == 0x3B { break }
      word = word << 8 | UInt32(byte)
      at += 1
    }
    return word
  }

  /// The number a short name is read as.
  static func packed(_ name: String) -> UInt32 { name.utf8.reduce(0) { $0 << 8 | UInt32($1) } }
}
