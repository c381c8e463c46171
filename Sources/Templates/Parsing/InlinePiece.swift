/// A stretch of a paragraph before its nesting is known.
enum InlinePiece {
  case text(Range<Int>)
  /// A mark, or two braces, that a backslash makes plain characters.
  case escaped(Range<Int>)
  /// One asterisk or several that may begin or end emphasis.
  case asterisk(Range<Int>, mayOpen: Bool, mayClose: Bool)
  case tag(whole: Range<Int>, inside: Range<Int>)
  /// `{{` without `}}`.
  case unclosed(Range<Int>)
  /// `}}` without `{{`.
  case stray(Range<Int>)

  /// Where it ends.
  var end: Int {
    switch self {
    case .text(let range), .escaped(let range), .asterisk(let range, _, _), .tag(let range, _),
      .unclosed(let range), .stray(let range):
      range.upperBound
    }
  }
}

/// Cuts paragraphs into text, tags and emphasis marks.
enum InlineScanner {
  /// The characters that a backslash makes plain.
  static let marks: Set<Unicode.Scalar> = ["\\", "*", "{", "}", "|", "#", "-", ".", ":", "•", ")"]

  /// The pieces of a stretch of one or more lines.
  static func pieces(of source: SourceText, in range: Range<Int>) -> [InlinePiece] {
    var pieces: [InlinePiece] = []
    var (index, textStart) = (range.lowerBound, range.lowerBound)
    while index < range.upperBound {
      guard let piece = piece(of: source.scalars, at: index, in: range) else {
        index += 1
        continue
      }
      if textStart < index { pieces.append(.text(textStart..<index)) }
      pieces.append(piece)
      index = piece.end
      textStart = index
    }
    if textStart < index { pieces.append(.text(textStart..<index)) }
    return pieces
  }

  /// The piece that begins at `index`; `nil` where text goes on.
  private static func piece(of scalars: [Unicode.Scalar], at index: Int, in range: Range<Int>) -> InlinePiece?
  {
    let end = range.upperBound
    switch scalars[index] {
    case "\\" where index + 1 < end && marks.contains(scalars[index + 1]):
      let after = opening(scalars, index + 1, end) ?? closing(scalars, index + 1, end) ?? index + 2
      return .escaped(index + 1..<after)
    case "*":
      let after = scalars[index..<end].firstIndex { $0 != "*" } ?? end
      let isOpen = after < end && !TagSpelling.isBlank(scalars[after])
      let isClosed = index > range.lowerBound && !TagSpelling.isBlank(scalars[index - 1])
      return .asterisk(index..<after, mayOpen: isOpen, mayClose: isClosed)
    case "{":
      guard let inside = opening(scalars, index, end) else { return nil }
      switch tagEnd(scalars, from: inside, to: end) {
      case .closed(let insideEnd, let after): return .tag(whole: index..<after, inside: inside..<insideEnd)
      case .unclosed(let stop): return .unclosed(index..<stop)
      }
    case "}": return closing(scalars, index, end).map { .stray(index..<$0) }
    default: return nil
    }
  }

  /// Where the inside of a tag begins, if two braces stand at `index`, with nothing visible between them.
  static func opening(_ scalars: [Unicode.Scalar], _ index: Int, _ end: Int) -> Int? {
    doubled("{", scalars, index, end)
  }

  private static func closing(_ scalars: [Unicode.Scalar], _ index: Int, _ end: Int) -> Int? {
    doubled("}", scalars, index, end)
  }

  private static func doubled(
    _ brace: Unicode.Scalar, _ scalars: [Unicode.Scalar], _ index: Int, _ end: Int
  ) -> Int? {
    guard index < end, scalars[index] == brace else { return nil }
    var next = index + 1
    while next < end, TagSpelling.isInvisible(scalars[next]) { next += 1 }
    return next < end && scalars[next] == brace ? next + 1 : nil
  }

  /// How the search for a tag's end came out.
  enum TagEnd {
    /// Where its inside ends, and where what follows it begins.
    case closed(inside: Int, after: Int)
    /// Where its line ends, or another tag begins.
    case unclosed(Int)
  }

  /// Looks for the end of the tag whose inside begins at `start`: on its own line, before another tag.
  static func tagEnd(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) -> TagEnd {
    var index = start
    while index < end, scalars[index] != "\n" {
      if let after = closing(scalars, index, end) { return .closed(inside: index, after: after) }
      if opening(scalars, index, end) != nil { return .unclosed(index) }
      index += 1
    }
    return .unclosed(index)
  }
}
