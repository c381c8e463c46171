import CICU
import Synchronization

/// ICU's break iterators, borrowed for one analysis at a time.
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

  /// Where lines may end, for each offset 0…count (UAX #14).
  borrowing func lineBreaks(in text: [UInt16]) -> [LineBreakOpportunity] {
    LineBreakOpportunity.plain(in: text) ?? completeLineBreaks(in: text)
  }

  /// The same, always by the whole algorithm.
  borrowing func completeLineBreaks(in text: [UInt16]) -> [LineBreakOpportunity] {
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
