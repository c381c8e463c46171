import COpenSSL

/// The SHA-256 digest of bytes in the making, which may be asked for before they are complete.
///
/// A file that holds a digest of its own beginning is read once for that and for the digest of the whole.
///
/// Threads may copy one at the same time, for libcrypto only reads what it copies.
public struct GrowingDigest: ~Copyable, @unchecked Sendable {
  private let state: OpaquePointer
  private static let bits = DigestAlgorithm.sha256.bits

  /// The digest of no bytes yet.
  public init() {
    guard let state = copenssl_digesting_begin(Self.bits) else {
      preconditionFailure("libcrypto has no memory")
    }
    self.state = state
  }

  /// The digest of the bytes that another has so far.
  public init(copying other: borrowing GrowingDigest) {
    guard let state = copenssl_digesting_copy(other.state) else {
      preconditionFailure("libcrypto has no memory")
    }
    self.state = state
  }

  deinit { copenssl_digesting_end(state) }

  /// Adds bytes to the end.
  public mutating func add(_ bytes: ArraySlice<UInt8>) {
    let isDone = bytes.withUnsafeBufferPointer { copenssl_digesting_add(state, $0.baseAddress, $0.count) }
    precondition(isDone == 1, "libcrypto can't go on with a digest")
  }

  /// The digest of the bytes so far.
  public var digest: SHA256Digest {
    SHA256Digest(
      bytes: [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
        count = Int(copenssl_digesting_read(state, buffer.baseAddress))
        precondition(count == DigestAlgorithm.sha256.length, "libcrypto can't read a digest")
      })
  }
}
