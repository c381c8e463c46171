public import Cryptography

/// A finished file with its digest, which is known once the file's identifier is.
public struct DrawnFile: Sendable {
  /// The file's bytes.
  public let bytes: [UInt8]
  /// Their digest.
  public let sha256: SHA256Digest
  /// The same, for files that begin as this one: what is signed is written behind it.
  public let beginning: BeginningDigest
}
