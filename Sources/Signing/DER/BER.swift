/// Turns BER (X.690, 8) into DER, for what other programs write: lengths that are left open or longer than they must be,
/// and strings in pieces.
enum BER {
  /// The one element that bytes begin with, in DER, and how many bytes it takes as it stands.
  ///
  /// The order of the elements in a SET OF stays what it is.
  static func distinguished(_ bytes: ArraySlice<UInt8>) -> (der: [UInt8], count: Int)? {
    guard bytes.count <= DERNode.limit else { return nil }
    var reader = BERReader(bytes: Array(bytes))
    guard let der = reader.element(depth: 0) else { return nil }
    return (der, reader.position)
  }
}

private struct BERReader {
  let bytes: [UInt8]
  var position = 0

  private mutating func next() -> UInt8? {
    guard position < bytes.count else { return nil }
    position += 1
    return bytes[position - 1]
  }

  /// The next element in DER.
  mutating func element(depth: Int) -> [UInt8]? {
    // Tags of several bytes don't occur in certificates and signatures.
    guard depth < 64, let tag = next(), tag & 0x1F != 0x1F, let first = next() else { return nil }
    let isConstructed = tag & 0x20 != 0
    var end: Int?
    if first != 0x80 {
      guard let length = length(first), length <= bytes.count - position else { return nil }
      end = position + length
    }
    guard isConstructed else {
      guard let end else { return nil }
      defer { position = end }
      return DERWriter.element(tag, Array(bytes[position..<end]))
    }
    var pieces: [[UInt8]] = []
    while true {
      if let end {
        guard position <= end else { return nil }
        if position == end { break }
      } else if position + 1 < bytes.count, bytes[position] == 0, bytes[position + 1] == 0 {
        position += 2
        break
      }
      guard let piece = element(depth: depth + 1) else { return nil }
      pieces.append(piece)
    }
    // An OCTET STRING in pieces is one.
    guard tag == 0x24 else { return DERWriter.element(tag, joining: pieces) }
    var content: [UInt8] = []
    for piece in pieces {
      guard let octets = (try? DERNode(piece[...], as: "OCTET STRING"))?.octets else { return nil }
      content += octets
    }
    return DERWriter.element(0x04, content)
  }

  private mutating func length(_ first: UInt8) -> Int? {
    guard first > 0x80 else { return Int(first) }
    guard first - 0x80 <= 6 else { return nil }
    var value = 0
    for _ in 0..<(first - 0x80) {
      guard let byte = next() else { return nil }
      value = value << 8 | Int(byte)
    }
    return value
  }
}
