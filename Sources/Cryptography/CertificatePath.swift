import COpenSSL

/// Certificate paths (RFC 5280, 6), built and checked by libcrypto.
public enum CertificatePath {
  /// Why there is no path.
  public enum Flaw: Error, Hashable, Sendable {
    /// No anchor was reached.
    case notTrusted
    /// A certificate wasn't valid yet.
    case notYetValid
    /// A certificate was no longer valid.
    case expired
    /// A certificate's signature is wrong.
    case badSignature
    /// A certificate may not be used so, or names something unknown as critical: libcrypto's own number.
    case unsuitable(code: Int)
  }

  /// The certificates from `leaf` to an anchor, in DER one behind the other.
  /// - Parameters:
  ///   - leaf: the certificate to begin with, in DER.
  ///   - others: certificates that may stand between, in DER one behind the other.
  ///   - anchors: certificates that are trusted, in DER one behind the other.
  ///   - time: the time to check validity at, in seconds since 1970.
  /// - Returns: the path.
  /// - Throws: `Flaw`.
  public static func build(
    leaf: [UInt8], others: [UInt8], anchors: [UInt8], time: Int64
  ) throws(Flaw) -> [UInt8] {
    var (error, depth): (Int32, Int32) = (0, 0)
    let buffer = copenssl_path(
      leaf, leaf.count, others, others.count, anchors, anchors.count, time, &error, &depth)
    if let path = [UInt8](taking: buffer) { return path }
    // The numbers are those of openssl/x509_vfy.h.
    switch error {
    case 2, 18, 19, 20, 21: throw .notTrusted
    case 7: throw .badSignature
    case 9: throw .notYetValid
    case 10: throw .expired
    default: throw .unsuitable(code: Int(error))
    }
  }

  /// The certificates of a PEM or DER file, in DER one behind the other.
  public static func certificates(ofFile bytes: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard let found = [UInt8](taking: copenssl_certificates(bytes, bytes.count)) else { throw .noCertificate }
    return found
  }
}

/// Bytes nobody can foretell.
public enum RandomBytes {
  /// So many bytes from libcrypto's generator.
  public static func generate(_ count: Int) throws(CryptographyError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard copenssl_random(&bytes, count) == 1 else { throw .failed(reason: libcryptoReason()) }
    return bytes
  }
}
