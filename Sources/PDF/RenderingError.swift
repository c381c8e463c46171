/// Why pages could not be drawn: the machine's failure, not a user's mistake.
public enum RenderingError: Error, Hashable {
  /// A font file that could be shaped with can't be opened for drawing.
  case unreadableFont(path: String)
  /// A picture that was read without complaint can't be drawn; the reason is its decoder's own.
  case undrawableImage(reason: String)
  /// Cairo refused; the reason is its own.
  case cairo(reason: String)
}
