import Cryptography

/// An X.509 certificate (RFC 5280, 4), read strictly.
public struct Certificate: Hashable, Sendable {
  /// The certificate in DER.
  public let der: [UInt8]
  /// Whom it is about.
  public let subject: DistinguishedName
  /// Who issued it.
  public let issuer: DistinguishedName
  /// The serial number's bytes, the first one 00 where the number would read as negative.
  public let serialNumber: [UInt8]
  /// When it begins to be valid.
  public let notBefore: PointInTime
  /// When it ends to be valid.
  public let notAfter: PointInTime

  let publicKey: ArraySlice<UInt8>
  let keyAlgorithm: OID
  let keyCurve: OID?
  /// The bits of an RSA modulus or of a curve's order.
  let keyBits: Int
  let signatureAlgorithm: SignatureAlgorithm
  let signature: ArraySlice<UInt8>
  let signedPart: ArraySlice<UInt8>
  let extensions: [CertificateExtension]

  /// The certificate in DER bytes.
  init(der bytes: ArraySlice<UInt8>) throws(DERError) {
    let malformed = DERError(structure: "Certificate")
    let root = try DERNode(bytes, as: "Certificate")
    guard let parts = root.sequence, parts.count == 3, var fields = parts[0].sequence,
      let signature = parts[2].wholeBits
    else { throw malformed }
    guard fields.count >= 7, fields[0].isContext(0), fields[0].only?.integer == 2 else { throw malformed }
    fields.removeFirst()
    guard let serial = fields[0].integerBytes, serial.count <= 21, fields[1].encoded == parts[1].encoded,
      let validity = fields[3].sequence, validity.count == 2, let start = validity[0].time,
      let end = validity[1].time, let key = fields[5].sequence, key.count == 2,
      let algorithm = key[0].sequence,
      let keyAlgorithm = algorithm.first?.oid, let keyBytes = key[1].wholeBits
    else { throw malformed }
    serialNumber = Array(serial)
    issuer = try DistinguishedName(fields[2])
    subject = try DistinguishedName(fields[4])
    (notBefore, notAfter) = (start, end)
    publicKey = fields[5].encoded
    self.keyAlgorithm = keyAlgorithm
    keyCurve = algorithm.count == 2 ? algorithm[1].oid : nil
    switch keyAlgorithm {
    case .rsaEncryption, .rsaPSS:
      guard let numbers = try DERNode(keyBytes, as: "RSAPublicKey").sequence, numbers.count == 2,
        let modulus = numbers[0].integerBytes?.drop(while: { $0 == 0 }), let first = modulus.first
      else { throw malformed }
      keyBits = modulus.count * 8 - first.leadingZeroBitCount
    case .ecPublicKey:
      keyBits = keyCurve == .p256 ? 256 : keyCurve == .p384 ? 384 : keyCurve == .p521 ? 521 : 0
    default: keyBits = 0
    }
    signatureAlgorithm = try SignatureAlgorithm(parts[1])
    self.signature = signature
    signedPart = parts[0].encoded
    var extensions: [CertificateExtension] = []
    for field in fields.dropFirst(6) where field.isContext(3) {
      guard let list = field.only?.sequence else { throw malformed }
      extensions = try CertificateExtension.read(list)
    }
    self.extensions = extensions
    der = Array(bytes)
  }

  /// The certificates that stand in bytes one behind the other.
  static func list(_ bytes: [UInt8]) throws(DERError) -> [Certificate] {
    var rest = bytes[...]
    var found: [Certificate] = []
    while !rest.isEmpty {
      guard let count = elementLength(rest), found.count < 256 else {
        throw DERError(structure: "Certificate")
      }
      found.append(try Certificate(der: rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return found
  }

  /// The length of the element that bytes begin with, its tag and length counted.
  private static func elementLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let header = Array(bytes.prefix(6))
    guard header.count >= 2 else { return nil }
    if header[1] < 0x80 { return min(bytes.count, 2 + Int(header[1])) }
    let size = Int(header[1] & 0x7F)
    guard (1...4).contains(size), header.count >= 2 + size else { return nil }
    let length = header[2..<2 + size].reduce(0) { $0 << 8 | Int($1) }
    return length <= bytes.count - 2 - size ? 2 + size + length : nil
  }

  /// The certificates of a PEM or DER file.
  /// - Throws: `SigningError` when it holds none.
  public static func read(file bytes: [UInt8]) throws(SigningError) -> [Certificate] {
    guard let der = try? CertificatePath.certificates(ofFile: bytes), let list = try? Self.list(der),
      !list.isEmpty
    else { throw .noCertificates }
    return list
  }

  /// The extension of a kind.
  func value(of oid: OID) -> CertificateExtension? { extensions.first { $0.oid == oid } }

  /// Whether it names itself as its issuer.
  public var isSelfIssued: Bool { subject.der == issuer.der }

  /// Whether the key of `issuer` made this certificate's signature.
  func isSigned(by issuer: Certificate) -> Bool {
    guard let digest = signatureAlgorithm.digest else { return false }
    return signatureAlgorithm.scheme.verifies(
      signature, over: signedPart, publicKey: issuer.publicKey, digest: digest)
  }

  /// Two certificates are the same when their bytes are.
  public static func == (a: Certificate, b: Certificate) -> Bool { a.der == b.der }
  /// Hashes the bytes.
  public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}
