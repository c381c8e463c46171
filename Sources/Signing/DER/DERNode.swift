import SwiftASN1

/// Why bytes aren't what they should be: not DER, or not the structure a standard asks for.
struct DERError: Error, Hashable, Sendable {
  /// The structure that was being read, in the standard's own name.
  var structure: StaticString
  /// Whether two errors are about the same structure.
  static func == (a: DERError, b: DERError) -> Bool { a.structure.description == b.structure.description }
  func hash(into hasher: inout Hasher) { hasher.combine(structure.description) }
}

/// An element of DER (X.690) as swift-asn1 reads it, strictly, with what reading structures needs.
struct DERNode: Sendable {
  /// The most bytes that are read as DER at once.
  static let limit = 32 << 20

  private let node: ASN1Node

  private init(_ node: ASN1Node) { self.node = node }

  /// The one element that bytes hold, nothing before it and nothing behind it.
  init(_ bytes: ArraySlice<UInt8>, as structure: StaticString) throws(DERError) {
    guard bytes.count <= Self.limit, let node = try? DER.parse(bytes) else {
      throw DERError(structure: structure)
    }
    self.node = node
  }

  /// How many bytes the element takes that bytes begin with, by its length; `nil` where that isn't written as DER has it,
  /// or there are fewer.
  static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
    let header = Array(bytes.prefix(6))
    guard header.count >= 2 else { return nil }
    if header[1] < 0x80 {
      return header[1] > 0 && 2 + Int(header[1]) <= bytes.count ? 2 + Int(header[1]) : nil
    }
    let size = Int(header[1] & 0x7F)
    guard (1...4).contains(size), header.count >= 2 + size, header[2] != 0 else { return nil }
    let length = header[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
    return length >= 0x80 && length <= bytes.count - 2 - size ? 2 + size + length : nil
  }

  /// The element with its tag and length.
  var encoded: ArraySlice<UInt8> { node.encodedBytes }
  /// The tag's number.
  var tag: UInt { node.identifier.tagNumber }
  /// Whether the tag is one of the structure's own: [n].
  var isContext: Bool { node.identifier.tagClass == .contextSpecific }
  /// Whether it is a universal type.
  func isUniversal(_ tag: UInt) -> Bool {
    node.identifier.tagClass == .universal && node.identifier.tagNumber == tag
  }
  /// Whether it is [n].
  func isContext(_ tag: UInt) -> Bool { isContext && self.tag == tag }

  /// The content of a primitive element.
  var content: ArraySlice<UInt8>? {
    if case .primitive(let bytes) = node.content { bytes } else { nil }
  }

  /// The elements of a constructed element.
  var children: [DERNode]? {
    if case .constructed(let nodes) = node.content { nodes.map(DERNode.init) } else { nil }
  }

  /// The elements of a SEQUENCE.
  var sequence: [DERNode]? { isUniversal(16) ? children : nil }
  /// The elements of a SET.
  var set: [DERNode]? { isUniversal(17) ? children : nil }
  /// The one element in an explicit tag.
  var only: DERNode? {
    guard let children, children.count == 1 else { return nil }
    return children[0]
  }

  /// An OBJECT IDENTIFIER.
  var oid: OID? { isUniversal(6) ? content.flatMap { $0.isEmpty ? nil : OID(bytes: Array($0)) } : nil }
  /// An OCTET STRING.
  var octets: ArraySlice<UInt8>? { isUniversal(4) ? content : nil }
  /// An INTEGER's bytes, two's complement, as short as they can be.
  var integerBytes: ArraySlice<UInt8>? {
    guard isUniversal(2), let content, let first = content.first else { return nil }
    if content.count > 1 {
      let second = content[content.startIndex + 1]
      if (first == 0 && second < 0x80) || (first == 0xFF && second >= 0x80) { return nil }
    }
    return content
  }
  /// An INTEGER that is small and not negative.
  var integer: Int? {
    guard let bytes = integerBytes, bytes.count <= 7, bytes[bytes.startIndex] < 0x80 else { return nil }
    return bytes.reduce(0) { $0 << 8 | Int($1) }
  }
  /// A BOOLEAN.
  var boolean: Bool? {
    guard isUniversal(1), let content, content.count == 1 else { return nil }
    switch content.first {
    case 0: return false
    case 0xFF: return true
    default: return nil
    }
  }
  /// The bytes of a BIT STRING without unused bits.
  var wholeBits: ArraySlice<UInt8>? {
    guard isUniversal(3), let content, content.first == 0 else { return nil }
    return content.dropFirst()
  }
  /// The bits of a short BIT STRING, the first in the highest place of the first byte.
  var flags: [Bool]? {
    guard isUniversal(3), let content, let unused = content.first, unused < 8, content.count <= 4 else {
      return nil
    }
    let bits = content.dropFirst().flatMap { byte in (0..<8).map { byte & (0x80 >> $0) != 0 } }
    guard bits.count >= Int(unused) else { return nil }
    return Array(bits.dropLast(Int(unused)))
  }
  /// A string of any of the usual kinds.
  var text: String? {
    guard let content, node.identifier.tagClass == .universal else { return nil }
    switch tag {
    case 12: return String(validating: content, as: UTF8.self)
    case 18, 19, 22, 26:
      return content.allSatisfy { $0 < 0x80 } ? String(decoding: content, as: UTF8.self) : nil
    case 20: return String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
    case 30:
      guard content.count.isMultiple(of: 2) else { return nil }
      let units = stride(from: content.startIndex, to: content.endIndex, by: 2).map {
        UInt16(content[$0]) << 8 | UInt16(content[$0 + 1])
      }
      return String(validating: units, as: UTF16.self)
    default: return nil
    }
  }
  /// UTCTime or GeneralizedTime with seconds, in UTC; fractions of a second are dropped.
  var time: PointInTime? {
    guard node.identifier.tagClass == .universal, let content, content.last == 0x5A else { return nil }
    var digits = String(decoding: content.dropLast(), as: UTF8.self)
    switch tag {
    case 23:
      guard digits.utf8.count == 12, let year = Int(digits.prefix(2)) else { return nil }
      digits = (year < 50 ? "20" : "19") + digits
    case 24:
      if let point = digits.firstIndex(of: ".") {
        let fraction = digits[digits.index(after: point)...]
        guard !fraction.isEmpty, fraction.allSatisfy(\.isASCII), fraction.last != "0" else { return nil }
        digits = String(digits[..<point])
      }
    default: return nil
    }
    return PointInTime(digits: digits)
  }
}
