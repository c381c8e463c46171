import Cryptography

/// An authority that stamps times (RFC 3161) with a key at hand, for trials and tests.
public struct LocalTimestampAuthority: TimestampAuthority {
  private let identity: SigningIdentity
  private let now: @Sendable () -> PointInTime
  /// A policy under the example arc of ISO/IEC 8824 (2.999): it promises nothing.
  private static let policy = OID(2, 999, 1)

  /// An authority with a key.
  /// - Parameters:
  ///   - identity: its key and certificate.
  ///   - now: the time it stamps.
  public init(identity: SigningIdentity, now: @escaping @Sendable () -> PointInTime) {
    self.identity = identity
    self.now = now
  }

  /// The answer to a request, both in DER.
  public func answer(_ request: [UInt8]) throws(SigningError) -> [UInt8] {
    guard let fields = (try? DERNode(request[...], as: "TimeStampReq"))?.sequence, fields.count >= 2,
      fields[0].integer == 1
    else { throw .noTimestamp(reason: "the request isn't a TimeStampReq") }
    let nonce = fields.dropFirst(2).first { $0.integerBytes != nil }
    let time = now()
    let serial: [UInt8]
    do { serial = try RandomBytes.generate(8) } catch { throw .cryptography(error) }
    let content = DERWriter.sequence(
      DERWriter.integer(1), DERWriter.oid(Self.policy), Array(fields[1].encoded),
      DERWriter.integer(unsigned: serial),
      DERWriter.generalizedTime(time), nonce.map { Array($0.encoded) } ?? [])
    let token = try SignedDataWriter(identity: identity, contentType: .tstInfo, content: content)
      .write(contentDigest: identity.digest.digest(of: content[...])) { _ in [] }
    return DERWriter.sequence(DERWriter.sequence(DERWriter.integer(0)), token)
  }
}
