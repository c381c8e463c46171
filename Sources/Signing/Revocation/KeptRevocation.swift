import Cryptography
import Synchronization

/// A source that asks each authority once for a run of many files, and again when that didn't reach it.
///
/// Lists and answers are good for hours or days; a run takes minutes.
public final class KeptRevocation: RevocationSource {
  private let source: any RevocationSource
  private let kept = Mutex<[SHA256Digest: [UInt8]]>([:])

  /// A source in front of another.
  public init(_ source: any RevocationSource) { self.source = source }

  /// The bytes of a CRL, or `nil` when it can't be had.
  public func revocationList(at address: String) -> [UInt8]? {
    keep([], address) { source.revocationList(at: address) }
  }

  /// A responder's answer, or `nil` when it can't be had.
  public func answer(to request: [UInt8], at address: String) -> [UInt8]? {
    keep(request, address) { source.answer(to: request, at: address) }
  }

  private func keep(_ request: [UInt8], _ address: String, ask: () -> [UInt8]?) -> [UInt8]? {
    let key = SHA256Digest(of: Array(address.utf8) + [0] + request)
    if let known = kept.withLock({ $0[key] }) { return known }
    guard let answer = ask() else { return nil }
    kept.withLock { $0[key] = answer }
    return answer
  }
}
