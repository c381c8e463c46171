/// What libcrypto wouldn't do.
public enum CryptographyError: Error, Hashable, Sendable {
  /// The passphrase is wrong, or the bytes aren't a key of the kind.
  case unreadableKey(reason: String)
  /// The key's file is encrypted as nobody should any more (RC2, DES), and libcrypto won't open it.
  case obsoleteEncryption(reason: String)
  /// The token, its key or its certificate isn't there, or the PIN is wrong.
  case unreachableToken(reason: String)
  /// The bytes hold no certificate.
  case noCertificate
  /// The key didn't sign.
  case notSigned(reason: String)
  /// Anything else.
  case failed(reason: String)
}
