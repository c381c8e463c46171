/// A field's name, with the sum of its bytes that it is found by.
///
/// Swift hashes a text that isn't ASCII by normalizing it, at a thousand instructions for a name: more than it takes
/// to compare the sums of a whole record.
public struct FieldKey: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The sum: one for all spellings that Unicode holds for the same text.
  @usableFromInline let sum: Int

  /// The key of a name.
  public init(_ name: String) {
    self.name = name
    sum = Self.sum(of: name) ?? Self.sum(ofComposed: CanonicalComposition.compose(name))
  }

  /// Adds the sum.
  public func hash(into hasher: inout Hasher) { hasher.combine(sum) }

  /// Whether both are the same name.
  @inlinable public static func == (a: Self, b: Self) -> Bool { a.sum == b.sum && a.name == b.name }

  /// The sum of a name's bytes; `nil` where one of its characters may take part in a composition.
  private static func sum(of name: String) -> Int? {
    let bytes = name.utf8.span
    var sum = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard isInert(byte) else { return nil }
      sum = 31 &* sum &+ Int(byte)
    }
    return sum
  }

  /// Whether a byte belongs to ASCII or to a letter or digit of Arabic: marks have others, and other scripts begin
  /// with others.
  private static func isInert(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x80, 0x81...0x8A, 0xA1...0xBA, 0xD8, 0xD9: true
    default: false
    }
  }

  /// The places of keys in the order of their names.
  public static func placesByName(_ keys: [Self]) -> [Int] {
    // Swift normalizes texts that aren't ASCII to compare them; where nothing is to be composed the bytes have the
    // same order.
    let isInert = keys.map { sum(of: $0.name) != nil }
    return keys.indices.sorted { a, b in
      isInert[a] && isInert[b] ? keys[a].hasBytes(before: keys[b]) : keys[a].name < keys[b].name
    }
  }

  private func hasBytes(before other: Self) -> Bool {
    let (own, others) = (name.utf8.span, other.name.utf8.span)
    for index in 0..<min(own.count, others.count) where own[index] != others[index] {
      return own[index] < others[index]
    }
    return own.count < others.count
  }

  private static func sum(ofComposed name: String) -> Int {
    name.utf8.reduce(0) { 31 &* $0 &+ Int($1) }
  }
}
