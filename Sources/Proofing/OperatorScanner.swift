/// Reads a content stream operator by operator (ISO 32000-1, 7.8.2), with the operands before each.
///
/// A letter's stream holds a few thousand operators, so no token becomes a value of its own.
struct OperatorScanner {
  /// An operator's name: up to eight ASCII characters in one number, of a longer name the last eight.
  struct Operator: Hashable {
    fileprivate(set) var code: UInt64 = 0

    fileprivate init() {}

    /// The operator of two characters.
    init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
      code = UInt64(first.value) << 8 | UInt64(second.value)
    }

    /// The operator called `name`.
    init(_ name: StaticString) {
      for byte in name.description.utf8 { code = code << 8 | UInt64(byte) }
    }
  }

  /// The numbers before an operator, the first six: no operator takes more.
  struct Numbers {
    private(set) var count = 0
    private var values = InlineArray<6, Double>(repeating: 0)

    subscript(index: Int) -> Double { values[index] }

    var first: Double? { count > 0 ? values[0] : nil }

    fileprivate mutating func append(_ number: Double) {
      if count < 6 { values[count] = number }
      count += 1
    }

    fileprivate mutating func removeAll() { count = 0 }
  }

  let bytes: [UInt8]
  private let keepsStrings: Bool
  /// Where it reads on.
  var position = 0
  /// The numbers before the operator.
  private(set) var numbers = Numbers()
  /// The last name before it, without its solidus.
  private(set) var name: Range<Int> = 0..<0
  /// How many strings stand before it.
  private(set) var stringCount = 0
  /// The last string's last two bytes, and how many it has.
  private var (lastTwo, length) = (UInt16(0), 0)
  /// The bytes of strings that are kept, one after the other, their escapes and digits read; and where each ends.
  private var characters: [UInt8] = []
  private var ends: [Int] = []
  /// The baseline that was read last by ``placedCode(at:)``.
  var last = Baseline()
  /// Whether something stands in the stream that no operand can be.
  private(set) var isMalformed = false

  /// A scanner of a stream; of its strings nothing but ``code`` is known unless it keeps them.
  init(_ bytes: [UInt8], keepsStrings: Bool = false) {
    self.bytes = bytes
    self.keepsStrings = keepsStrings
  }

  /// The two-byte code before the operator; `nil` where it isn't one string of two bytes.
  var code: Int? { stringCount == 1 && length == 2 ? Int(lastTwo) : nil }

  /// A string before the operator, counted from 0, of a scanner that keeps strings.
  func string(_ index: Int) -> ArraySlice<UInt8> {
    characters[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The two bytes of such a string; `nil` where it isn't of two.
  func pair(_ index: Int) -> UInt16? {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] == start + 2 else { return nil }
    return UInt16(characters[start]) << 8 | UInt16(characters[start + 1])
  }

  /// Whether the last name is `text`.
  func isName(_ text: [UInt8]) -> Bool {
    guard name.count == text.count else { return false }
    for (offset, byte) in text.enumerated() where bytes[name.lowerBound + offset] != byte { return false }
    return true
  }

  /// The last name's characters.
  var nameText: String { String(decoding: bytes[name], as: UTF8.self) }

  /// The next operator; `nil` at the end.
  mutating func next() -> Operator? {
    numbers.removeAll()
    if stringCount > 0 {
      if keepsStrings {
        characters.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
      }
      stringCount = 0
    }
    name = 0..<0
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0, 9, 10, 12, 13, 32, 0x5B, 0x5D: position += 1
      case 0x25: skipComment()
      case 0x2F:
        position += 1
        name = regular()
      case 0x28:
        literal()
        endString()
      case 0x3C:
        if position + 1 < bytes.count, bytes[position + 1] == 0x3C {
          skipDictionary()
        } else {
          hexadecimal()
          endString()
        }
      case 0x2B, 0x2D, 0x2E, 0x30...0x39:
        numbers.append(number())
      case 0x29, 0x3E, 0x7B, 0x7D:
        isMalformed = true
        return nil
      default:
        var name = Operator()
        while position < bytes.count, !Self.ends(bytes[position]) {
          name.code = name.code << 8 | UInt64(bytes[position])
          position += 1
        }
        return name
      }
    }
    return nil
  }

  private mutating func append(_ character: UInt8) {
    lastTwo = lastTwo << 8 | UInt16(character)
    length += 1
    if keepsStrings { characters.append(character) }
  }

  private mutating func endString() {
    stringCount += 1
    if keepsStrings { ends.append(characters.count) }
  }

  private mutating func skipComment() {
    while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
  }

  private mutating func regular() -> Range<Int> {
    let start = position
    while position < bytes.count, !Self.ends(bytes[position]) { position += 1 }
    return start..<position
  }

  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32, 0x25, 0x28, 0x29, 0x2F, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }

  private static let powers: [Double] = [1, 10, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12]

  static func number(_ digits: Int, decimals: Int, isNegative: Bool) -> Double {
    // Coordinates have three decimals or fewer; the list is the slower way.
    let power =
      switch decimals {
      case 0: 1.0
      case 1: 10.0
      case 2: 100.0
      case 3: 1000.0
      default: powers[decimals]
      }
    let size = Double(digits) / power
    return isNegative ? -size : size
  }

  mutating func number() -> Double {
    var end = position
    if let plain = Self.coordinate(in: bytes.span, &end), end < bytes.count, Self.ends(bytes[end]) {
      position = end
      return plain
    }
    var (value, decimals, isNegative, hasPoint) = (0, 0, false, false)
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39:
        // More digits than a number of points needs are dropped after the point.
        if value < 1_000_000_000_000_000, !hasPoint || decimals < 12 {
          value = value * 10 + Int(byte - 0x30)
          if hasPoint { decimals += 1 }
        } else if !hasPoint {
          isMalformed = true
        }
      case 0x2E: hasPoint = true
      case 0x2D: isNegative = true
      case 0x2B: break
      default:
        return Self.number(value, decimals: decimals, isNegative: isNegative)
      }
      position += 1
    }
    return Self.number(value, decimals: decimals, isNegative: isNegative)
  }

  /// Passes over a property list (14.6.2); what is in it isn't drawn.
  private mutating func skipDictionary() {
    var depth = 0
    while position < bytes.count {
      let isDouble = position + 1 < bytes.count && bytes[position + 1] == bytes[position]
      switch bytes[position] {
      case 0x3C where isDouble:
        depth += 1
        position += 2
      case 0x3E where isDouble:
        depth -= 1
        position += 2
        if depth == 0 { return }
      case 0x28:
        let (count, before) = (characters.count, (lastTwo, length))
        literal()
        characters.removeLast(characters.count - count)
        (lastTwo, length) = before
      default: position += 1
      }
    }
    isMalformed = true
  }

  private mutating func hexadecimal() {
    position += 1
    (lastTwo, length) = (0, 0)
    var high: UInt8?
    while position < bytes.count, bytes[position] != 0x3E {
      let byte = bytes[position]
      position += 1
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x41 + 10
      case 0x61...0x66: digit = byte - 0x61 + 10
      case 0, 9, 10, 12, 13, 32: continue
      default:
        isMalformed = true
        continue
      }
      if let first = high { append(first << 4 | digit) }
      high = high == nil ? digit : nil
    }
    if position >= bytes.count { isMalformed = true }
    position += 1
    // An odd digit at the end has a 0 after it (7.3.4.3).
    if let high { append(high << 4) }
  }

  /// A string in parentheses with its escapes undone (7.3.4.2).
  private mutating func literal() {
    position += 1
    (lastTwo, length) = (0, 0)
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return }
      case 0x5C:
        if let escaped = escape() { append(escaped) }
        continue
      default: break
      }
      append(byte)
    }
    isMalformed = true
  }

  private mutating func escape() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x6E: return 10
    case 0x72: return 13
    case 0x74: return 9
    case 0x62: return 8
    case 0x66: return 12
    case 10: return nil
    case 13:
      if position < bytes.count, bytes[position] == 10 { position += 1 }
      return nil
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard position < bytes.count, (0x30...0x37).contains(bytes[position]) else { break }
        value = value * 8 + Int(bytes[position] - 0x30)
        position += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }
}
