import Cryptography

/// Until when algorithms may be relied on (ETSI TS 119 312 V1.5.1).
enum AlgorithmPolicy {
  /// A digest's last day; `nil` where none is set.
  static func end(of digest: DigestAlgorithm) -> PointInTime? {
    digest == .sha1 ? PointInTime(year: 2012, month: 8, day: 1) : nil
  }

  /// The last day of a key of a certificate with a scheme; `nil` where none is set.
  static func end(of certificate: Certificate, scheme: SignatureScheme) -> PointInTime? {
    switch scheme {
    case .ecdsa: return certificate.keyBits >= 256 ? nil : PointInTime(year: 2012, month: 8, day: 1)
    case .rsaPKCS1, .rsaPSS:
      if certificate.keyBits < 1024 { return PointInTime(year: 2000, month: 1, day: 1) }
      if certificate.keyBits < 1900 { return PointInTime(year: 2019, month: 10, day: 1) }
      if certificate.keyBits < 3000 { return PointInTime(year: 2029, month: 1, day: 1) }
      if case .rsaPSS = scheme { return nil }
      return PointInTime(year: 2029, month: 1, day: 1)
    }
  }

  /// Whether a signature's algorithms could be relied on at a time.
  static func allows(
    _ certificate: Certificate, _ scheme: SignatureScheme, _ digest: DigestAlgorithm, at time: PointInTime
  ) -> Bool {
    [end(of: digest), end(of: certificate, scheme: scheme)].allSatisfy { $0.map { time < $0 } ?? true }
  }
}
