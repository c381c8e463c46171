/// What tells codes of one font apart: what they draw, how far they advance, what text they stand for.
///
/// Text and ink lie in a store that goes with the code: a line's (``CodedLine``), a font's (``FontCodes``).
struct FontCode {
  /// Where the outlines it draws are in the ink; nowhere for a code that only stands for text.
  @StoreRange var ink: Range<Int>
  /// How much higher it draws its ink than that says, in font units.
  var rise: Int32 = 0
  /// The rectangle a code without ink has for an outline, shown in text rendering mode 3, which draws nothing
  /// (ISO 32000-1, 9.3.6); `nil` gives it no outline at all.
  ///
  /// Readers know a code's place by its outline: PDFium passes over codes that have none.
  var area: TextArea?
  /// How far it advances, in font units.
  var advance: Int32
  /// Where the text it stands for is.
  @StoreRange var text: Range<Int>

  /// A hash of the code, whose text and ink are in `line`, that is the same in every process.
  func hash(in line: CodedLine) -> UInt32 {
    var state: UInt64 = 0x2545_F491_4F6C_DD1D
    func mix(_ value: UInt64) {
      state = (state ^ value) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
    }
    mix(UInt64(UInt32(bitPattern: advance)) << 8 | UInt64(area.map { $0.rawValue + 1 } ?? 0))
    for part in ink {
      let part = line.ink[part]
      mix(UInt64(part.glyph) << 32 | UInt64(UInt32(bitPattern: part.dx)))
      mix(UInt64(UInt32(bitPattern: part.dy + rise)))
    }
    var word: UInt64 = 0
    for (place, byte) in text.enumerated() {
      word = word << 8 | UInt64(line.text[byte])
      if place & 7 == 7 { mix(word) }
    }
    mix(word)
    return UInt32(truncatingIfNeeded: state ^ state >> 32)
  }
}

/// Where the outline of a code without ink reaches from its foot to its top.
enum TextArea: UInt8, Hashable {
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

/// A piece of a code's ink: an outline of the font, moved.
struct InkPart: Hashable {
  /// The glyph in the font file.
  var glyph: UInt32
  /// How far right of the code's origin it stands, in font units.
  var dx: Int32
  /// How far above the baseline, in font units.
  var dy: Int32
}

extension InkPart {
  /// A glyph that stands for a digit of a form, by its number: beyond all glyphs of fonts.
  static func placeholder(_ digit: Int) -> UInt32 { 1 << 31 | UInt32(digit) }

  /// The number of the digit that it stands for, if it is no glyph.
  var placeholder: Int? { glyph < 1 << 31 ? nil : Int(glyph & ~(1 << 31)) }
}
