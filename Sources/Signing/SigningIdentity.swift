public import Cryptography

/// Who signs: a private key, its certificate, and the certificates above it.
public struct SigningIdentity: Sendable {
  /// The key.
  public let key: PrivateKey
  /// The key's certificate.
  public let certificate: Certificate
  /// The certificates of the authorities above it, without the root.
  public let chain: [Certificate]
  /// Whether the certificate of who issued the key's own is at hand, or it issued itself.
  public let hasIssuer: Bool
  /// How it signs.
  public let scheme: SignatureScheme
  /// The digest it signs with: as strong as the key.
  public let digest: DigestAlgorithm

  /// An identity of a key and certificates.
  /// - Parameters:
  ///   - key: the private key.
  ///   - certificates: the key's own and those of authorities, in any order.
  ///   - usesPSS: whether an RSA key signs with PSS, not PKCS #1 v1.5.
  /// - Throws: `SigningError` when no certificate is the key's, or the key is too weak.
  public init(key: PrivateKey, certificates: [Certificate], usesPSS: Bool = false) throws(SigningError) {
    let publicKey: [UInt8]
    do {
      publicKey = try key.publicKey()
    } catch {
      throw .cryptography(error)
    }
    guard let own = certificates.first(where: { $0.publicKey == publicKey[...] }) else {
      throw .keyWithoutCertificate
    }
    self.key = key
    certificate = own
    chain = Self.order(certificates, from: own)
    hasIssuer = certificates.contains { $0.subject.der == own.issuer.der }
    switch own.keyAlgorithm {
    case .ecPublicKey where own.keyBits == 256 || own.keyBits == 384:
      (scheme, digest) = (.ecdsa, own.keyBits == 384 ? .sha384 : .sha256)
    case .rsaEncryption where own.keyBits >= 2048:
      (scheme, digest) = (usesPSS ? .rsaPSS(saltLength: 32) : .rsaPKCS1, .sha256)
    case .rsaPSS where own.keyBits >= 2048: (scheme, digest) = (.rsaPSS(saltLength: 32), .sha256)
    default: throw .unsuitableKey(subject: own.subject.description)
    }
  }

  /// The authorities above a certificate, one above the other, without a root.
  private static func order(_ certificates: [Certificate], from leaf: Certificate) -> [Certificate] {
    var chain: [Certificate] = []
    var current = leaf
    while let issuer = certificates.first(where: { $0.subject.der == current.issuer.der && $0 != current }),
      !issuer.isSelfIssued, !chain.contains(issuer), chain.count < 10
    {
      chain.append(issuer)
      current = issuer
    }
    return chain
  }

  /// Whether it vouches for itself only, or comes from `khitab key new-test`: what it signs is for trials.
  public var isForTrials: Bool {
    certificate.isSelfIssued || certificate.issuer.organization == TrialAuthority.organization
  }
}
