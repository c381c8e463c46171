/// What is wrong with a CMS signature (RFC 5652, RFC 5035, ETSI EN 319 122-1), apart from whom it is by.
public enum CMSFlaw: String, Error, Hashable, Sendable, CaseIterable {
  /// It isn't DER, or not the structure.
  case malformed
  /// Its content type isn't signed data.
  case notSignedData
  /// It carries the content that it should only point to.
  case envelopsContent
  /// It hasn't exactly one signer.
  case notOneSigner
  /// It has no signed attributes.
  case noSignedAttributes
  /// An attribute comes twice, has several values, or stands out of order.
  case badAttributes
  /// The attribute content-type is missing or names another type than the content has.
  case wrongContentType
  /// The digest in the attribute message-digest isn't that of what was signed.
  case wrongDigest
  /// The signer's certificate isn't there.
  case noSignerCertificate
  /// The attribute signing-certificate is missing.
  case noSigningCertificate
  /// The attribute signing-certificate names another certificate.
  case wrongSigningCertificate
  /// The signature's digest algorithm isn't the one that the attributes were made with.
  case algorithmsDiffer
  /// The signature isn't the certificate's key's.
  case wrongSignature
}
