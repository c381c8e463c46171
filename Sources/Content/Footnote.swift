public import Diagnostics

/// A note to a place in the text, which stands at the foot of the page: the place bears its number.
///
/// Notes are numbered by the layout, in the order of reading.
public struct Footnote: Hashable, Sendable {
  /// What it says; there is no note in a note.
  public var inlines: [Inline]
  /// The digits of its number.
  public var digits: NumberDigits
  /// Where it stands in the template.
  public var origin: SourceLocation?

  /// A note that says `inlines`.
  public init(_ inlines: [Inline], digits: NumberDigits, origin: SourceLocation? = nil) {
    self.inlines = inlines
    self.digits = digits
    self.origin = origin
  }

  /// What its number is written as, at the place and before the note.
  ///
  /// A small ١ alone could be taken for a dagger alef, and a number after a number for part of it: so it stands in
  /// brackets, as in Arabic books.
  public func mark(_ number: Int) -> String { "(" + digits.written(number) + ")" }
}

extension StyleName {
  /// The notes at the foot of a page.
  public static let footnote: StyleName = "footnote"
}

extension StyleSheet {
  /// The style of notes; a sheet without one sets them as its other text, but smaller.
  public var footnote: ParagraphStyle { styles[.footnote] ?? fallback.forFootnotes }
}

extension ParagraphStyle {
  /// This style for notes: 14 points to 18 of the text, as Saudi rules for theses have it, in half points.
  public var forFootnotes: ParagraphStyle {
    var style = self
    style.size = max((size * 14 / 18 * 2).rounded() / 2, 6)
    style.firstLineIndent = 0
    style.spaceBefore = 0
    style.spaceAfter = 2
    return style
  }
}
