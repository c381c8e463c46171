/// Why a font can't be used: the machine's failure, not a user's mistake.
public enum FontError: Error, Hashable, CustomStringConvertible {
  /// The file can't be read as a font.
  case unreadable(path: String)
  /// `fonts.lock` can't be read, or holds no face.
  case lockUnreadable(path: String)
  /// Fontconfig refuses `fonts.conf`.
  case configurationUnreadable(path: String)

  /// The failure in English.
  public var description: String {
    switch self {
    case .unreadable(let path): "the font's file \(path) can't be read as a font"
    case .lockUnreadable(let path): "the list of locked fonts \(path) can't be read"
    case .configurationUnreadable(let path): "the fonts' configuration \(path) can't be read"
    }
  }
}
