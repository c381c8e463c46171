/// Why a font can't be used: the machine's failure, not a user's mistake.
public enum FontError: Error, Hashable {
  /// The file can't be read as a font.
  case unreadable(path: String)
  /// `fonts.lock` can't be read, or holds no face.
  case lockUnreadable(path: String)
  /// Fontconfig refuses `fonts.conf`.
  case configurationUnreadable(path: String)
}
