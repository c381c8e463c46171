public import Cryptography

/// A certification authority for trials and tests, which nobody else trusts: a root, an authority below it, and what
/// they issue.
public struct TrialAuthority: Sendable {
  /// The organisation in every certificate it issues; whoever reads it knows that it is no real one.
  public static let organization = "جهة تجريبية"
  /// Where its revocation lists would be: a name that no network resolves (RFC 6761).
  public static let address = "http://khitab.invalid/"

  /// The root's certificate, to be trusted in trials.
  public let root: Certificate
  /// The certificate of the authority that issues.
  public let issuer: Certificate
  /// The authority's key.
  public let issuerKey: PrivateKey
  /// The root's key.
  public let rootKey: PrivateKey
  private let validity: (start: PointInTime, end: PointInTime)
  private let kind: PrivateKey.Kind
  private let listAddress: String

  /// A new authority.
  /// - Parameters:
  ///   - kind: what its keys are made of.
  ///   - start: when its certificates begin to be valid.
  ///   - years: for how many years.
  ///   - address: where its revocation lists are.
  /// - Throws: `SigningError` when libcrypto fails.
  public init(
    kind: PrivateKey.Kind, start: PointInTime, years: Int, address: String = TrialAuthority.address
  ) throws(SigningError) {
    let end = start.adding(seconds: Int64(years) * 365 * 86_400)
    (self.kind, validity, listAddress) = (kind, (start, end), address)
    rootKey = try Self.newKey(kind)
    issuerKey = try Self.newKey(kind)
    func writer(
      _ purpose: CertificateWriter.Purpose, _ name: String, _ key: PrivateKey
    ) throws(SigningError) -> CertificateWriter {
      CertificateWriter(
        purpose: purpose, subject: DistinguishedName(commonName: name, organization: Self.organization),
        key: key,
        serial: try Self.newSerial(), notBefore: start, notAfter: end)
    }
    root = try writer(.root, "الجذر التجريبي", rootKey).write(issuer: nil)
    var below = try writer(.authority, "المُصدِر التجريبي", issuerKey)
    below.revocationListAddress = address + "root.crl"
    issuer = try below.write(issuer: (root, rootKey))
  }

  /// An authority whose keys are kept.
  init(root: SigningIdentity, issuer: SigningIdentity) {
    (self.root, rootKey) = (root.certificate, root.key)
    (self.issuer, issuerKey) = (issuer.certificate, issuer.key)
    (kind, validity) = (.p256, (root.certificate.notBefore, root.certificate.notAfter))
    listAddress = Self.address
  }

  /// A signer's key and certificate.
  public func newSigner(
    named name: String, kind: PrivateKey.Kind? = nil, usesPSS: Bool = false, ocspAddress: String? = nil
  ) throws(SigningError) -> SigningIdentity {
    try identity(.signer, name, kind: kind, usesPSS: usesPSS, ocspAddress: ocspAddress)
  }

  /// The revocation lists of both authorities in DER, by the ends of their addresses.
  public func revocationLists(
    revoked: [(certificate: Certificate, time: PointInTime)] = [], at time: PointInTime
  ) throws(SigningError) -> [String: [UInt8]] {
    let next = time.adding(seconds: 7 * 86_400)
    return [
      "root.crl": try RevocationList.write(
        authority: root, key: rootKey, revoked: [], thisUpdate: time, nextUpdate: next),
      "issuer.crl": try RevocationList.write(
        authority: issuer, key: issuerKey, revoked: revoked, thisUpdate: time, nextUpdate: next),
    ]
  }

  /// The key and certificate of an authority that stamps times.
  public func newTimestampAuthority(kind: PrivateKey.Kind? = nil) throws(SigningError) -> SigningIdentity {
    try identity(.timestampAuthority, "الوقت التجريبي", kind: kind)
  }

  /// A certificate of any purpose and validity, for tests of what a verifier must refuse.
  func identity(
    _ purpose: CertificateWriter.Purpose, _ name: String, kind: PrivateKey.Kind?, usesPSS: Bool = false,
    ocspAddress: String? = nil, validity: (start: PointInTime, end: PointInTime)? = nil
  ) throws(SigningError) -> SigningIdentity {
    let key = try Self.newKey(kind ?? self.kind)
    let validity = validity ?? self.validity
    var writer = CertificateWriter(
      purpose: purpose, subject: DistinguishedName(commonName: name, organization: Self.organization),
      key: key,
      serial: try Self.newSerial(), notBefore: validity.start, notAfter: validity.end)
    writer.ocspAddress = ocspAddress
    writer.revocationListAddress = listAddress + "issuer.crl"
    let certificate = try writer.write(issuer: (issuer, issuerKey))
    return try SigningIdentity(key: key, certificates: [certificate, issuer, root], usesPSS: usesPSS)
  }

  private static func newKey(_ kind: PrivateKey.Kind) throws(SigningError) -> PrivateKey {
    do { return try PrivateKey.generate(kind) } catch { throw .cryptography(error) }
  }

  private static func newSerial() throws(SigningError) -> [UInt8] {
    do { return [0x10] + (try RandomBytes.generate(15)) } catch { throw .cryptography(error) }
  }
}
