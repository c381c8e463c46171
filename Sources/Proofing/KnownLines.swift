import Deflate
import Geometry
import Synchronization

/// Lines of text by their bytes: a template's own words return from letter to letter at the same places, and needn't
/// be taken apart again.
///
/// A line is the codes of one baseline, one behind the other, each in its own `Tf`, `Td` or `Tm`, and `Tj`, with rendering modes
/// between them and nothing else. One serves every thread; it holds the lines met last.
final class KnownLines: Sendable {
  /// What the words before a code have set.
  struct State: Hashable {
    /// The font's place among the page's fonts.
    var font = 0
    var size: Points = 0
    var origin = Point.zero
    var isDrawn = true
  }

  /// What a line is looked for by: its first code.
  struct Key: Hashable {
    private var x: Points
    private var y: Points
    private var size: Points
    private var code: Int
    private var font: Int
    private var isDrawn: Bool

    init(_ state: State, code: Int) {
      (x, y, size) = (state.origin.x, state.origin.y, state.size)
      (self.code, font, isDrawn) = (code, state.font, state.isDrawn)
    }
  }

  /// What stands behind a line's first code: one object, for it is looked up more often than read.
  final class Rest: Sendable {
    /// The names of its page's fonts, one behind the other.
    let names: [UInt8]
    /// The fonts that its codes are of, by their places among the page's.
    let fonts: [(place: Int, mark: PrintedFont.Mark)]
    let bytes: [UInt8]
    /// What it shows.
    let codes: [PrintedCode]
    let text: [Unicode.Scalar]
    /// What is set behind it.
    let state: State

    init(
      names: [UInt8], fonts: [(place: Int, mark: PrintedFont.Mark)], bytes: [UInt8], codes: [PrintedCode],
      text: [Unicode.Scalar], state: State
    ) {
      (self.names, self.fonts, self.bytes) = (names, fonts, bytes)
      (self.codes, self.text, self.state) = (codes, text, state)
    }

    /// How many bytes it has.
    var count: Int { bytes.count }

    /// Whether its codes show on a page of these fonts what they showed before.
    func isOf(_ fonts: [PrintedFont]) -> Bool {
      self.fonts.allSatisfy { fonts[$0.place].mark === $0.mark }
    }
  }

  /// Lines by what they are looked for by; without what stands behind it, one that was met once.
  private struct Lines {
    /// Those met since the others grew old.
    var young: [Key: Rest?] = [:]
    var old: [Key: Rest?] = [:]

    /// A line that was met; it is young again.
    mutating func line(_ key: Key) -> Rest?? {
      if let young = young[key] { return young }
      guard let old = old.removeValue(forKey: key) else { return nil }
      keep(old, as: key)
      return old
    }

    mutating func keep(_ rest: Rest?, as key: Key) {
      if young.count >= KnownLines.limit {
        old = young
        young = [:]
      }
      young[key] = .some(rest)
    }
  }

  private let lines = Mutex(Lines())
  /// How many lines are young at the most: the lines of some ten letters that are in no other.
  private static let limit = 256
  /// Fewer codes are read as quickly as they are looked for.
  private static let leastCodes = 4

  /// What stands at `start` behind a line's first code on a page whose fonts have these names, if it is known by all its
  /// bytes.
  func rest(of key: Key, names: [UInt8], in bytes: [UInt8], at start: Int) -> Rest? {
    let found = lines.withLock { $0.line(key) }
    guard let found = found ?? nil, found.names == names, found.count <= bytes.count - start,
      bytes[start..<start + found.count].hasSameBytes(as: found.bytes[...])
    else { return nil }
    return found
  }

  /// Keeps what stands behind a line's first code, so many codes, once a line that begins so is met again: most that
  /// vary are never.
  func keep(_ key: Key, codes: Int, _ rest: () -> Rest) {
    guard codes >= Self.leastCodes else { return }
    lines.withLock { lines in
      lines.keep(lines.line(key) == nil ? nil : rest(), as: key)
    }
  }
}
