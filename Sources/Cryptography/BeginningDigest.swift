/// The SHA-256 digest of what files begin with, so that it needn't be made again for each file that goes on from there.
///
/// Every thread may ask it.
public final class BeginningDigest: Sendable {
  /// How many bytes it is of.
  public let count: Int
  private let state: GrowingDigest

  /// The digest of `count` bytes, as far as it has grown.
  public init(_ state: consuming GrowingDigest, count: Int) {
    self.state = state
    self.count = count
  }

  /// The digest of two pieces, one behind the other.
  ///
  /// - Parameters:
  ///   - first: bytes that begin with those that this is of.
  ///   - second: what follows them.
  /// - Returns: what SHA-256 would make of all.
  public func digest(of first: ArraySlice<UInt8>, and second: ArraySlice<UInt8> = []) -> SHA256Digest {
    precondition(first.count >= count, "less than the beginning")
    var whole = GrowingDigest(copying: state)
    whole.add(first.dropFirst(count))
    whole.add(second)
    return whole.digest
  }
}
