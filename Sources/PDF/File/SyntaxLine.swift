/// A short stretch of PDF syntax in the making, in memory of its user's that is large enough for it.
struct SyntaxLine {
  private let room: UnsafeMutableBufferPointer<UInt8>
  /// How many bytes were added.
  private(set) var count = 0

  /// The most that a number takes: a sign, twenty digits and a point.
  static let numberLength = 22

  init(_ room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

  /// What was added.
  var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: room[..<count]) }

  /// Adds a byte as it is.
  mutating func add(byte: UInt8) {
    precondition(count < room.count)
    room[count] = byte
    count += 1
  }

  /// Adds bytes as they are.
  mutating func add(_ other: UnsafeBufferPointer<UInt8>) {
    precondition(count + other.count <= room.count)
    _ = room[count...].update(fromContentsOf: other)
    count += other.count
  }

  /// Adds bytes as they are.
  mutating func add(_ other: [UInt8]) { other.withUnsafeBufferPointer { add($0) } }

  /// Adds syntax that is written out in the program.
  mutating func add(_ syntax: StaticString) { syntax.withUTF8Buffer { add($0) } }

  /// Adds text as it is.
  mutating func add(utf8 text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Adds a reference to an object, of at most ``referenceLength`` bytes.
  mutating func add(_ object: ObjectNumber) {
    add(object.value)
    add(" 0 R")
  }

  /// The most that a reference takes.
  static let referenceLength = numberLength + 4

  /// Adds a whole number.
  mutating func add(_ number: Int) {
    if number < 0 { add(byte: 0x2D) }
    addDigits(number.magnitude)
  }

  /// Adds a real number with at most `places` decimals, and none that say nothing.
  mutating func add(_ number: Double, places: Int = 3) {
    if places == 3 { return add(thousandths: Self.thousandths(number)) }
    let power: UInt = (0..<places).reduce(1) { power, _ in power * 10 }
    let digits = Self.rounded(number.magnitude * Double(power))
    guard var rest = addWhole(of: digits, power: power, isNegative: number < 0) else { return }
    while rest > 0 {
      rest *= 10
      let digit = rest / power
      add(byte: 0x30 + UInt8(truncatingIfNeeded: digit))
      rest -= digit * power
    }
  }

  /// A coordinate in thousandths, as it is written.
  @inline(__always)
  static func thousandths(_ number: Double) -> Int {
    let digits = Int(rounded(number.magnitude * 1000))
    return number < 0 ? -digits : digits
  }

  /// Adds a number of thousandths, and no decimals that say nothing.
  @inline(__always)
  mutating func add(thousandths number: Int) {
    // A division by a number that is known when compiled is none.
    guard let rest = addWhole(of: number.magnitude, power: 1000, isNegative: number < 0) else { return }
    add(ThreeDigits.decimals[Int(rest)])
  }

  @inline(__always)
  private static func rounded(_ scaled: Double) -> UInt {
    // Coordinates stay far below; what doesn't is an error of ours that a page must not hide.
    precondition(scaled < 1e15, "a coordinate beyond any page")
    return UInt(scaled + 0.5)
  }

  /// Adds the whole part of a number of `power`-ths, and the point if there are decimals: what these are.
  @inline(__always)
  private mutating func addWhole(of digits: UInt, power: UInt, isNegative: Bool) -> UInt? {
    if digits == 0 {
      add(byte: 0x30)
      return nil
    }
    if isNegative { add(byte: 0x2D) }
    let whole = digits / power
    let rest = digits - whole * power
    if whole > 0 || rest == 0 { addDigits(whole) }
    guard rest > 0 else { return nil }
    add(byte: 0x2E)
    return rest
  }

  /// Adds a whole number in as many digits as `width` says.
  mutating func add(_ number: Int, width: Int) {
    precondition(count + width <= room.count)
    var rest = number.magnitude
    for place in stride(from: count + width - 1, through: count, by: -1) {
      room[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    precondition(rest == 0, "a number of more digits than there is room for")
    count += width
  }

  /// Adds a whole number.
  mutating func addDigits(_ number: UInt) {
    if number < 1000 { return add(ThreeDigits.whole[Int(number)]) }
    var length = 1
    var limit: UInt = 10
    while length < 20, number >= limit {
      length += 1
      limit = limit &* 10
    }
    precondition(count + length <= room.count)
    var (rest, place) = (number, count + length)
    count = place
    repeat {
      place -= 1
      room[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  /// Adds the four hexadecimal digits of a UTF-16 unit or a two-byte code.
  mutating func add(hexadecimal unit: UInt16) {
    let unit = UInt32(unit)
    // A digit to each byte, the first one lowest.
    let values = unit >> 12 | (unit & 0xF00) | (unit & 0xF0) << 12 | (unit & 0xF) << 24
    // From ten on, letters, which are seven further on.
    let letters = (values &+ 0x0606_0606) >> 4 & 0x0101_0101
    add(fourBytes: values &+ 0x3030_3030 &+ 7 &* letters)
  }

  /// Adds four bytes, the lowest first.
  mutating func add(fourBytes word: UInt32) {
    precondition(count + 4 <= room.count)
    UnsafeMutableRawBufferPointer(room).storeBytes(
      of: word.littleEndian, toByteOffset: count, as: UInt32.self)
    count += 4
  }

  /// Adds the `count` lowest of eight bytes, the lowest first.
  @inline(__always)
  mutating func add(eightBytes word: UInt64, count length: Int) {
    precondition(count + 8 <= room.count)
    UnsafeMutableRawBufferPointer(room).storeBytes(
      of: word.littleEndian, toByteOffset: count, as: UInt64.self)
    count += length
  }

  @inline(__always)
  private mutating func add(_ digits: ThreeDigits) {
    precondition(count + digits.count <= room.count)
    if count + 4 <= room.count {
      UnsafeMutableRawBufferPointer(room).storeBytes(
        of: digits.bytes.littleEndian, toByteOffset: count, as: UInt32.self)
    } else {
      for place in 0..<digits.count {
        room[count + place] = UInt8(truncatingIfNeeded: digits.bytes >> UInt32(8 * place))
      }
    }
    count += digits.count
  }

  /// A hexadecimal digit.
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
}
