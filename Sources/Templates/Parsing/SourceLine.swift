/// A line of a template's body and what its first characters make of it.
struct SourceLine {
  /// What a line is.
  enum Kind {
    case blank
    case text
    case heading(level: Int, text: Range<Int>)
    case item(number: Int?, text: Range<Int>)
    case row
    /// One tag and nothing else, of a keyword that stands as a block.
    case tag(TagKeyword, inside: Range<Int>)

    /// Whether it is a line of running text.
    var isText: Bool {
      if case .text = self { true } else { false }
    }
  }

  let kind: Kind
  /// The line without spaces and invisible characters at its ends.
  let content: Range<Int>
  /// How many spaces stand before it.
  let indent: Int
}

extension Parser {
  /// What a line of the body is.
  func line(_ range: Range<Int>) -> SourceLine {
    let content = source.trimmed(range)
    let indent = source.scalars[range.lowerBound..<content.lowerBound].count { TagSpelling.isSpace($0) }
    return SourceLine(kind: kind(content), content: content, indent: indent)
  }

  private func kind(_ content: Range<Int>) -> SourceLine.Kind {
    guard !content.isEmpty else { return .blank }
    let scalars = source.scalars
    switch scalars[content.lowerBound] {
    case "#":
      let level = scalars[content].prefix { $0 == "#" }.count
      let text = content.lowerBound + level
      if level <= 6, text < content.upperBound, TagSpelling.isBlank(scalars[text]) {
        return .heading(level: level, text: source.trimmed(text..<content.upperBound))
      }
    case "-", "•", "–":
      if let text = itemText(content, after: content.lowerBound + 1) { return .item(number: nil, text: text) }
    case "|":
      return .row
    case "{":
      if let tag = loneTag(content) { return tag }
    default:
      if let item = numberedItem(content) { return item }
    }
    return .text
  }

  private func itemText(_ content: Range<Int>, after mark: Int) -> Range<Int>? {
    guard mark < content.upperBound, TagSpelling.isBlank(source.scalars[mark]) else { return nil }
    return source.trimmed(mark..<content.upperBound)
  }

  /// `١.`, `١-` or `١)` and a space, with a number of at most three digits.
  private func numberedItem(_ content: Range<Int>) -> SourceLine.Kind? {
    let digits = source.scalars[content].prefix { $0.properties.numericType == .decimal }.count
    let mark = content.lowerBound + digits
    guard (1...3).contains(digits), mark < content.upperBound,
      [".", "-", ")"].contains(source.scalars[mark]),
      let number = Int(TagSpelling.key(source.scalars[content.lowerBound..<mark])),
      let text = itemText(content, after: mark + 1)
    else { return nil }
    return .item(number: number, text: text)
  }

  private func loneTag(_ content: Range<Int>) -> SourceLine.Kind? {
    guard let start = InlineScanner.opening(source.scalars, content.lowerBound, content.upperBound),
      case .closed(let end, let after) = InlineScanner.tagEnd(
        source.scalars, from: start, to: content.upperBound),
      after == content.upperBound
    else { return nil }
    let tokens = TagLexer.tokens(of: source, in: start..<end)
    guard let (word, _) = keyword(in: tokens[...]), word.standsAsBlock else { return nil }
    return .tag(word, inside: start..<end)
  }
}
