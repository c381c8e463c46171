import COpenSSL
import Synchronization

/// A private key.
///
/// It signs, and never leaves libcrypto or its token but under a passphrase.
public final class PrivateKey: Sendable {
  /// What a key is made of.
  public enum Kind: Hashable, Sendable {
    /// RSA with a modulus of so many bits.
    case rsa(bits: Int)
    /// NIST P-256.
    case p256
    /// NIST P-384.
    case p384
  }

  // libcrypto's keys may be used by several threads at once as long as nobody changes them, and nobody does.
  private nonisolated(unsafe) let handle: OpaquePointer
  private let isInToken: Bool
  /// Tokens have few sessions, and their engine one for all of them: whoever signs in one waits for the others.
  private static let turn = Mutex(())

  private init(_ handle: OpaquePointer, isInToken: Bool = false) {
    self.handle = handle
    self.isInToken = isInToken
  }

  deinit { copenssl_key_close(handle) }

  /// A new key.
  public static func generate(_ kind: Kind) throws(CryptographyError) -> PrivateKey {
    let handle: OpaquePointer? =
      switch kind {
      case .rsa(let bits): copenssl_key_generate(nil, bits)
      case .p256: copenssl_key_generate("P-256", 0)
      case .p384: copenssl_key_generate("P-384", 0)
      }
    guard let handle else { throw .failed(reason: libcryptoReason()) }
    return PrivateKey(handle)
  }

  /// The key of a PEM file (PKCS#8, PKCS#1 or SEC 1), encrypted or not.
  public convenience init(pem: [UInt8], passphrase: [UInt8]?) throws(CryptographyError) {
    let handle =
      if let passphrase {
        copenssl_key_from_file(pem, pem.count, passphrase, passphrase.count)
      } else {
        copenssl_key_from_file(pem, pem.count, nil, 0)
      }
    guard let handle else { throw .unreadableKey(reason: libcryptoReason()) }
    self.init(handle)
  }

  /// The key of a PKCS#12 file, with its certificates in DER, the key's own first.
  public static func open(
    pkcs12: [UInt8], passphrase: [UInt8]
  ) throws(CryptographyError) -> (key: PrivateKey, certificates: [UInt8]) {
    var buffer = copenssl_buffer()
    let handle = copenssl_key_from_pkcs12(pkcs12, pkcs12.count, passphrase, passphrase.count, &buffer)
    guard let handle, let certificates = [UInt8](taking: buffer) else {
      let isOld = copenssl_lacks_algorithm() != 0
      let reason = libcryptoReason()
      throw isOld ? .obsoleteEncryption(reason: reason) : .unreadableKey(reason: reason)
    }
    return (PrivateKey(handle), certificates)
  }

  /// A key in a PKCS#11 token.
  /// - Parameters:
  ///   - uri: the key's URI (RFC 7512).
  ///   - pin: the user's PIN.
  /// - Throws: `CryptographyError` when the token, the key or the PIN isn't right.
  public convenience init(token uri: String, pin: [UInt8]) throws(CryptographyError) {
    guard let handle = copenssl_key_from_token(uri, pin, pin.count) else {
      throw .unreachableToken(reason: libcryptoReason())
    }
    self.init(handle, isInToken: true)
  }

  /// The certificate that a token holds under a URI, in DER.
  public static func certificate(token uri: String, pin: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard let bytes = [UInt8](taking: copenssl_certificate_from_token(uri, pin, pin.count)) else {
      throw .unreachableToken(reason: libcryptoReason())
    }
    return bytes
  }

  /// The public key as SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) in DER.
  public func publicKey() throws(CryptographyError) -> [UInt8] {
    guard let bytes = [UInt8](taking: copenssl_key_public(handle)) else {
      throw .failed(reason: libcryptoReason())
    }
    return bytes
  }

  /// The signature over `data`; PSS's salt is as long as the digest.
  public func sign(
    _ data: [UInt8], scheme: SignatureScheme, digest: DigestAlgorithm
  ) throws(CryptographyError) -> [UInt8] {
    let sign = { [handle] in
      [UInt8](taking: copenssl_sign(handle, scheme.code, digest.bits, data, data.count))
    }
    guard let signature = isInToken ? Self.turn.withLock({ _ in sign() }) : sign() else {
      throw .notSigned(reason: libcryptoReason())
    }
    return signature
  }

  /// The key and its certificates in a PKCS#12 file.
  /// - Parameters:
  ///   - certificates: in DER, the key's own first.
  ///   - name: the friendly name.
  ///   - passphrase: what encrypts the file.
  /// - Returns: the file.
  /// - Throws: `CryptographyError`.
  public func pkcs12(
    certificates: [UInt8], name: String, passphrase: [UInt8]
  ) throws(CryptographyError) -> [UInt8] {
    let buffer = copenssl_pkcs12(
      handle, certificates, certificates.count, name, passphrase, passphrase.count)
    guard let bytes = [UInt8](taking: buffer) else { throw .failed(reason: libcryptoReason()) }
    return bytes
  }
}
