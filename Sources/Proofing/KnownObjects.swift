/// What was read of objects that return from letter to letter: a letterhead's art, the fonts of a template, lines of text.
///
/// One serves every thread. It is known again by its bytes alone, so that what it says is what reading would.
public final class KnownObjects: Sendable {
  let art = KnownArt()
  let fonts = KnownFonts()
  let lines = KnownLines()

  /// Nothing known yet.
  public init() {}
}
