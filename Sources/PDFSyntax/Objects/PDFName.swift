/// A name (ISO 32000-1, 7.3.5), without its solidus and with its number signs resolved.
///
/// A name is a row of bytes. It is held as a string in which every scalar, U+0001 to U+00FF, is one byte: so
/// short ASCII names, which nearly all are, take no memory of their own.
public struct PDFName: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The bytes, one scalar each.
  public let latin1: String

  /// The name whose bytes are the scalars of a literal.
  public init(stringLiteral literal: StaticString) {
    latin1 = literal.description
  }

  /// The name whose bytes are the UTF-8 of `text`, as ISO 32000-1, 7.3.5 advises for words that people read.
  public init(utf8 text: String) {
    self.init(bytes: text.utf8)
  }

  /// The name of the given bytes.
  public init(bytes: some Collection<UInt8>) {
    var text = ""
    text.unicodeScalars.reserveCapacity(bytes.count)
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    latin1 = text
  }

  /// The name of ASCII bytes.
  init(ascii bytes: ArraySlice<UInt8>) {
    latin1 = String(decoding: bytes, as: UTF8.self)
  }

  /// The name's bytes.
  public var bytes: [UInt8] { latin1.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

  /// The name as a person reads it: its bytes as UTF-8.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// Names order by their bytes.
  public static func < (a: PDFName, b: PDFName) -> Bool {
    a.latin1 < b.latin1
  }
}
