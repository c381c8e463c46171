import Cryptography

extension SigningIdentity {
  /// The identity in a PKCS#12 file, with further certificates of those above it.
  public init(
    pkcs12: [UInt8], passphrase: [UInt8], certificates: [Certificate] = [], usesPSS: Bool = false
  ) throws(SigningError) {
    let opened: (key: PrivateKey, certificates: [UInt8])
    do {
      opened = try PrivateKey.open(pkcs12: pkcs12, passphrase: passphrase)
    } catch {
      throw .cryptography(error)
    }
    guard let own = try? Certificate.list(opened.certificates) else { throw .noCertificates }
    try self.init(
      key: opened.key, certificates: own + certificates.filter { !own.contains($0) }, usesPSS: usesPSS)
  }

  /// The identity of a key in PEM and certificates.
  public init(
    pem: [UInt8], passphrase: [UInt8]?, certificates: [Certificate], usesPSS: Bool = false
  ) throws(SigningError) {
    let key: PrivateKey
    do {
      key = try PrivateKey(pem: pem, passphrase: passphrase)
    } catch {
      throw .cryptography(error)
    }
    try self.init(key: key, certificates: certificates, usesPSS: usesPSS)
  }

  /// The identity of a key in a PKCS#11 token.
  /// - Parameters:
  ///   - token: the key's URI (RFC 7512).
  ///   - pin: the user's PIN.
  ///   - certificates: the key's certificate and those above it; where there are none, the token's own is taken.
  ///   - usesPSS: whether an RSA key signs with PSS.
  /// - Throws: `SigningError`.
  public init(
    token: String, pin: [UInt8], certificates: [Certificate] = [], usesPSS: Bool = false
  ) throws(SigningError) {
    let key: PrivateKey
    var certificates = certificates
    do {
      key = try PrivateKey(token: token, pin: pin)
      if certificates.isEmpty {
        certificates = (try? Certificate.list(try PrivateKey.certificate(token: token, pin: pin))) ?? []
      }
    } catch {
      throw .cryptography(error)
    }
    try self.init(key: key, certificates: certificates, usesPSS: usesPSS)
  }
}
