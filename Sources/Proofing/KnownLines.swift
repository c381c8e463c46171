import Deflate
import Geometry
import Synchronization

/// Lines of text by their bytes: a template's own words return from letter to letter at the same places, and needn't
/// be taken apart again.
///
/// A line is the codes of one baseline, one behind the other, each in its own `Tf`, `Tm` and `Tj`, with rendering modes
/// between them and nothing else. One serves every thread; it holds the lines met last.
final class KnownLines: Sendable {
  /// A code as the words before it place it.
  struct Code {
    /// The font's place among the page's fonts.
    var font: Int
    var code: Int
    var size: Points
    var origin: Point
    var isDrawn: Bool
  }

  /// What a line is looked for by: its first code.
  struct Key: Hashable {
    private var x: Points
    private var y: Points
    private var size: Points
    private var code: Int
    private var font: Int
    private var isDrawn: Bool

    init(_ first: Code) {
      (x, y, size) = (first.origin.x, first.origin.y, first.size)
      (code, font, isDrawn) = (first.code, first.font, first.isDrawn)
    }
  }

  /// What stands behind a line's first code.
  struct Rest {
    /// The names of its page's fonts, which its codes count, one behind the other.
    var fonts: [UInt8]
    var bytes: ArraySlice<UInt8>
    var codes: [Code]

    /// How many bytes it has.
    var count: Int { bytes.count }
  }

  private struct Lines {
    /// Those met since the others grew old.
    var young: [Key: Rest] = [:]
    var old: [Key: Rest] = [:]
  }

  private let lines = Mutex(Lines())
  /// How many lines are young at the most: the lines of some ten letters that are in no other.
  private static let limit = 256
  /// Fewer codes are read as quickly as they are looked for.
  private static let leastCodes = 4

  /// What stands at `start` behind a line's first code on a page of these fonts, if it is known by all its bytes.
  func rest(of key: Key, fonts: [UInt8], in bytes: [UInt8], at start: Int) -> Rest? {
    let found = lines.withLock { lines -> Rest? in
      if let young = lines.young[key] { return young }
      guard let old = lines.old.removeValue(forKey: key) else { return nil }
      Self.keep(old, as: key, in: &lines)
      return old
    }
    guard let found, found.fonts == fonts, found.count <= bytes.count - start,
      bytes[start..<start + found.count].hasSameBytes(as: found.bytes)
    else { return nil }
    return found
  }

  /// Keeps what stands behind a line's first code.
  func keep(_ rest: Rest, as key: Key) {
    guard rest.codes.count >= Self.leastCodes else { return }
    lines.withLock { Self.keep(rest, as: key, in: &$0) }
  }

  private static func keep(_ rest: Rest, as key: Key, in lines: inout Lines) {
    if lines.young.count >= limit {
      lines.old = lines.young
      lines.young = [:]
    }
    lines.young[key] = rest
  }
}
