/// A SHA-256 digest (FIPS 180-4), 32 bytes.
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// The digest's bytes.
  public let bytes: [UInt8]

  /// The digest of `data`.
  public init(of data: [UInt8]) {
    bytes = DigestAlgorithm.sha256.digest(of: data[...])
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
