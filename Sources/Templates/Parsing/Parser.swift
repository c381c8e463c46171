import Diagnostics

/// Reads template text to a tree.
///
/// It cannot fail: what it can't read becomes an error node and a diagnostic.
struct Parser {
  /// The most blocks, lists and inline parts that may stand inside one another.
  static let depthLimit = 40
  /// The most mistakes reported of one text.
  static let errorLimit = 100

  let source: SourceText
  var log = DiagnosticLog()
  var keywords: [KeywordUse] = []
  /// The blocks that are open around the place being parsed, the outermost first.
  var openBlocks: [TagKeyword] = []
  /// How many blocks of including texts, and inline parts, are open around the place being parsed.
  var depth = 0
  /// Whether notes may stand at the place being parsed: they stand in a letter's text alone.
  var takesFootnotes = false
  /// Whether the place being parsed is in a note.
  var isInFootnote = false
  /// Where included texts come from.
  var inclusion: Inclusion

  init(_ source: SourceText, inclusion: Inclusion = Inclusion()) {
    self.source = source
    self.inclusion = inclusion
  }

  /// Reports a mistake at a stretch of the text.
  mutating func error(
    _ message: Diagnostic.Message, _ range: Range<Int>, hints: [Diagnostic.Hint] = []
  ) {
    error(message, at: source.location(range), hints: hints)
  }

  /// Reports a mistake, unless too many have been reported.
  mutating func error(
    _ message: Diagnostic.Message, at place: SourceLocation, hints: [Diagnostic.Hint] = []
  ) {
    guard log.diagnostics.count <= Parser.errorLimit else { return }
    let isLast = log.diagnostics.count == Parser.errorLimit
    log.error(isLast ? .tooManyMistakes() : message, at: place, hints: isLast ? [] : hints)
  }

  /// Notes a keyword for the converter.
  mutating func note(_ spelling: Spelling, _ tokens: ArraySlice<Token>) {
    guard let first = tokens.first, let last = tokens.last else { return }
    note(spelling, first.range.lowerBound..<last.range.upperBound)
  }

  /// Notes a keyword for the converter.
  mutating func note(_ spelling: Spelling, _ range: Range<Int>) {
    let variant = spelling.variant(spelled: TagSpelling.key(source.scalars[range]))
    keywords.append(KeywordUse(range: range, variant: variant))
  }

  /// The stretch that tokens cover.
  func range(of tokens: ArraySlice<Token>, or place: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return place }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The name that tokens spell, marks and all.
  func name(_ tokens: ArraySlice<Token>, or place: Range<Int>) -> FieldName {
    let range = range(of: tokens, or: place.lowerBound..<place.lowerBound)
    return FieldName(
      spelled: TagSpelling.spelled(source.scalars[range]), key: TagSpelling.key(source.scalars[range]),
      place: source.location(range))
  }
}

extension Diagnostic.Message {
  fileprivate static func tooManyMistakes() -> Self {
    Self(
      "templates.too-many-mistakes", arabic: "في القالب أخطاء أخرى لم تُذكر؛ أصلح ما سبق أولاً",
      english: "The template has more mistakes than are listed; mend these first")
  }
}
