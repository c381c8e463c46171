/// Where a code's text or ink is in a line's or font's store, in half the memory of a range: pages have more than a
/// thousand codes, which are copied from step to step.
struct StoreRange {
  private let start: UInt32
  private let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}
