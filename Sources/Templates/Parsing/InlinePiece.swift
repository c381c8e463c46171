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
}

/// Cuts paragraphs into text, tags and emphasis marks.
enum InlineScanner {
  /// The characters that a backslash makes plain.
  static let marks: Set<Unicode.Scalar> = ["\\", "*", "{", "}", "|", "#", "-", ".", ":", "•", ")"]

  /// The pieces of a stretch of one or more lines.
  static func pieces(of source: SourceText, in range: Range<Int>) -> [InlinePiece] {
    let scalars = source.scalars
    var pieces: [InlinePiece] = []
    var (index, textStart) = (range.lowerBound, range.lowerBound)
    func endText(_ end: Int) {
      if textStart < end { pieces.append(.text(textStart..<end)) }
    }
    while index < range.upperBound {
      switch scalars[index] {
      case "\\" where index + 1 < range.upperBound && marks.contains(scalars[index + 1]):
        endText(index)
        let end =
          opening(scalars, index + 1, range.upperBound) ?? closing(scalars, index + 1, range.upperBound)
          ?? index + 2
        pieces.append(.escaped(index + 1..<end))
        index = end
        textStart = index
      case "*":
        endText(index)
        let end = scalars[index..<range.upperBound].firstIndex { $0 != "*" } ?? range.upperBound
        let before = index > range.lowerBound ? scalars[index - 1] : " "
        let after = end < range.upperBound ? scalars[end] : " "
        pieces.append(
          .asterisk(
            index..<end, mayOpen: !TagSpelling.isBlank(after), mayClose: !TagSpelling.isBlank(before)))
        index = end
        textStart = index
      case "{":
        guard let inside = opening(scalars, index, range.upperBound) else {
          index += 1
          continue
        }
        endText(index)
        switch tagEnd(scalars, from: inside, to: range.upperBound) {
        case .closed(let insideEnd, let after):
          pieces.append(.tag(whole: index..<after, inside: inside..<insideEnd))
          index = after
        case .unclosed(let stop):
          pieces.append(.unclosed(index..<stop))
          index = stop
        }
        textStart = index
      case "}":
        guard let after = closing(scalars, index, range.upperBound) else {
          index += 1
          continue
        }
        endText(index)
        pieces.append(.stray(index..<after))
        index = after
        textStart = index
      default:
        index += 1
      }
    }
    endText(index)
    return pieces
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
