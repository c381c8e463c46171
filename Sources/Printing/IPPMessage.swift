/// A request to a printer, or its answer, as the Internet Printing Protocol encodes it (RFC 8010).
struct IPPMessage: Hashable {
  /// What is asked of a printer (RFC 8011, 5.4.15).
  enum Operation: UInt16 {
    case printJob = 0x0002
    case getPrinterAttributes = 0x000B
  }

  /// Whose attributes follow (RFC 8010, 3.5.1).
  enum Group: UInt8 {
    case operation = 0x01
    case job = 0x02
    case end = 0x03
    case printer = 0x04
    case unsupported = 0x05
  }

  /// A value with its syntax (RFC 8010, 3.5.2).
  enum Value: Hashable {
    case integer(Int32)
    case boolean(Bool)
    case keyword(String)
    case name(String)
    case uri(String)
    case charset(String)
    case language(String)
    case mimeType(String)
    /// Of any other syntax, or of no value.
    case other(tag: UInt8, [UInt8])

    /// The value's text, if it is one.
    var text: String? {
      switch self {
      case .keyword(let text), .name(let text), .uri(let text), .charset(let text), .language(let text),
        .mimeType(let text):
        text
      case .other(tag: 0x41, let bytes): String(decoding: bytes, as: UTF8.self)
      case .integer, .boolean, .other: nil
      }
    }
  }

  /// An attribute: one name, one value or more.
  struct Attribute: Hashable {
    var group: Group
    var name: String
    var values: [Value]
  }

  /// The operation of a request, or the status of an answer.
  var code: UInt16
  /// The request's number.
  var number: Int32
  /// The attributes, in their order.
  var attributes: [Attribute]
  /// The document after them.
  var content: [UInt8] = []

  /// The first attribute of that name.
  subscript(_ name: String) -> [Value] { attributes.first { $0.name == name }?.values ?? [] }
}

extension IPPMessage {
  /// The message in bytes, version 2.0.
  var bytes: [UInt8] {
    var bytes: [UInt8] = [2, 0] + Self.bigEndian(code) + Self.bigEndian(number)
    var group: Group?
    for attribute in attributes {
      if attribute.group != group {
        bytes.append(attribute.group.rawValue)
        group = attribute.group
      }
      for (index, value) in attribute.values.enumerated() {
        let name = index == 0 ? Array(attribute.name.utf8) : []
        let (tag, content) = Self.encoded(value)
        bytes +=
          [tag] + Self.bigEndian(UInt16(name.count)) + name + Self.bigEndian(UInt16(content.count)) + content
      }
    }
    return bytes + [Group.end.rawValue] + content
  }

  private static func encoded(_ value: Value) -> (tag: UInt8, [UInt8]) {
    switch value {
    case .integer(let number): (0x21, bigEndian(number))
    case .boolean(let flag): (0x22, [flag ? 1 : 0])
    case .keyword(let text): (0x44, short(text))
    case .name(let text): (0x42, short(text))
    case .uri(let text): (0x45, short(text))
    case .charset(let text): (0x47, short(text))
    case .language(let text): (0x48, short(text))
    case .mimeType(let text): (0x49, short(text))
    case .other(let tag, let bytes): (tag, Array(bytes.prefix(1023)))
    }
  }

  /// A text of at most 255 bytes, the least that every syntax takes, cut between two characters.
  private static func short(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for character in text {
      guard bytes.count + character.utf8.count <= 255 else { break }
      bytes += Array(character.utf8)
    }
    return bytes
  }

  private static func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// The message that a printer sent, or nothing if the bytes are none: they come from outside and may be anything.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 9, bytes[0] == 1 || bytes[0] == 2 else { return nil }
    code = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    number = Int32(bitPattern: bytes[4..<8].reduce(0 as UInt32) { $0 << 8 | UInt32($1) })
    attributes = []
    var reader = Reader(bytes: bytes, index: 8)
    var group: Group?
    while let tag = reader.byte() {
      if tag < 0x10 {
        group = Group(rawValue: tag)
        if group == .end {
          content = Array(bytes[reader.index...])
          return
        }
        continue
      }
      guard let name = reader.sized(), let value = reader.sized() else { return nil }
      guard let group else { continue }
      if name.isEmpty, let last = attributes.indices.last, attributes[last].group == group {
        attributes[last].values.append(Self.value(tag, value))
      } else {
        let text = String(decoding: name, as: UTF8.self)
        attributes.append(Attribute(group: group, name: text, values: [Self.value(tag, value)]))
      }
    }
    return nil
  }

  private static func value(_ tag: UInt8, _ bytes: ArraySlice<UInt8>) -> Value {
    let text = { String(decoding: bytes, as: UTF8.self) }
    switch tag {
    case 0x21, 0x23:
      guard bytes.count == 4 else { return .other(tag: tag, Array(bytes)) }
      return .integer(Int32(bitPattern: bytes.reduce(0 as UInt32) { $0 << 8 | UInt32($1) }))
    case 0x22: return .boolean(bytes.first == 1)
    case 0x44: return .keyword(text())
    case 0x42: return .name(text())
    case 0x45: return .uri(text())
    case 0x47: return .charset(text())
    case 0x48: return .language(text())
    case 0x49: return .mimeType(text())
    default: return .other(tag: tag, Array(bytes))
    }
  }

  /// Reads bytes and never past their end.
  private struct Reader {
    let bytes: [UInt8]
    var index: Int

    mutating func byte() -> UInt8? {
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      return bytes[index]
    }

    mutating func sized() -> ArraySlice<UInt8>? {
      guard let high = byte(), let low = byte() else { return nil }
      let count = Int(high) << 8 | Int(low)
      guard index + count <= bytes.count else { return nil }
      defer { index += count }
      return bytes[index..<index + count]
    }
  }
}
