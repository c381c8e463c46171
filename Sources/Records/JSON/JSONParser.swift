/// Reads JSON text strictly as RFC 8259 writes it.
struct JSONParser {
  /// What isn't JSON, and where.
  struct Flaw: Error, Hashable {
    /// 1-based.
    var line: Int
    /// 1-based, in characters.
    var column: Int
    /// Whether values nest deeper, or are more, than the limit.
    var isPastLimit = false
  }

  private let bytes: [UInt8]
  private let depthLimit: Int
  private var valuesLeft: Int
  private var position = 0

  /// The value that `bytes`, UTF-8, hold.
  static func parse(_ bytes: [UInt8], depthLimit: Int, valueLimit: Int = .max) throws(Flaw) -> JSONValue {
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit, valuesLeft: valueLimit)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.flaw }
    return value
  }

  private init(bytes: [UInt8], depthLimit: Int, valuesLeft: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    self.valuesLeft = valuesLeft
  }

  private var flaw: Flaw {
    let before = bytes.prefix(position)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: before[lineStart...], as: UTF8.self).count + 1
    return Flaw(line: before.count { $0 == 0x0A } + 1, column: column)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(Flaw) -> JSONValue {
    valuesLeft -= 1
    guard depth <= depthLimit, valuesLeft >= 0 else {
      var flaw = flaw
      flaw.isPastLimit = true
      throw flaw
    }
    skipSpace()
    guard position < bytes.count else { throw flaw }
    switch bytes[position] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Flaw) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw flaw }
    position += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(Flaw) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw flaw }
      let name = try string()
      guard take(":") else { throw flaw }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
    } while take(",")
    guard take("}") else { throw flaw }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(Flaw) -> JSONValue {
    position += 1
    var items: [JSONValue] = []
    if take("]") { return .array(items) }
    repeat { items.append(try value(depth: depth + 1)) } while take(",")
    guard take("]") else { throw flaw }
    return .array(items)
  }

  private mutating func number() throws(Flaw) -> JSONValue {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = try digits()
    guard whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else { throw flaw }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      _ = try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) {
        position += 1
      }
      _ = try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func digits() throws(Flaw) -> Int {
    let start = position
    while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
    guard position > start else { throw flaw }
    return position - start
  }

  private mutating func string() throws(Flaw) -> String {
    position += 1
    var units: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units.append(contentsOf: try escape().utf8)
      case 0..<0x20: throw flaw
      default:
        units.append(byte)
        position += 1
      }
    }
    throw flaw
  }

  private mutating func escape() throws(Flaw) -> String {
    guard position + 1 < bytes.count else { throw flaw }
    let byte = bytes[position + 1]
    let plain: [UInt8: String] = [
      UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
      UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
    ]
    if let character = plain[byte] {
      position += 2
      return character
    }
    guard byte == UInt8(ascii: "u") else { throw flaw }
    let unit = try codeUnit()
    guard UTF16.isLeadSurrogate(unit) else { return String(decoding: [unit], as: UTF16.self) }
    guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw flaw }
    return String(decoding: [unit, try codeUnit()], as: UTF16.self)
  }

  /// The number of a `\uHHHH`.
  private mutating func codeUnit() throws(Flaw) -> UInt16 {
    let digits = bytes.dropFirst(position + 2).prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw flaw }
    position += 6
    return unit
  }
}
