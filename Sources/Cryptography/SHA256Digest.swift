/// A SHA-256 digest (FIPS 180-4), 32 bytes.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest's bytes.
  public let bytes: [UInt8]

  /// The digest of `data`.
  public init(of data: [UInt8]) {
    bytes = DigestAlgorithm.sha256.digest(of: data[...])
  }

  /// A digest that was made elsewhere.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The digest as 64 lower-case hexadecimal digits.
  public var description: String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      digits.append(digit(byte >> 4))
      digits.append(digit(byte & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
