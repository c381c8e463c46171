/// What tells codes of one font apart: what they draw, how far they advance, what text they stand for.
struct FontCode: Hashable {
  /// What it draws; nothing for a code that only stands for text.
  var ink: Ink
  /// The rectangle a code without ink has for an outline, shown in text rendering mode 3, which draws nothing
  /// (ISO 32000-1, 9.3.6); `nil` gives it no outline at all.
  ///
  /// Readers know a code's place by its outline: PDFium passes over codes that have none.
  var area: TextArea?
  /// How far it advances, in font units.
  var advance: Int32
  /// The text it stands for.
  var text: String
}

/// Where the outline of a code without ink reaches from its foot to its top.
enum TextArea: Hashable {
  /// From below the deepest letters to above the highest.
  case line
  /// Well below any letter, so that no outline on the line stands beside it.
  case apart

  /// Its foot and its top, in multiples of the em above the baseline.
  var extent: (bottom: Double, top: Double) {
    switch self {
    case .line: (-0.3, 0.8)
    case .apart: (-3, -2)
    }
  }
}

extension FontCode {
  /// A code that draws one outline of the font where it stands.
  init(glyph: UInt32, advance: Int32, text: String) {
    self.init(ink: Ink(InkPart(glyph: glyph, dx: 0, dy: 0)), area: nil, advance: advance, text: text)
  }
}
