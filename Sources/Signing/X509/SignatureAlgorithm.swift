import Cryptography

/// An AlgorithmIdentifier that names a way to sign (RFC 3279, 4055, 5758), and back.
struct SignatureAlgorithm: Hashable, Sendable {
  /// How the digest is signed.
  ///
  /// RSA keys say with it which padding.
  var scheme: SignatureScheme
  /// The digest; `nil` where the identifier names none (`rsaEncryption`).
  var digest: DigestAlgorithm?

  /// A scheme and a digest.
  init(_ scheme: SignatureScheme, _ digest: DigestAlgorithm?) {
    self.scheme = scheme
    self.digest = digest
  }

  private static let names: [(oid: OID, scheme: SignatureScheme, digest: DigestAlgorithm?)] = [
    (.rsaEncryption, .rsaPKCS1, nil), (.sha1WithRSA, .rsaPKCS1, .sha1), (.sha256WithRSA, .rsaPKCS1, .sha256),
    (.sha384WithRSA, .rsaPKCS1, .sha384), (.sha512WithRSA, .rsaPKCS1, .sha512),
    (.ecdsaSHA256, .ecdsa, .sha256),
    (.ecdsaSHA384, .ecdsa, .sha384), (.ecdsaSHA512, .ecdsa, .sha512),
  ]

  /// The algorithm that an AlgorithmIdentifier names.
  init(_ node: DERNode) throws(DERError) {
    let unknown = DERError(structure: "AlgorithmIdentifier of a signature")
    guard let parts = node.sequence, (1...2).contains(parts.count), let oid = parts[0].oid else {
      throw unknown
    }
    if oid == .rsaPSS {
      guard parts.count == 2, let pss = try Self.pss(parts[1]) else { throw unknown }
      self = pss
      return
    }
    guard let name = Self.names.first(where: { $0.oid == oid }), parts.count == 1 || parts[1].isUniversal(5)
    else {
      throw unknown
    }
    self.init(name.scheme, name.digest)
  }

  /// RSASSA-PSS-params (RFC 4055, 3.1); only MGF1 with the same digest is read.
  private static func pss(_ node: DERNode) throws(DERError) -> SignatureAlgorithm? {
    guard let fields = node.sequence else { return nil }
    var (digest, mask, salt): (DigestAlgorithm, DigestAlgorithm, Int) = (.sha1, .sha1, 20)
    for field in fields {
      guard field.isContext, let value = field.only else { return nil }
      switch field.tag {
      case 0: digest = try DigestAlgorithm(identifier: value)
      case 1:
        guard let parts = value.sequence, parts.count == 2, parts[0].oid == .mgf1 else { return nil }
        mask = try DigestAlgorithm(identifier: parts[1])
      case 2:
        guard let length = value.integer, length <= 512 else { return nil }
        salt = length
      case 3: guard value.integer == 1 else { return nil }
      default: return nil
      }
    }
    return digest == mask ? SignatureAlgorithm(.rsaPSS(saltLength: salt), digest) : nil
  }

  /// The AlgorithmIdentifier.
  var encoded: [UInt8] {
    guard let digest else { return DERWriter.sequence(DERWriter.oid(.rsaEncryption), DERWriter.null) }
    if case .rsaPSS(let salt) = scheme {
      let hash = digest.identifier(withNull: true)
      return DERWriter.sequence(
        DERWriter.oid(.rsaPSS),
        DERWriter.sequence(
          DERWriter.explicit(0, hash),
          DERWriter.explicit(1, DERWriter.sequence(DERWriter.oid(.mgf1), hash)),
          DERWriter.explicit(2, DERWriter.integer(salt))))
    }
    let name = Self.names.first { $0.scheme == scheme && $0.digest == digest }
    let oid = DERWriter.oid(name?.oid ?? .rsaEncryption)
    return scheme == .ecdsa ? DERWriter.sequence(oid) : DERWriter.sequence(oid, DERWriter.null)
  }
}

extension DigestAlgorithm {
  private static let oids: [(OID, DigestAlgorithm)] = [
    (.sha1, .sha1), (.sha256, .sha256), (.sha384, .sha384), (.sha512, .sha512),
  ]

  /// The digest that an AlgorithmIdentifier names.
  init(identifier node: DERNode) throws(DERError) {
    guard let parts = node.sequence, (1...2).contains(parts.count),
      parts.count == 1 || parts[1].isUniversal(5),
      let found = Self.oids.first(where: { $0.0 == parts[0].oid })
    else { throw DERError(structure: "AlgorithmIdentifier of a digest") }
    self = found.1
  }

  /// The AlgorithmIdentifier, with NULL parameters where RSA wants them.
  func identifier(withNull: Bool = false) -> [UInt8] {
    let oid = Self.oids.first { $0.1 == self }?.0 ?? .sha256
    return withNull
      ? DERWriter.sequence(DERWriter.oid(oid), DERWriter.null) : DERWriter.sequence(DERWriter.oid(oid))
  }
}
