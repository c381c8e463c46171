/// An object identifier, held as its DER content.
struct OID: Hashable, Sendable {
  let bytes: [UInt8]

  /// The identifier of DER content.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// The identifier of its arcs.
  init(_ arcs: Int...) {
    var bytes: [UInt8] = []
    for arc in [arcs[0] * 40 + arcs[1]] + arcs.dropFirst(2) {
      var groups = [UInt8(arc & 0x7F)]
      var rest = arc >> 7
      while rest > 0 {
        groups.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes += groups.reversed()
    }
    self.bytes = bytes
  }
}

extension OID {
  // CMS (RFC 5652)
  static let cmsData = OID(1, 2, 840, 113549, 1, 7, 1)
  static let signedData = OID(1, 2, 840, 113549, 1, 7, 2)
  static let contentType = OID(1, 2, 840, 113549, 1, 9, 3)
  static let messageDigest = OID(1, 2, 840, 113549, 1, 9, 4)
  static let signingTime = OID(1, 2, 840, 113549, 1, 9, 5)
  static let algorithmProtection = OID(1, 2, 840, 113549, 1, 9, 52)
  static let revocationArchival = OID(1, 2, 840, 113583, 1, 1, 8)
  // ESS (RFC 5035) and time-stamps (RFC 3161)
  static let signingCertificate = OID(1, 2, 840, 113549, 1, 9, 16, 2, 12)
  static let signingCertificateV2 = OID(1, 2, 840, 113549, 1, 9, 16, 2, 47)
  static let signatureTimeStamp = OID(1, 2, 840, 113549, 1, 9, 16, 2, 14)
  static let tstInfo = OID(1, 2, 840, 113549, 1, 9, 16, 1, 4)
  // Digests (RFC 5754)
  static let sha1 = OID(1, 3, 14, 3, 2, 26)
  static let sha256 = OID(2, 16, 840, 1, 101, 3, 4, 2, 1)
  static let sha384 = OID(2, 16, 840, 1, 101, 3, 4, 2, 2)
  static let sha512 = OID(2, 16, 840, 1, 101, 3, 4, 2, 3)
  // Keys and signatures (RFC 3279, 4055, 5758)
  static let rsaEncryption = OID(1, 2, 840, 113549, 1, 1, 1)
  static let mgf1 = OID(1, 2, 840, 113549, 1, 1, 8)
  static let rsaPSS = OID(1, 2, 840, 113549, 1, 1, 10)
  static let sha1WithRSA = OID(1, 2, 840, 113549, 1, 1, 5)
  static let sha256WithRSA = OID(1, 2, 840, 113549, 1, 1, 11)
  static let sha384WithRSA = OID(1, 2, 840, 113549, 1, 1, 12)
  static let sha512WithRSA = OID(1, 2, 840, 113549, 1, 1, 13)
  static let ecPublicKey = OID(1, 2, 840, 10045, 2, 1)
  static let ecdsaSHA256 = OID(1, 2, 840, 10045, 4, 3, 2)
  static let ecdsaSHA384 = OID(1, 2, 840, 10045, 4, 3, 3)
  static let ecdsaSHA512 = OID(1, 2, 840, 10045, 4, 3, 4)
  static let p256 = OID(1, 2, 840, 10045, 3, 1, 7)
  static let p384 = OID(1, 3, 132, 0, 34)
  static let p521 = OID(1, 3, 132, 0, 35)
  // Names (X.520)
  static let commonName = OID(2, 5, 4, 3)
  static let organization = OID(2, 5, 4, 10)
  // Certificate extensions (RFC 5280, RFC 6960)
  static let subjectKeyIdentifier = OID(2, 5, 29, 14)
  static let keyUsage = OID(2, 5, 29, 15)
  static let basicConstraints = OID(2, 5, 29, 19)
  static let crlNumber = OID(2, 5, 29, 20)
  static let crlDistributionPoints = OID(2, 5, 29, 31)
  static let authorityKeyIdentifier = OID(2, 5, 29, 35)
  static let extendedKeyUsage = OID(2, 5, 29, 37)
  static let authorityInformationAccess = OID(1, 3, 6, 1, 5, 5, 7, 1, 1)
  static let ocspAccess = OID(1, 3, 6, 1, 5, 5, 7, 48, 1)
  static let serverAuthentication = OID(1, 3, 6, 1, 5, 5, 7, 3, 1)
  static let codeSigning = OID(1, 3, 6, 1, 5, 5, 7, 3, 3)
  static let timeStamping = OID(1, 3, 6, 1, 5, 5, 7, 3, 8)
  static let ocspSigning = OID(1, 3, 6, 1, 5, 5, 7, 3, 9)
  static let ocspBasic = OID(1, 3, 6, 1, 5, 5, 7, 48, 1, 1)
  static let ocspNoCheck = OID(1, 3, 6, 1, 5, 5, 7, 48, 1, 5)
}
