import CICU
import Synchronization

/// ICU's bidi algorithm and break iterators, borrowed for one analysis at a time.
///
/// Opening a break iterator costs more than analysing a paragraph with it, so they are kept: at most
/// as many as ever worked at once. The break rules are those of the root locale, untailored.
struct UnicodeAnalyzer: ~Copyable {
  private struct Handle: @unchecked Sendable { var pointer: OpaquePointer }
  private static let idle = Mutex<[Handle]>([])

  private let handle: OpaquePointer

  init() {
    guard let handle = Self.idle.withLock({ $0.popLast() })?.pointer ?? cicu_analyzer_open() else {
      preconditionFailure("ICU's own data can't be read: libicudata is damaged")
    }
    self.handle = handle
  }

  deinit {
    let handle = Handle(pointer: handle)
    Self.idle.withLock { $0.append(handle) }
  }

  /// The embedding level of each UTF-16 unit, and the paragraph's (UAX #9).
  borrowing func bidiLevels(of text: [UInt16], base: BidiLevels.Base) -> BidiLevels {
    var levels = [UInt8](repeating: 0, count: text.count)
    var resolved: UInt8 = 0
    let failure = cicu_bidi_levels(handle, text, Int32(text.count), base.code, &levels, &resolved)
    return failure == 0 ? BidiLevels(levels: levels, base: resolved) : BidiLevels(levels: levels, base: 0)
  }

  /// Where lines may end, for each offset 0…count (UAX #14).
  borrowing func lineBreaks(in text: [UInt16]) -> [LineBreakOpportunity] {
    breaks(in: text, by: cicu_line_breaks).map { LineBreakOpportunity(rawValue: $0) ?? .prohibited }
  }

  /// Whether a grapheme cluster ends at each offset 0…count (UAX #29).
  borrowing func graphemeBreaks(in text: [UInt16]) -> [Bool] {
    breaks(in: text, by: cicu_grapheme_breaks).map { $0 != 0 }
  }

  private typealias BreakFunction = (
    OpaquePointer?, UnsafePointer<UInt16>?, Int32, UnsafeMutablePointer<UInt8>?
  ) -> Int32

  private borrowing func breaks(in text: [UInt16], by function: BreakFunction) -> [UInt8] {
    var breaks = [UInt8](repeating: 0, count: text.count + 1)
    _ = function(handle, text, Int32(text.count), &breaks)
    return breaks
  }
}

/// Whether a line may end at an offset (UAX #14).
enum LineBreakOpportunity: UInt8 {
  /// It may not.
  case prohibited
  /// It may.
  case allowed
  /// It must.
  case mandatory
}
