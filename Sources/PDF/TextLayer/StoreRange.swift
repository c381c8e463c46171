/// Where a code's text or ink is in a line's or font's store, in half the memory of a range: pages have more than a
/// thousand codes, which are copied from step to step.
@propertyWrapper
struct StoreRange {
  private var start: UInt32
  private var end: UInt32

  init(wrappedValue range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  var wrappedValue: Range<Int> {
    get { Int(start)..<Int(end) }
    set { self = StoreRange(wrappedValue: newValue) }
  }
}
