import COpenSSL

/// A digest algorithm (FIPS 180-4).
public enum DigestAlgorithm: String, Hashable, Sendable, CaseIterable {
  /// SHA-1: only to recognise certificates by, never to prove anything.
  case sha1 = "SHA-1"
  /// SHA-256.
  case sha256 = "SHA-256"
  /// SHA-384.
  case sha384 = "SHA-384"
  /// SHA-512.
  case sha512 = "SHA-512"

  /// How many bytes a digest has.
  public var length: Int { Int(bits) / 8 }

  var bits: Int32 {
    switch self {
    case .sha1: 160
    case .sha256: 256
    case .sha384: 384
    case .sha512: 512
    }
  }

  /// The digest of bytes.
  public func digest(of bytes: ArraySlice<UInt8>) -> [UInt8] { digest(of: bytes, and: []) }

  /// The digest of two pieces, one behind the other.
  public func digest(of first: ArraySlice<UInt8>, and second: ArraySlice<UInt8>) -> [UInt8] {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        [UInt8](unsafeUninitializedCapacity: 64) { digest, count in
          count = Int(
            copenssl_digest(
              bits, first.baseAddress, first.count, second.baseAddress, second.count, digest.baseAddress))
          precondition(count == length, "libcrypto doesn't know \(rawValue)")
        }
      }
    }
  }
}
