/// A failure of the machine while reading records; mistakes in a file are diagnostics instead.
public enum RecordError: Error, Hashable, Sendable {
  /// The file isn't there.
  case noSuchFile(path: String)
  /// The system doesn't let the file be read, or it is a folder.
  case unreadable(path: String)
}
