/// Whose certificates are trusted to vouch for a server.
///
/// There is no case for «anybody's».
public enum TrustAnchors: Hashable, Sendable {
  /// The authorities that the system trusts.
  case system
  /// The authorities in a PEM file, and no others.
  case file(String)
}
