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
    // A division by a number that is known when compiled is none.
    if places == 3 { return add(number, power: 1000) }
    add(number, power: (0..<places).reduce(1) { power, _ in power * 10 })
  }

  @inline(__always)
  private mutating func add(_ number: Double, power: UInt) {
    let scaled = number.magnitude * Double(power) + 0.5
    // Coordinates stay far below; what doesn't is an error of ours that a page must not hide.
    precondition(scaled < 1e15, "a coordinate beyond any page")
    let digits = UInt(scaled)
    if digits == 0 { return add(byte: 0x30) }
    if number < 0 { add(byte: 0x2D) }
    let whole = digits / power
    var rest = digits - whole * power
    if whole > 0 || rest == 0 { addDigits(whole) }
    guard rest > 0 else { return }
    add(byte: 0x2E)
    if power == 1000 { return add(ThreeDigits.decimals[Int(rest)]) }
    while rest > 0 {
      rest *= 10
      let digit = rest / power
      add(byte: 0x30 + UInt8(truncatingIfNeeded: digit))
      rest -= digit * power
    }
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
