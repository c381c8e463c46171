/// Writes DER (X.690, 10): every function gives the bytes of one whole element.
enum DERWriter {
  /// An element with a tag of one byte.
  static func element(_ tag: UInt8, _ content: [UInt8]...) -> [UInt8] { element(tag, joining: content) }

  /// An element whose content is in pieces.
  static func element(_ tag: UInt8, joining pieces: [[UInt8]]) -> [UInt8] {
    let count = pieces.reduce(0) { $0 + $1.count }
    var output: [UInt8] = [tag]
    output.reserveCapacity(count + 6)
    if count < 128 {
      output.append(UInt8(count))
    } else {
      let size = (count.bitWidth - count.leadingZeroBitCount + 7) / 8
      output.append(0x80 | UInt8(size))
      for index in (0..<size).reversed() { output.append(UInt8(truncatingIfNeeded: count >> (8 * index))) }
    }
    for piece in pieces { output += piece }
    return output
  }

  /// SEQUENCE.
  static func sequence(_ elements: [UInt8]...) -> [UInt8] { element(0x30, joining: elements) }
  /// SET OF: the elements in the order of their bytes (X.690, 11.6).
  static func set(_ elements: [[UInt8]]) -> [UInt8] {
    element(0x31, joining: elements.sorted { $0.lexicographicallyPrecedes($1) })
  }
  /// OCTET STRING.
  static func octets(_ bytes: [UInt8]) -> [UInt8] { element(0x04, bytes) }
  /// BIT STRING of whole bytes.
  static func bits(_ bytes: [UInt8], unused: UInt8 = 0) -> [UInt8] { element(0x03, [unused], bytes) }
  /// OBJECT IDENTIFIER.
  static func oid(_ oid: OID) -> [UInt8] { element(0x06, oid.bytes) }
  /// NULL.
  static let null: [UInt8] = [5, 0]
  /// BOOLEAN.
  static func boolean(_ value: Bool) -> [UInt8] { [1, 1, value ? 0xFF : 0] }
  /// INTEGER from the bytes of an unsigned number.
  static func integer(unsigned bytes: [UInt8]) -> [UInt8] {
    let digits = Array(bytes.drop { $0 == 0 })
    return element(0x02, (digits.first ?? 0x80) >= 0x80 ? [0] : [], digits)
  }
  /// INTEGER of a small number, not negative.
  static func integer(_ value: Int) -> [UInt8] {
    integer(unsigned: (0..<8).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
  }
  /// UTF8String.
  static func utf8(_ text: String) -> [UInt8] { element(0x0C, Array(text.utf8)) }
  /// An element in a context tag of its own, [n] EXPLICIT.
  static func explicit(_ tag: UInt8, _ content: [UInt8]...) -> [UInt8] {
    element(0xA0 | tag, joining: content)
  }
  /// UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5).
  static func time(_ time: PointInTime) -> [UInt8] {
    let digits = time.digits
    return time.year < 2050
      ? element(0x17, Array(digits.dropFirst(2).utf8), [0x5A]) : generalizedTime(time)
  }
  /// GeneralizedTime with seconds, in UTC.
  static func generalizedTime(_ time: PointInTime) -> [UInt8] {
    element(0x18, Array(time.digits.utf8), [0x5A])
  }
}
