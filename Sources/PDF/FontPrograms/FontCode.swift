/// A piece of a code's ink: an outline of the font, moved.
struct InkPart: Hashable {
  /// The glyph in the font file.
  var glyph: UInt32
  /// How far right of the code's origin it stands, in font units.
  var dx: Int32
  /// How far above the baseline, in font units.
  var dy: Int32
}

/// What tells codes of one font apart: what they draw, how far they advance, what text they stand for.
struct FontCode: Hashable {
  /// What it draws; nothing for a code that only stands for text.
  var ink: [InkPart]
  /// Where the empty outline of a code without ink stands, in font units from its origin; `nil` gives it no
  /// outline at all.
  var anchor: InkPart?
  /// How far it advances, in font units.
  var advance: Int32
  /// The text it stands for.
  var text: String
}

extension FontCode {
  /// A code that draws one outline of the font where it stands.
  init(glyph: UInt32, advance: Int32, text: String) {
    self.init(ink: [InkPart(glyph: glyph, dx: 0, dy: 0)], anchor: nil, advance: advance, text: text)
  }
}
