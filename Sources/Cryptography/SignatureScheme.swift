import COpenSSL

/// How a signature is made of a key and a digest.
public enum SignatureScheme: Hashable, Sendable {
  /// RSASSA-PKCS1-v1_5 (RFC 8017, 8.2): the same bytes every time.
  case rsaPKCS1
  /// RSASSA-PSS (RFC 8017, 8.1) with MGF1 over the same digest, and the salt's length in bytes.
  case rsaPSS(saltLength: Int)
  /// ECDSA (FIPS 186-4).
  case ecdsa

  var code: Int32 {
    switch self {
    case .rsaPKCS1: Int32(copenssl_rsa_pkcs1)
    case .rsaPSS: Int32(copenssl_rsa_pss)
    case .ecdsa: Int32(copenssl_ecdsa)
    }
  }

  /// Whether `signature` is one over `data` by the private half of a public key.
  /// - Parameters:
  ///   - signature: the signature; for ECDSA in DER.
  ///   - data: what was signed.
  ///   - publicKey: the key as SubjectPublicKeyInfo in DER.
  ///   - digest: the digest algorithm.
  /// - Returns: whether it is.
  public func verifies(
    _ signature: ArraySlice<UInt8>, over data: ArraySlice<UInt8>, publicKey: ArraySlice<UInt8>,
    digest: DigestAlgorithm
  ) -> Bool {
    var salt: Int32 = 0
    if case .rsaPSS(let length) = self { salt = Int32(clamping: length) }
    return signature.withUnsafeBufferPointer { signature in
      data.withUnsafeBufferPointer { data in
        publicKey.withUnsafeBufferPointer { key in
          copenssl_verify(
            key.baseAddress, key.count, code, digest.bits, salt, data.baseAddress, data.count,
            signature.baseAddress,
            signature.count) == 1
        }
      }
    }
  }
}
