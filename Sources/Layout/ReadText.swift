import Text

extension [TextPiece] {
  /// Whether there is anything in them to read: words, numbers, signs; not dots to write on.
  var isRead: Bool {
    contains { piece in
      guard case .run(let run) = piece else { return false }
      // Nearly all text begins with a letter or digit, of which the first byte says enough: ASCII from `!` on, or what
      // begins with D9 to DB, U+0640 to U+06FF.
      if let first = run.text.utf8.first, 0x21...0x7E ~= first || 0xD9...0xDB ~= first { return true }
      return run.text.unicodeScalars.contains {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
      }
    }
  }

  /// Their text, if there are check boxes or ticks in it, which lines don't state as text; `nil` otherwise.
  var textOfSigns: String? {
    guard contains(where: \.hasSigns) else { return nil }
    var text = String.UnicodeScalarView()
    for piece in self {
      switch piece {
      case .run(let run): text += run.text.unicodeScalars.filter { !$0.properties.isBidiControl }
      case .lineBreak, .flexibleSpace: text.append(" ")
      case .dottedFill, .writingSpace: break
      }
    }
    return String(text)
  }
}

extension TextPiece {
  fileprivate var hasSigns: Bool {
    // All signs begin with this byte in UTF-8: other text is passed over without decoding it.
    guard case .run(let run) = self, run.text.utf8.contains(0xE2) else { return false }
    return run.text.unicodeScalars.contains(where: \.isDrawnSign)
  }
}
