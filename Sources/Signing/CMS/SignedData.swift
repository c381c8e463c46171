import Cryptography

/// CMS SignedData with one signer (RFC 5652, 5), read strictly.
struct SignedData: Sendable {
  /// An attribute with its one value.
  struct Attribute: Sendable {
    var oid: OID
    var value: DERNode
  }

  /// The type of what is signed.
  let contentType: OID
  /// What is signed, if it stands inside.
  let content: ArraySlice<UInt8>?
  /// The certificates that came along.
  let certificates: [Certificate]
  /// The digest of content and attributes.
  let digest: DigestAlgorithm
  /// How the attributes were signed.
  let algorithm: SignatureAlgorithm
  /// The signature.
  let signature: ArraySlice<UInt8>
  let signedAttributes: [Attribute]
  let unsignedAttributes: [Attribute]
  private let declaredDigests: [DigestAlgorithm]
  private let signer: SignerIdentifier
  /// The attributes as they were signed: a SET OF (RFC 5652, 5.4).
  private let signedBytes: [UInt8]
  /// The AlgorithmIdentifier of the signature, as it stands.
  private let signatureAlgorithmBytes: ArraySlice<UInt8>

  /// The signed data that `bytes` hold, nothing behind it.
  init(_ bytes: ArraySlice<UInt8>) throws(CMSFlaw) {
    guard let root = try? DERNode(bytes, as: "ContentInfo"), let outer = root.sequence, outer.count == 2
    else {
      throw .malformed
    }
    guard outer[0].oid == .signedData, outer[1].isContext(0) else { throw .notSignedData }
    guard let fields = outer[1].only?.sequence, fields.count >= 4, let version = fields[0].integer,
      [1, 3].contains(version), let digests = fields[1].set, let inner = fields[2].sequence,
      (1...2).contains(inner.count), let type = inner[0].oid
    else { throw .malformed }
    contentType = type
    declaredDigests = digests.compactMap { try? DigestAlgorithm(identifier: $0) }
    if inner.count == 2 {
      guard inner[1].isContext(0), let octets = inner[1].only?.octets else { throw .malformed }
      content = octets
    } else {
      content = nil
    }
    var certificates: [Certificate] = []
    for field in fields[3..<fields.count - 1] {
      guard field.isContext, let children = field.children, field.tag < 2 else { throw .malformed }
      guard field.tag == 0 else { continue }
      // One that can't be read is of no use; whether it is missed shows later.
      certificates += children.compactMap { try? Certificate(der: $0.encoded) }
    }
    self.certificates = certificates
    guard let signers = fields[fields.count - 1].set else { throw .malformed }
    guard signers.count == 1 else { throw .notOneSigner }
    guard var parts = signers[0].sequence, parts.count >= 5, let number = parts[0].integer,
      let signer = SignerIdentifier(parts[1], version: number),
      let digest = try? DigestAlgorithm(identifier: parts[2])
    else { throw .malformed }
    self.signer = signer
    self.digest = digest
    parts.removeFirst(3)
    guard parts[0].isContext(0), let attributes = parts[0].children else { throw .noSignedAttributes }
    signedAttributes = try Self.attributes(attributes)
    signedBytes = [0x31] + parts[0].encoded.dropFirst()
    guard (3...4).contains(parts.count), let algorithm = try? SignatureAlgorithm(parts[1]),
      let signature = parts[2].octets
    else { throw .malformed }
    self.algorithm = algorithm
    signatureAlgorithmBytes = parts[1].encoded
    self.signature = signature
    if parts.count == 4 {
      guard parts[3].isContext(1), let children = parts[3].children else { throw .malformed }
      unsignedAttributes = try Self.attributes(children, areSigned: false)
    } else {
      unsignedAttributes = []
    }
  }

  /// The signed data that bytes hold in DER, or in BER: some programs leave lengths open, and what they signed is in DER
  /// all the same.
  static func read(_ bytes: ArraySlice<UInt8>) throws(CMSFlaw) -> (data: SignedData, isDistinguished: Bool) {
    do throws(CMSFlaw) {
      return (try SignedData(bytes), true)
    } catch {
      guard error == .malformed, let found = BER.distinguished(bytes), found.der[...] != bytes else {
        throw error
      }
      return (try SignedData(found.der[...]), false)
    }
  }

  private static func attributes(_ nodes: [DERNode], areSigned: Bool = true) throws(CMSFlaw) -> [Attribute] {
    var found: [Attribute] = []
    for (index, node) in nodes.enumerated() {
      guard let pair = node.sequence, pair.count == 2, let oid = pair[0].oid, let values = pair[1].set else {
        throw .malformed
      }
      guard values.count == 1, !found.contains(where: { $0.oid == oid }) else { throw .badAttributes }
      // DER has a SET OF in order: anything else could be signed in one order and read in another.
      if areSigned, index > 0, node.encoded.lexicographicallyPrecedes(nodes[index - 1].encoded) {
        throw .badAttributes
      }
      found.append(Attribute(oid: oid, value: values[0]))
    }
    return found
  }

  /// The value of a signed attribute.
  func signedAttribute(_ oid: OID) -> DERNode? { signedAttributes.first { $0.oid == oid }?.value }

  /// The value of an unsigned attribute.
  func unsignedAttribute(_ oid: OID) -> DERNode? { unsignedAttributes.first { $0.oid == oid }?.value }

  /// The signer's certificate, by what the signer names it with.
  var signerCertificate: Certificate? { certificates.first(where: signer.isOf) }

  /// What is wrong with the signature over content of the given digest.
  /// - Parameters:
  ///   - contentDigest: the content's digest, by this signature's algorithm.
  ///   - type: the type the content must have.
  ///   - needsSigningCertificate: whether the attribute must be there.
  /// - Returns: every flaw.
  func flaws(contentDigest: [UInt8], type: OID, needsSigningCertificate: Bool) -> [CMSFlaw] {
    var flaws: [CMSFlaw] = []
    if contentType != type || signedAttribute(.contentType)?.oid != type { flaws.append(.wrongContentType) }
    if signedAttribute(.messageDigest)?.octets != contentDigest[...] { flaws.append(.wrongDigest) }
    if !declaredDigests.contains(digest) || algorithm.digest ?? digest != digest {
      flaws.append(.algorithmsDiffer)
    } else if let protection = signedAttribute(.algorithmProtection), !isProtected(by: protection) {
      flaws.append(.algorithmsDiffer)
    }
    guard let certificate = signerCertificate else { return flaws + [.noSignerCertificate] }
    if let named = SigningCertificateReference(signedAttributes) {
      if !named.matches(certificate) { flaws.append(.wrongSigningCertificate) }
    } else if needsSigningCertificate || signedAttributes.contains(where: { $0.oid == .signingCertificateV2 })
    {
      flaws.append(.noSigningCertificate)
    }
    let keyFits =
      switch algorithm.scheme {
      case .ecdsa: certificate.keyAlgorithm == .ecPublicKey
      case .rsaPKCS1: certificate.keyAlgorithm == .rsaEncryption
      case .rsaPSS: certificate.keyAlgorithm == .rsaEncryption || certificate.keyAlgorithm == .rsaPSS
      }
    if !keyFits
      || !algorithm.scheme.verifies(
        signature, over: signedBytes[...], publicKey: certificate.publicKey,
        digest: algorithm.digest ?? digest)
    {
      flaws.append(.wrongSignature)
    }
    return flaws
  }
}

extension SignedData {
  /// Whether the attribute cms-algorithm-protection (RFC 6211) names the algorithms that are used.
  private func isProtected(by value: DERNode) -> Bool {
    guard let parts = value.sequence, parts.count == 2,
      let named = try? DigestAlgorithm(identifier: parts[0]),
      named == digest, parts[1].isContext(1), let fields = parts[1].children, fields.first?.oid != nil
    else { return false }
    // [1] IMPLICIT: the same AlgorithmIdentifier under another tag.
    return Array(parts[1].encoded.dropFirst()) == Array(signatureAlgorithmBytes.dropFirst())
  }
}

/// How a signer names its certificate (RFC 5652, 5.3).
private enum SignerIdentifier {
  case issuerAndSerial(issuer: [UInt8], serial: [UInt8])
  case keyIdentifier([UInt8])

  /// The identifier of a SignerInfo of a version; the two must fit.
  init?(_ node: DERNode, version: Int) {
    if version == 1, let pair = node.sequence, pair.count == 2, let serial = pair[1].integerBytes {
      self = .issuerAndSerial(issuer: Array(pair[0].encoded), serial: Array(serial))
    } else if version == 3, node.isContext(0), let identifier = node.content {
      self = .keyIdentifier(Array(identifier))
    } else {
      return nil
    }
  }

  /// Whether it names a certificate.
  func isOf(_ certificate: Certificate) -> Bool {
    switch self {
    case .issuerAndSerial(let issuer, let serial):
      certificate.issuer.der == issuer && certificate.serialNumber == serial
    case .keyIdentifier(let identifier): certificate.subjectKeyIdentifier == identifier
    }
  }
}

/// The first certificate that signing-certificate (RFC 2634) or signing-certificate-v2 (RFC 5035) names.
private struct SigningCertificateReference {
  private let digest: DigestAlgorithm
  private let hash: ArraySlice<UInt8>
  private let issuerSerial: (issuer: ArraySlice<UInt8>, serial: ArraySlice<UInt8>)?

  /// The reference in signed attributes; `nil` where there is none that can be read.
  init?(_ attributes: [SignedData.Attribute]) {
    let isNew = attributes.contains { $0.oid == .signingCertificateV2 }
    let wanted: OID = isNew ? .signingCertificateV2 : .signingCertificate
    guard let value = attributes.first(where: { $0.oid == wanted })?.value,
      let first = value.sequence?.first?.sequence?.first, var parts = first.sequence, !parts.isEmpty
    else { return nil }
    if isNew, parts[0].sequence != nil {
      // The new attribute is for digests that are better than the old one's (EN 319 122-1, 5.2.2.3).
      guard let digest = try? DigestAlgorithm(identifier: parts.removeFirst()), digest != .sha1 else {
        return nil
      }
      self.digest = digest
    } else {
      digest = isNew ? .sha256 : .sha1
    }
    guard let hash = parts.first?.octets else { return nil }
    self.hash = hash
    if parts.count > 1 {
      // GeneralNames with one directoryName, and the serial number.
      guard let pair = parts[1].sequence, pair.count == 2, let number = pair[1].integerBytes,
        let names = pair[0].sequence, names.count == 1, names[0].isContext(4), let name = names[0].only
      else { return nil }
      issuerSerial = (name.encoded, number)
    } else {
      issuerSerial = nil
    }
  }

  func matches(_ certificate: Certificate) -> Bool {
    digest.digest(of: certificate.der[...])[...] == hash
      && (issuerSerial.map {
        $0.serial == certificate.serialNumber[...] && $0.issuer == certificate.issuer.der[...]
      } ?? true)
  }
}
