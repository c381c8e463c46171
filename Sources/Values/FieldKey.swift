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
    var beginnings = keys.indices.map { Beginning(of: keys[$0].name, at: $0) }
    beginnings.sort { a, b in
      guard a.isInert, b.isInert else { return keys[a.place].name < keys[b.place].name }
      return a.bytes == b.bytes ? keys[a.place].hasBytes(before: keys[b.place]) : a.bytes < b.bytes
    }
    return beginnings.map(\.place)
  }

  private func hasBytes(before other: Self) -> Bool {
    let (own, others) = (name.utf8.span, other.name.utf8.span)
    for index in 0..<min(own.count, others.count) where own[index] != others[index] {
      return own[index] < others[index]
    }
    return own.count < others.count
  }

  /// How a name begins, which mostly tells its place among others.
  ///
  /// Swift normalizes texts that aren't ASCII to compare them; where nothing is to be composed the bytes have the same
  /// order.
  private struct Beginning {
    /// The name's place among the keys.
    let place: Int
    /// Its first eight bytes, the first of most weight.
    let bytes: UInt64
    /// Whether none of its characters may take part in a composition.
    let isInert: Bool

    init(of name: String, at place: Int) {
      self.place = place
      let span = name.utf8.span
      var (bytes, isInert) = (UInt64(0), true)
      for index in span.indices {
        if index < 8 { bytes |= UInt64(span[index]) << UInt64(56 - 8 * index) }
        if !FieldKey.isInert(span[index]) { isInert = false }
      }
      (self.bytes, self.isInert) = (bytes, isInert)
    }
  }

  private static func sum(ofComposed name: String) -> Int {
    name.utf8.reduce(0) { 31 &* $0 &+ Int($1) }
  }
}
