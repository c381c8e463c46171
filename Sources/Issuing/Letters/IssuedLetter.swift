public import Register

/// A letter that was issued: its entry, and its file as the archive keeps it.
public struct IssuedLetter: Hashable, Sendable {
  /// The entry.
  public let entry: RegisterEntry
  /// The file's path.
  public let path: String
  /// SHA-256 of the file, in hexadecimal.
  public let sha256: String
  /// The number of pages.
  public let pages: Int
}
