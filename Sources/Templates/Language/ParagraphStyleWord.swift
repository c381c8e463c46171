/// The styles that a template may name in words of its own language; other names are a theme's own.
enum ParagraphStyleWord: Keyword {
  case body, note, small, centered, quote

  static let table = KeywordTable<ParagraphStyleWord>()

  var spelling: Spelling {
    switch self {
    case .body: Spelling("نص", "body")
    case .note: Spelling("ملاحظة", "note")
    case .small: Spelling("صغير", "small")
    case .centered: Spelling("وسط", "centered")
    case .quote: Spelling("اقتباس", "quote")
    }
  }

  /// The name of the style that a tag's words mean.
  static func styleName(_ name: FieldName) -> String { table[name.key]?.spelling.english ?? name.spelled }
}
