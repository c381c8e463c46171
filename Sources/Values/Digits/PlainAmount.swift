/// The short way to read an amount as most are written: `1500`, `1500.5`, `1,500.00`.
enum PlainAmount {
  /// The amount in its smallest coins; `nil` for any other form, and for what could be wrong or mean two amounts.
  static func minorUnits(of text: String) -> Int64? {
    let bytes = text.utf8.span
    // No letter states an amount of more digits before its point.
    guard (1...15).contains(bytes.count) else { return nil }
    var units: Int64 = 0
    var count = 0
    var group: Int?
    var decimals: Int?
    for index in bytes.indices {
      switch bytes[index] {
      case let byte where byte >= 0x30 && byte <= 0x39:
        units = 10 * units + Int64(byte - 0x30)
        count += 1
      case UInt8(ascii: ","):
        let isAfterGroup = group.map { count - $0 == 3 } ?? ((1...3).contains(count) && bytes[0] != 0x30)
        guard decimals == nil, isAfterGroup else { return nil }
        group = count
      case UInt8(ascii: "."):
        guard decimals == nil, count > 0, endsGroup(group, at: count) else { return nil }
        decimals = count
      default: return nil
      }
    }
    guard let point = decimals else { return endsGroup(group, at: count) ? 100 * units : nil }
    switch count - point {
    case 0: return 100 * units
    case 1: return 10 * units
    case 2: return units
    default: return nil
    }
  }

  /// Whether a group of three digits, where there are groups, is whole.
  private static func endsGroup(_ start: Int?, at count: Int) -> Bool {
    start.map { count - $0 == 3 } ?? true
  }
}
