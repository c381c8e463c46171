public import Cryptography

/// Why nothing was signed, or nothing was added to a signature.
public enum SigningError: Error, Hashable, Sendable {
  /// The file isn't PDF as ISO 32000-1 has it.
  case notAPDF(reason: String)
  /// The file is encrypted: signing it would need its key.
  case encrypted
  /// Bytes stand behind the file's end.
  case bytesBehindEnd
  /// The file has something that shows what its signer didn't see: scripts, hidden layers, launches.
  case activeContent(String)
  /// The file has no signature field of the name.
  case noField(String)
  /// The field is signed already.
  case alreadySigned(field: String)
  /// An earlier signature doesn't allow another change.
  case forbiddenByCertification
  /// A certification must come before every other signature.
  case certificationNotFirst
  /// The key and the certificate don't belong together.
  case keyWithoutCertificate
  /// The certificate isn't valid at the time of signing.
  case certificateNotValid(subject: String)
  /// The certificate's key may not sign documents, or is too weak.
  case unsuitableKey(subject: String)
  /// The file has no certificate.
  case noCertificates
  /// The time-stamp authority gave no token that can be used.
  case noTimestamp(reason: String)
  /// Revocation of a certificate couldn't be learned.
  case noRevocation(subject: String)
  /// A certificate is revoked.
  case revoked(subject: String)
  /// There is no path from a certificate to an anchor.
  case noPath(subject: String)
  /// The signature is larger than the room that was computed for it.
  case roomTooSmall
  /// libcrypto failed.
  case cryptography(CryptographyError)
}
